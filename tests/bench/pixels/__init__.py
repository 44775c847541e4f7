"""The pipeline of photos beside plain Pillow: CPU, bytes and how the eye judges both, on the same photos in the same run."""
