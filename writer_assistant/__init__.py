"""Writer Assistant: an offline editor that shows where a draft talks about its author."""

__version__ = "0.1.0"
