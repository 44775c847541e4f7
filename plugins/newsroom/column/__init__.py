"""The whole column: which stories there are, which may be seen at one instant, and the rules between them."""
