"""Takes delivered files in, one after the other: a file that cannot be taken costs only itself."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.desk import environment, failing
from plugins.desk.submissions import gate, reading
from plugins.desk.submissions.ledger import sentence
from plugins.newsroom import registry
from plugins.newsroom.findings.refusals import Refusal, is_of_writing, reason
from plugins.newsroom.registry import Registries
from plugins.newsroom.submission.tree import Doubt, LeftOut, Picture, Submission, leaves
from plugins.newsroom.text import files

from . import delivery, known, making, ready_made, shelving
from .delivery import Parcel, sorted_out
from .making import Made, Wishes

MOST_CHARACTERS, MOST_PARAGRAPHS = 300_000, 10_000  # of one file: more is a book, not a story


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one delivered file. story: the text of its story below the content folder, "" for none; was_known: the
    story was there before; refusal: why there is none, "" when there is; the rest as in `Made`."""

    file: str
    story: str = ""
    was_known: bool = False
    refusal: str = ""
    title: str = ""
    done: tuple[Doubt, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    is_whole: bool = True


def take_in(paths: Sequence[Path], content: Path, wishes: Wishes) -> tuple[Outcome, ...]:
    """Make stories of all files at `paths`, in their order. Raises Refusal for wishes that nothing can fulfil, and OSError
    when stories cannot be written."""
    registries, _ = registry.load(content / "data", f"{content.name}/data")
    parcels, missing = sorted_out(paths)
    taking = _Taking(content, registries, wishes, known.Taken(content))
    taken = [outcome for parcel in parcels for outcome in taking.parcel(parcel)]
    if not taken and not missing:
        raise Refusal.of("IN88", folder="”“".join(map(str, paths)))
    return (*taken, *(Outcome(str(path), refusal=sentence("IN84", file=path)) for path in missing))


@dataclass(frozen=True, slots=True)
class _Taking:
    content: Path
    registries: Registries
    wishes: Wishes
    taken: known.Taken

    def parcel(self, parcel: Parcel) -> Iterator[Outcome]:
        """The outcomes of the texts, then those of the photos that belong to none of them."""
        waiting, folders = set(parcel.photos), set[Path]()
        for text in parcel.texts:
            outcome, photos = self._text(text, parcel)
            waiting -= set(photos)
            folders |= {(self.content / outcome.story).parent} if outcome.was_known else set()
            yield outcome
        code = "IN90" if folders and len(parcel.texts) == 1 else "IN87"
        for photo in sorted(waiting):
            if not _lies_in(photo, folders):
                yield Outcome(photo.name, refusal=sentence(code, file=photo.name))

    def _text(self, path: Path, parcel: Parcel) -> tuple[Outcome, Sequence[Path]]:
        """The outcome of one text, and the photos that went with it."""
        try:
            return self._taken(path, parcel)
        except Refusal as refusal:
            return Outcome(path.name, refusal=str(refusal)), ()
        except OSError as error:
            if is_of_writing(error):
                raise
            return Outcome(path.name, refusal=sentence("IN85", file=path.name, why=reason(error))), ()
        except Exception as error:  # one file in which our program fails must not keep the others out
            failing.log("".join(traceback.format_exception(error)))
            log = failing.LOG.relative_to(environment.HOUSE)
            return Outcome(path.name, refusal=sentence("IN89", file=path.name, log=log)), ()

    def _taken(self, path: Path, parcel: Parcel) -> tuple[Outcome, Sequence[Path]]:
        if path.suffix == delivery.IN_THE_CLOUD:
            raise Refusal.of("TK37", name=path.stem.lstrip("."))
        if path.resolve().is_relative_to(self.content):
            raise Refusal.of("IN91", file=path.resolve().relative_to(self.content.parent).as_posix())
        data = files.read_bytes(path, gate.MOST_BYTES + 1)
        sum = known.checksum(data)
        if story := self.taken.story_of(sum):
            return Outcome(path.name, story, was_known=True), ()
        made, photos = self._made(path, data, parcel)
        outcome = self._shelved(path, made, sum)
        return outcome, () if outcome.was_known else photos

    def _made(self, path: Path, data: bytes, parcel: Parcel) -> tuple[Made, Sequence[Path]]:
        source = ready_made.story_in(path, data)
        if source:
            photos = _belonging(path, source.text, parcel)
            return ready_made.make(path, source, photos, self.registries, self.wishes), photos
        submission = reading.read(path, data)
        words = making.words_of(submission)
        _refuse_no_story(path.name, submission, words)
        photos = _belonging(path, words, parcel)
        return making.make(submission, photos, self.registries, self.wishes), photos

    def _shelved(self, path: Path, made: Made, sum: str) -> Outcome:
        text = known.marked(made.text, path.name, sum)
        if story := self.taken.story_like(text):
            return Outcome(path.name, story, was_known=True)
        story = shelving.put(self.content, made, text).relative_to(self.content).as_posix()
        self.taken.add(story, text, sum)
        return Outcome(path.name, story, False, "", made.title, made.done, made.doubts, made.left_out, made.is_whole)


def _lies_in(photo: Path, folders: Iterable[Path]) -> bool:
    """Whether a folder has the same picture, under whatever name."""
    data = photo.read_bytes()
    others = (file for folder in folders for file in folder.iterdir() if delivery.is_photo(file))
    return any(file.stat().st_size == len(data) and file.read_bytes() == data for file in others)


def _refuse_no_story(file: str, submission: Submission, words: str) -> None:
    """Raises Refusal for a file without a letter, and for one with the words of a whole book."""
    if not any(map(str.isalnum, words)):
        has_pictures = any(isinstance(leaf, Picture) for leaf in leaves(submission.blocks))
        raise Refusal.of("IN07" if has_pictures else "IN08", file=file)
    if len(words) > MOST_CHARACTERS or words.count("\n") > MOST_PARAGRAPHS:
        raise Refusal.of("IN79", file=file, count=len(words))


def _belonging(path: Path, words: str, parcel: Parcel) -> Sequence[Path]:
    """The loose photos of a text: all when it is the only one, else those that it names or that are named like it."""
    if len(parcel.texts) == 1:
        return parcel.photos
    return [
        photo
        for photo in parcel.photos
        if photo.name in words or photo.stem.casefold().startswith(path.stem.casefold())
    ]
