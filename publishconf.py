"""What differs in production: the real address, given by the environment and never written down here."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

SITEURL = os.environ.get("PUBLISH_SITE_URL", SITEURL).rstrip("/")
