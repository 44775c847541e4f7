"""Share images: pictures drawn with the headline, for sharing pages without a photo."""

from __future__ import annotations

from plugins.site.feature import Feature

from .ordering import order

FEATURE = Feature(name="share_images", order=order)
