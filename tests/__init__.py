"""Tests, benchmarks and endurance runs; a package, so that no other of that name is taken."""
