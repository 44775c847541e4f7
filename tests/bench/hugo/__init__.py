"""Hugo as a peer of our build: the same stories, pages of every kind with all that ours carry, feeds, index, sitemap and status.

Each duty is done the way Hugo has for it, and where it has two, the faster. What is left out, `sources.LEFT_OUT` says.
"""
