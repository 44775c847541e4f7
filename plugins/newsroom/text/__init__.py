"""Text and names without any story around them: files as text, typography, dates, addresses, fingerprints."""
