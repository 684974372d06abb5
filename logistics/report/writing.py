"""All parts of a report as the figures tell them now."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from campus.models import Person, Semester
from logistics.report.facts import Told, facts_of
from logistics.report.parts import PARTS, part_label


def school() -> str:
    return settings.SCHOOL_NAME or _("Demo High School")


def office() -> str:
    return settings.OFFICE_NAME or _("Logistics Office")


def written(semester: Semester, *, language: str, person: Person, at: datetime) -> dict[str, Told]:
    """What each part has to say, by its key; a fixed number of queries whatever the rows."""
    with override(language):
        facts = facts_of(semester, language=language, office=office(), person=person, at=at)
        told = {part.key: part.tell(facts) for part in PARTS if not part.is_sum}
        titled = {part_label(key): each for key, each in told.items()}
        summing = replace(facts, told=titled)
        return {part.key: part.tell(summing) if part.is_sum else told[part.key] for part in PARTS}


def headings(language: str) -> dict[str, str]:
    """What the parts are called in a language."""
    with override(language):
        return {part.key: str(part.title) for part in PARTS}


def title_of(semester: Semester, language: str) -> str:
    """The document's title in two lines: whose it is, and of what."""
    with override(language):
        begins = semester.school_year.starts_in
        facts = {"begins": begins, "ends": begins + 1, "semester": semester.get_number_display()}
        what = _("Report on the %(semester)s of %(begins)s–%(ends)s") % facts
        return f"{signature(language)}\n{what}"


def signature(language: str) -> str:
    """Who signs: the office, named with its school."""
    with override(language):
        return _("%(office)s of %(school)s") % {"school": school(), "office": office()}
