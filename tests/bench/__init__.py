"""Benchmarks: how long builds take, ours and those of other generators on the same stories."""
