"""The pictures of the sample stories: which there are and how one is made. What each shows is left to the scenes.

They are drawings, printed in a few inks from outlines; no photograph and no text is in them. The same Pillow draws the
same bytes on every run. `python -m tests.drawings` writes them all into the content folder.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import bronze, building, clearing, desktop, ideas, wall
from .sheet import Sheet


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture. path: POSIX path below the content folder; width, height: pixels; seed: of everything left to chance."""

    path: str
    scene: Callable[[Sheet], None]
    width: int = 2400
    height: int = 1600
    seed: int = 7

    def jpeg(self, scale: float = 1.0) -> bytes:
        """The finished file. scale: below 1 draws the same picture smaller."""
        sheet = Sheet(self.width, self.height, self.seed, scale)
        self.scene(sheet)
        return sheet.finished()


DRAWINGS = (
    Drawing("2017/08/16-chuanda/01.jpg", ideas.meeting_room),
    Drawing("2017/08/16-quanhui/01.jpg", desktop.paper_and_phone),
    Drawing("2017/08/17-fangan/01.jpg", ideas.clean_air),
    Drawing("2017/08/18-shangdu/01.jpg", clearing.three_steps),
    Drawing("2017/08/18-shangdu/02.jpg", clearing.five_areas),
    Drawing("2017/08/21-xiangmuku/01.jpg", building.cranes),
    Drawing("2017/08/22-sangeyi/01.jpg", ideas.three_ones),
    Drawing("2017/08/23-ducha/01.jpg", building.plumb_line),
    Drawing("2017/08/24-daopai/01.jpg", desktop.backward_plan),
    Drawing("2017/08/25-anzhi/01.jpg", building.new_homes),
    Drawing("2017/08/28-chengqiang/01.jpg", wall.long_wall, 3600, 1200),
    Drawing("2017/08/28-chengqiang/02.jpg", wall.rammed_earth),
    Drawing("2017/08/28-chengqiang/03.jpg", wall.wall_among_houses),
    Drawing("2017/08/28-chengqiang/04.jpg", bronze.square_ding, 1600, 2400),
    Drawing("2017/08/29-lianxi/01.jpg", ideas.many_strands),
)
