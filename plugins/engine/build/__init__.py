"""One build: what changed on disk, which files are out of date, and how they are made and released."""
