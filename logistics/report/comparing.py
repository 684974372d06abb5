"""Two texts beside each other, sentence by sentence, and what both have made of a third."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# A sentence with its end, or the end of a line; in English a stop counts before a blank alone, so
# that 4.5 stays whole.
PIECE = re.compile(r"[^\n。；！？]*?(?:[。；！？]|[.!?](?=\s)|\n|$)")


@dataclass(frozen=True)
class Piece:
    """Some text that both have ("same"), or only the old ("out") or the new one ("in") has."""

    kind: str
    words: str


def pieces(text: str) -> list[str]:
    """The text cut into sentences and line ends; put together they are the text."""
    return [piece for piece in PIECE.findall(text) if piece]


def matcher(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher:
    return SequenceMatcher(None, old, new, autojunk=False)


def changes(old: str, new: str) -> list[Piece]:
    """What leads from the old text to the new: within a changed sentence character by character, so
    that a new number stands out and the words around it do not."""
    before, after = pieces(old), pieces(new)
    found: list[Piece] = []
    for kind, a, b, c, d in matcher(before, after).get_opcodes():
        was, now = "".join(before[a:b]), "".join(after[c:d])
        found += [Piece("same", was)] if kind == "equal" else within(was, now)
    return joined(found)


# Below this share of equal characters two sentences are told as two, not as one that was changed.
ALIKE = 0.5


def within(was: str, now: str) -> list[Piece]:
    """Runs of letters and digits are compared as a whole: 96 becomes 98, not 9-6-8."""
    old, new = units(was), units(now)
    compared = matcher(old, new)
    if compared.ratio() < ALIKE:
        return [Piece("out", was), Piece("in", now)]
    found = []
    for kind, a, b, c, d in compared.get_opcodes():
        if kind == "equal":
            found.append(Piece("same", "".join(old[a:b])))
        else:
            found += [Piece("out", "".join(old[a:b])), Piece("in", "".join(new[c:d]))]
    return found


def units(text: str) -> list[str]:
    return re.findall(r"[0-9][0-9,.]*[0-9%]|[0-9]%?|[A-Za-z]+|.", text, re.DOTALL)


def joined(found: list[Piece]) -> list[Piece]:
    """Without empty pieces, and neighbours of one kind as one."""
    whole: list[Piece] = []
    for piece in found:
        if whole and whole[-1].kind == piece.kind:
            whole[-1] = Piece(piece.kind, whole[-1].words + piece.words)
        elif piece.words:
            whole.append(piece)
    return whole


def merged(base: str, mine: str, theirs: str) -> str:
    """My text with what has changed from `base` to `theirs`, wherever I have left `base` alone;
    where both have changed the same sentences, mine stays. What is new at the end comes along."""
    old, own = pieces(base), pieces(mine)
    changed = {region.first: region for region in regions(old, pieces(theirs))}
    found: list[str] = []
    for kind, a, b, c, d in matcher(old, own).get_opcodes():
        found += theirs_within(old[:b], a, changed) if kind == "equal" else own[c:d]
    at_end = changed.get(len(old))
    return "".join([*found, *(at_end.now if at_end else ())])


@dataclass(frozen=True)
class Region:
    """Old pieces from `first` to before `last`, and what stands there now."""

    first: int
    last: int
    now: tuple[str, ...]


def regions(old: Sequence[str], new: Sequence[str]) -> Iterator[Region]:
    """What was changed. As many sentences in place of as many are taken one for one, so that each
    can be taken without its neighbours."""
    for kind, a, b, c, d in matcher(old, new).get_opcodes():
        if kind == "equal":
            continue
        if b - a == d - c:
            yield from (Region(a + n, a + n + 1, (new[c + n],)) for n in range(b - a))
        else:
            yield Region(a, b, tuple(new[c:d]))


def theirs_within(old: Sequence[str], at: int, changed: dict[int, Region]) -> list[str]:
    """The old pieces from `at` to the end, which I have left alone, as the others have changed
    them; a change that reaches beyond them is not taken."""
    found: list[str] = []
    while at < len(old):
        region = changed.get(at)
        if region is None or region.last > len(old):
            region = Region(at, at + 1, (old[at],))
        found += region.now
        # Something new before a piece leaves the piece where it is.
        found += [old[at]] if region.last == region.first else []
        at = max(region.last, at + 1)
    return found
