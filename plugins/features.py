"""The features of which this site is made, in working order: who offers something stands before those who ask for it.

Each is a package with a value `FEATURE` (see `plugins/site/feature.py`). A further room, an outlet or a target hooks in here too.
"""

from __future__ import annotations

FEATURES = (
    "plugins.stories",
    "plugins.photos",
    "plugins.attachments",
    "plugins.links",
    "plugins.assets",
    "plugins.lists",
    "plugins.feeds",
    "plugins.heads",
    "plugins.share_images",
    "plugins.search",
)
