"""The sentence around a place, and whether it tells of another time. What is wrong in it is left to the rules."""

from __future__ import annotations

from datetime import date

from ..text.patterns import Pattern

_ENDS = "。！？；!?;\n"
_YEAR = Pattern(r"(?<![0-9])((?:19|20)[0-9]{2})年")
_EARLIER = Pattern(
    "时任|原任|曾任|历任|前任|首任|上任|当时|任命|免去|卸任|不再|当选|辞去|辞职|调任|转任|升任|接任|继任|拟任|提名|"
    "退休|离任|生前|已故|回忆|昔日|昔年|年前|那年|当年|去年|前年|改名|改称|更名|改为|撤销|撤并|合并|改设|改制|前身"
)


def before(text: str, offset: int) -> str:
    """The sentence as far as the offset."""
    return text[max(text.rfind(end, 0, offset) for end in _ENDS) + 1 : offset]


def after(text: str, offset: int) -> str:
    """The sentence from the offset."""
    return text[offset : min((at for end in _ENDS if (at := text.find(end, offset)) >= 0), default=len(text))]


def tells_of_another_time(text: str, offset: int, day: date) -> bool:
    """Whether the sentence names another year than that of the day, or speaks of what was or will be."""
    sentence = before(text, offset) + after(text, offset)
    years = (int(year) for year in _YEAR.findall(sentence))
    return any(year != day.year for year in years) or bool(_EARLIER.search(sentence))
