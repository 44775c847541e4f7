"""The adapter to Pelican: its class, writer, templates and settings. No signal is used outside of it."""
