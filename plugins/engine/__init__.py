"""The build engine: detecting what changed on disk, caching between builds, and the adapter to Pelican."""
