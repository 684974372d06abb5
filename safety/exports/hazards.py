"""The register of hazards as schools keep it, as rows for a sheet."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from safety.models import Hazard

Words = str | Promise


def moment(at: datetime | None) -> datetime | None:
    """A moment in school time, as a sheet holds it."""
    return timezone.localtime(at).replace(tzinfo=None) if at else None


def name(thing: Any) -> str:
    return str(thing) if thing else ""


def pictures(count: int) -> str:
    words = ngettext("%(count)d picture", "%(count)d pictures", count)
    return words % {"count": count} if count else ""


def described(hazard: Hazard) -> str:
    return "\n".join(filter(None, [hazard.title, hazard.description]))


def result(hazard: Hazard) -> str:
    """What the verification has found, in the register's words."""
    return (hazard.verdict or gettext("Rectified")) if hazard.verified_at else ""


# The columns that registers of schools have, in their order: heading, width, value.
COLUMNS: tuple[tuple[Words, int, Callable[[Any], Any]], ...] = (
    (_("Number"), 13, lambda each: each.number),
    (_("Found at"), 16, lambda each: moment(each.raised_at)),
    (_("Found by"), 10, lambda each: name(each.reporter)),
    (_("Place"), 26, lambda each: each.place.full_name if each.place else ""),
    (_("Category"), 12, lambda each: each.get_domain_display()),
    (_("Description"), 40, described),
    (pgettext_lazy("of a hazard", "Level"), 8, lambda each: each.get_level_display()),
    (_("Pictures"), 8, lambda each: pictures(each.before)),
    (_("Measures"), 36, lambda each: each.measures),
    (_("Responsible"), 10, lambda each: name(each.owner)),
    (_("Responsible department"), 14, lambda each: name(each.department)),
    (_("Rectify by"), 12, lambda each: each.rectify_by),
    (_("Budget in yuan"), 10, lambda each: each.budget),
    (_("Rectified at"), 16, lambda each: moment(each.rectified_at)),
    (_("Pictures afterwards"), 8, lambda each: pictures(each.after)),
    (_("Verified by"), 10, lambda each: name(each.verifier)),
    (_("Verified at"), 16, lambda each: moment(each.verified_at)),
    (_("Result of the verification"), 24, result),
    (_("State"), 12, lambda each: each.get_status_display()),
    (_("Remark"), 20, lambda each: each.remark),
)
WIDTHS = (5, *(width for _heading, width, _value in COLUMNS))


def register_rows(hazards: Iterable[Hazard]) -> Iterator[list[Any]]:
    """The header, and each hazard with its number in the sheet."""
    yield [str(_("No.")), *(str(heading) for heading, _width, _value in COLUMNS)]
    for position, hazard in enumerate(hazards, 1):
        yield [position, *(value(hazard) for _heading, _width, value in COLUMNS)]
