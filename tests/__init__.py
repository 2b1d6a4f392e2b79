"""Tests, benchmarks and endurance runs; a package, so that others of that name are not taken for it."""
