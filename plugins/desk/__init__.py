"""The tasks people run: check, repair, new, serve, build, publish. Called by tasks.py; features never import it."""
