"""What grammar and word classes show in one sentence, part by part; ``facts`` puts it together."""
