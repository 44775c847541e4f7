"""One small file per kind of slip; `order` lists them in the order in which they look."""
