"""The list pages: home, sections, units, projects, people, tags, months, archives, corrections; and the 404 page."""

from __future__ import annotations

from plugins.site.feature import Feature, Need

from .ordering import frame, order

FEATURE = Feature(name="lists", needs=(Need("stories", "列表上的每一篇都通往它的网页"),), frame=frame, order=order)
