"""What `serve` is made of: one build in a child process, the pages as a web site, and the watch over the files."""
