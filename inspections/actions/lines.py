"""What happens to the lines of a draft: written, moved, copied, taken out, brought in together."""

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person
from campus.storing import store
from inspections.actions.checklists import draft_of
from inspections.models import MOST_LINES, Checklist, ChecklistItem, ChecklistVersion


@transaction.atomic
def write_line(
    checklist: Checklist, line: ChecklistItem, *, by: Person, at: datetime
) -> ChecklistItem:
    """Keep a line of the draft, a new one at its end, or behind its group where it names one.

    Raises ValidationError, Refused where the draft is gone or full.
    """
    draft = draft_of(checklist)
    if line.pk is None:
        lines = in_order(draft)
        refuse_too_many(len(lines) + 1)
        line.version, line.position = draft, len(lines) + 1
        store(line)
        place_at_group(lines, line)
        return line
    line.version = draft
    store(line)
    return line


def in_order(draft: ChecklistVersion) -> list[ChecklistItem]:
    return list(draft.items.order_by("position"))


def refuse_too_many(count: int) -> None:
    if count > MOST_LINES:
        raise Refused(_("A checklist has at most %(most)s lines.") % {"most": MOST_LINES})


def place_at_group(lines: list[ChecklistItem], line: ChecklistItem) -> None:
    """Put a new line behind the last of its group."""
    same = [index for index, each in enumerate(lines) if each.group == line.group]
    if same and same[-1] + 1 < len(lines):
        lines.insert(same[-1] + 1, line)
        number(lines)


def number(lines: list[ChecklistItem]) -> None:
    """Let the lines stand in this order."""
    for position, line in enumerate(lines, 1):
        line.position = position
    ChecklistItem.objects.bulk_update(lines, ["position"])


def found_in(lines: list[ChecklistItem], key: str) -> int:
    """Where the line of this key stands. Raises Refused where it is gone."""
    for index, line in enumerate(lines):
        if str(line.key) == key:
            return index
    raise Refused(_("This line is not there any more."))


@transaction.atomic
def move_line(checklist: Checklist, *, key: str, up: bool, by: Person, at: datetime) -> None:
    """Move a line of the draft up or down by one; at the end it stays. Raises Refused."""
    lines = in_order(draft_of(checklist))
    index = found_in(lines, key)
    other = index - 1 if up else index + 1
    if 0 <= other < len(lines):
        lines[index], lines[other] = lines[other], lines[index]
        number(lines)


@transaction.atomic
def copy_line(checklist: Checklist, *, key: str, by: Person, at: datetime) -> ChecklistItem:
    """Add the same line once more below it. Raises Refused."""
    draft = draft_of(checklist)
    lines = in_order(draft)
    index = found_in(lines, key)
    refuse_too_many(len(lines) + 1)
    copy = ChecklistItem(version=draft, **lines[index].copied)
    copy.key, copy.position = uuid4(), len(lines) + 1
    copy.save()
    lines.insert(index + 1, copy)
    number(lines)
    return copy


@transaction.atomic
def take_line_out(checklist: Checklist, *, key: str, by: Person, at: datetime) -> ChecklistItem:
    """Take a line out of the draft. Raises Refused."""
    lines = in_order(draft_of(checklist))
    line = lines.pop(found_in(lines, key))
    line.delete()
    number(lines)
    return line


@transaction.atomic
def bring_in_lines(
    checklist: Checklist, lines: Iterable[ChecklistItem], *, replace: bool, by: Person, at: datetime
) -> int:
    """Add many lines to the draft, in place of what is there or behind it; how many.

    A line of the same group and words keeps its key, so that its past stays its own. Raises
    ValidationError, Refused.
    """
    draft = draft_of(checklist)
    known = {(line.group, line.title): line.key for line in in_order(draft)}
    if replace:
        draft.items.all().delete()
    kept = in_order(draft)
    given = list(lines)
    refuse_too_many(len(kept) + len(given))
    taken = {line.key for line in kept}
    for position, line in enumerate(given, len(kept) + 1):
        line.version, line.position = draft, position
        key = known.get((line.group, line.title))
        if key and key not in taken:
            line.key = key
        taken.add(line.key)
        line.full_clean()
    ChecklistItem.objects.bulk_create(given)
    return len(given)
