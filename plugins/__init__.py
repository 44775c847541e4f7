"""The publishing desk: `newsroom` knows the words, the features turn them into a site, `desk` is what people run."""
