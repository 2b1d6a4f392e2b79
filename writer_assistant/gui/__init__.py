"""The window: one of several shells around the engine."""
