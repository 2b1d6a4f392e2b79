"""Drafts as text: spans, offsets, paragraphs, markup, and the files they are read from."""
