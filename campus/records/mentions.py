"""Who is meant by “@name” or “@number” in what somebody writes."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Model, Q
from django.db.models.functions import Upper
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.models import Person
from campus.records.registry import commentable_for

# An @ inside an address such as a@b.cn means nobody. Chinese is written without blanks, so what
# follows is taken to the end of the run, and the longest beginning that names somebody counts.
AT = re.compile(r"(?<![A-Za-z0-9_.+-])@([^\s@,，。;；:：!！?？、()（）]{1,40})")
MOST_MENTIONS = 20
OFFERED = 8


@dataclass(frozen=True)
class Found:
    """The people who are meant, and a sentence for each name that is unknown or ambiguous."""

    people: list[Person]
    faults: list[str]


def mentioned(words: str, *, thing: Model, by: Person) -> Found:
    """Whom `by` means in `words` written on `thing`; two queries, however many are named.

    Staff may name staff; anybody else is named only if they can read the timeline already.
    """
    runs = list(dict.fromkeys(AT.findall(unicodedata.normalize("NFKC", words))))
    if not runs:
        return Found([], [])
    if len(runs) > MOST_MENTIONS:
        return Found([], [_("At most %(most)d people can be mentioned.") % {"most": MOST_MENTIONS}])
    known = allowed(people_named(runs), thing=thing, by=by)
    people, faults = [], []
    for run in runs:
        meant = meant_by(run, known)
        if len(meant) == 1:
            people.append(meant[0])
        else:
            faults.append(fault(run, meant, by=by))
    return Found(list(dict.fromkeys(people)), faults)


def people_named(runs: list[str]) -> list[Person]:
    """Everybody whose name or number begins one of the runs."""
    starts = {run[:length] for run in runs for length in range(1, len(run) + 1)}
    found = Person.objects.active().annotate(upper=Upper("number")).select_related("department")
    return list(found.filter(Q(name__in=starts) | Q(upper__in={start.upper() for start in starts})))


def allowed(people: Iterable[Person], *, thing: Model, by: Person) -> list[Person]:
    """Those whom `by` may name here; all others count as unknown, so that nobody can probe."""
    reads = commentable_for(thing).sees_timeline
    return [
        person
        for person in people
        if (not by.is_pupil and not person.is_pupil) or reads(person, thing)
    ]


def meant_by(run: str, people: Iterable[Person]) -> list[Person]:
    """The people whom the longest fitting beginning of `run` names; several if it is ambiguous."""
    lengths = {person.pk: length_named(run, person) for person in people}
    longest = max(lengths.values(), default=0)
    return [person for person in people if longest and lengths[person.pk] == longest]


def length_named(run: str, person: Person) -> int:
    """How many characters of `run` name the person; 0 for none."""
    if is_begun(run.upper(), person.number.upper()):
        return len(person.number)
    return len(person.name) if run.startswith(person.name) else 0


def is_begun(run: str, number: str) -> bool:
    """Whether the run begins with this number, and with no longer one: T001 is not in T0012."""
    following = run[len(number) : len(number) + 1]
    return run.startswith(number) and not (following.isascii() and following.isalnum())


def fault(run: str, meant: list[Person], *, by: Person) -> str:
    """The sentence at the field: whom it could mean, each with the number that is unambiguous."""
    if meant:
        choices = pgettext("between names", ", ").join(choice(person) for person in meant)
        return _("“@%(name)s” could be: %(choices)s. Write the number.") % {
            "name": meant[0].name,
            "choices": choices,
        }
    alike = [] if by.is_pupil else offered(run[:1], by=by)
    if not alike:
        return _("Nobody who can be mentioned here is called “%(name)s”.") % {"name": run}
    choices = pgettext("between names", ", ").join(choice(person) for person in alike)
    return _("Nobody is called “%(name)s”. Did you mean: %(choices)s?") % {
        "name": run,
        "choices": choices,
    }


def choice(person: Person) -> str:
    """A person as the sentence offers them, told apart from others of the same name."""
    unit = f" ({person.department})" if person.department else ""
    return f"@{person.number} {person.name}{unit}"


def offered(begun: str, *, by: Person) -> list[Person]:
    """A few of the staff whose name or number fits what has been typed."""
    found = Person.objects.staff().beginning(begun).exclude(pk=by.pk).select_related("department")
    return list(found.order_by("name", "number")[:OFFERED])
