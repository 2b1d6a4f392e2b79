"""Suggestions: persona entries that fit a sentence, the sentence turned round, and both composed."""
