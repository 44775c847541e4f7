"""Former addresses (旧址): pages and rules that lead readers on, and what a release promises of its addresses."""

from __future__ import annotations

from plugins.site.feature import Feature

from .redirects import order, survey

FEATURE = Feature(name="links", survey=survey, order=order)
