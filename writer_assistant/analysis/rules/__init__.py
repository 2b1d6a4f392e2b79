"""The rules: one module a kind."""
