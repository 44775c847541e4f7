"""Hugo as a peer of our build: the same stories, pages of every kind with all that ours carry, feeds, index, sitemap and status.

Each duty is done the way Hugo has for it, and where it has two, the faster. What is left out, `sources.LEFT_OUT` says. Share cards
are, because Hugo draws text in files of one font only, and the typeface of ours is a collection. Codes to be scanned are kept:
without them Hugo takes an eighth less of processor time. The generated stories have no projects, photos or corrections on either side.
"""
