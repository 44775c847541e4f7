"""The parts of the preview server: builds in a child process, the web application, and the file watcher."""
