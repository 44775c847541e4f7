"""One story: its model, how it is read from a file, and the rules that hold within it."""
