"""Suggestions: persona entries that fit a sentence, and the sentence itself turned round."""
