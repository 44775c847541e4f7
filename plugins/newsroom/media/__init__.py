"""Photos and attachments as values: how a story uses them and what a page prints of them. Opens no image."""
