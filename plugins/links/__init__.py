"""Redirects from former addresses (旧址), as pages and server rules, and the list of addresses a release promises to keep."""

from __future__ import annotations

from plugins.site.feature import Feature

from .redirects import order, survey

FEATURE = Feature(name="links", survey=survey, order=order)
