"""What pages share: lists, URLs, share images and scan codes."""
