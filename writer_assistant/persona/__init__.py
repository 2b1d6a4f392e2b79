"""The persona: the one reader whom a draft is for, and the file that she lives in."""
