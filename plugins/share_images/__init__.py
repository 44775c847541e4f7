"""The pictures with which pages without a photo are shared: drawn, with the headline."""

from __future__ import annotations

from plugins.site.feature import Feature

from .ordering import order

FEATURE = Feature(name="share_images", order=order)
