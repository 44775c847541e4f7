"""Hugo as a peer of our build: the same stories, an equivalent theme, the same kinds of pages at the same addresses."""
