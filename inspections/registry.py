"""What areas hand in: topics of checklists, ways on from a finding, what follows from a walk.

    name_topic("safety", _("Safety"), "shield-check")
    name_parts("areas", _("Cleaning areas"), of=areas_at, barred=own_areas)
    name_walkers("cleaning", may_walk, sees=walks_of)
    name_concern("cleaning", in_care_of)
    name_way_on(_("Report to repairs"), "tool", path=new_from, right=can_report)
    when_finished(rate_room)
    show_at_walk("extinguisher", _("Equipment here"), pieces_at)

What continues a finding says so by its origin (`campus.cases.continuing` finds it). A form of an
area that takes `?finding=` asks `brought_along`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campus.cases.models import Case
from campus.doors import YES, Answer
from campus.models import Person, Place
from campus.notices.topics import name_topic as name_notice_topic
from campus.people.registry import name_act
from campus.places.registry import RecordAtPlace, name_act_at_place, name_records_at_place
from campus.records.registry import Commentable, Historical, keep_history, take_comments
from campus.rows import Rows
from campus.shell.numbers import number_typed
from campus.webhooks.names import name_states
from inspections import mapped, rights
from inspections.models import Campaign, Checklist, Finding, Inspection, PartScore, Schedule
from inspections.models.circles import HELPERS, name_concern, name_helpers, name_walkers

# Areas hand these in like the rest; they are kept where models and rights can ask for them.
__all__ = ["HELPERS", "name_concern", "name_helpers", "name_walkers"]

Words = str | Promise
# What notices of inspections are about.
NOTICE = "inspection"


@dataclass(frozen=True, kw_only=True)
class Topic:
    """What a checklist is about, in an area's own words."""

    name: str
    label: Words
    icon: str


TOPICS: dict[str, Topic] = {}


def name_topic(name: str, label: Words, icon: str) -> None:
    """Offer a topic to checklists, after those that were named before."""
    TOPICS[name] = Topic(name=name, label=label, icon=icon)


def topic_of(checklist: Checklist) -> Topic:
    """The checklist's topic; one that no area names any more names itself."""
    unknown = Topic(name=checklist.topic, label=checklist.topic, icon="clipboard-check")
    return TOPICS.get(checklist.topic, unknown)


@dataclass(frozen=True, kw_only=True)
class WayOn:
    """Something that an area does with a finding: a button that leads to `path(finding)`."""

    label: Words
    icon: str
    path: Callable[[Finding], str]
    right: Callable[[Person, Finding], Answer] = lambda person, finding: YES


WAYS_ON: list[WayOn] = []


def name_way_on(
    label: Words,
    icon: str,
    *,
    path: Callable[[Finding], str],
    right: Callable[[Person, Finding], Answer] = lambda person, finding: YES,
) -> None:
    """Offer an area's act on findings, after those that were named before."""
    WAYS_ON.append(WayOn(label=label, icon=icon, path=path, right=right))


def ways_on(person: Person, finding: Finding) -> list[tuple[WayOn, str, Answer]]:
    """What can be done with a finding: the way, where it leads, and whether the person may."""
    return [(way, way.path(finding), way.right(person, finding)) for way in WAYS_ON]


# Called as (inspection, by, at) inside the transaction in which a walk is finished.
Follower = Callable[..., None]
FOLLOWERS: list[Follower] = []


def when_finished(follower: Follower) -> None:
    """Let an area draw its conclusions from each finished walk: `follower(inspection, by=, at=)`.

    It looks at the checklist's topic or code itself, and asks few questions of the database.
    """
    FOLLOWERS.append(follower)


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One thing that a walk looks at: what it is called, where it is, and what to know of it."""

    title: Words
    place: str
    detail: Words = ""


@dataclass(frozen=True, kw_only=True)
class Sight:
    """What a walk of one checklist looks at, under a heading: `at(place)` finds it by one query."""

    label: Words
    at: Callable[[Place], list[Shown]]


SIGHTS: dict[str, Sight] = {}


def show_at_walk(code: str, label: Words, at: Callable[[Place], list[Shown]]) -> None:
    """Let whoever walks the checklist of that code see what of an area is at the place."""
    SIGHTS[code] = Sight(label=label, at=at)


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of a place that a walk goes over, and in a few words whose it is."""

    place: Place
    words: Words = ""


@dataclass(frozen=True, kw_only=True)
class Parts:
    """A way to go over many parts of a place.

    `of(place, checklist, day)` finds them in the order in which they are walked, by a fixed number
    of queries. `barred(person, places, day)` gives the places, by number, that the person must not
    mark, with the sentence that says why: nobody scores their own.
    """

    name: str
    label: Words
    of: Callable[[Place, Checklist, date], list[Part]]
    barred: Callable[[Person, Iterable[Place], date], Mapping[int, Words]]
    pupils: Callable[[Place, date], Iterable[Person]]


PARTS: dict[str, Parts] = {}


def name_parts(
    name: str,
    label: Words,
    *,
    of: Callable[[Place, Checklist, date], list[Part]],
    barred: Callable[[Person, Iterable[Place], date], Mapping[int, Words]] = (
        lambda person, places, day: {}
    ),
    pupils: Callable[[Place, date], Iterable[Person]] = lambda place, day: (),
) -> None:
    """Offer a way to go over parts of a place to checklists; see `Parts`."""
    PARTS[name] = Parts(name=name, label=label, of=of, barred=barred, pupils=pupils)


def rooms_below(place: Place, checklist: Checklist, day: date) -> list[Part]:
    """The rooms of the place that are in use: what most areas go over."""
    rooms = Place.objects.active(day).within(place).filter(kind=Place.Kind.ROOM)
    return [Part(place=room) for room in rooms.defer("sought").order_by("code")]


def parts_of(walk: Inspection, day: date) -> list[Part]:
    """What a walk goes over; a second look at what had failed goes there alone."""
    known = PARTS.get(walk.parts, PARTS["rooms"])
    found = known.of(walk.place, walk.checklist, day)
    if walk.again_of_id is None:
        return found
    failed = PartScore.objects.filter(inspection=walk.again_of_id, faults__gt=0)
    wanted = set(failed.values_list("place", flat=True))
    return [part for part in found if part.place.pk in wanted]


def barred_from(
    walk: Inspection, person: Person, parts: Iterable[Part], day: date
) -> Mapping[int, Words]:
    """The parts, by number of their place, that the person must not mark on the walk, and why."""
    known = PARTS.get(walk.parts)
    return known.barred(person, [part.place for part in parts], day) if known else {}


def continues(finding: Finding | None, model: type[Case]) -> bool:
    """Whether a case of the model goes on from the finding; each kind does so once."""
    if finding is None:
        return False
    origin = ContentType.objects.get_for_model(Finding)
    cases: Any = model._default_manager
    return bool(cases.filter(origin_type=origin, origin_id=finding.pk).exists())


def brought_along(person: Person, query: QueryDict) -> Finding | None:
    """The finding of `?finding=12`, if the person may see it; an area's form begins with it."""
    number = number_typed(query.get("finding", ""))
    if number is None:
        return None
    seen = Finding.objects.visible_to(person).reported().select_related("place", "checklist")
    return seen.filter(pk=number).first()


def first_words(finding: Finding) -> dict[str, Any]:
    """What a form of a new case is filled in with."""
    where = f"{finding.checklist}: {finding.title}"
    return {
        "place": finding.place.code, "title": finding.sentence[:120], "description": where
    }  # fmt: skip


def facts_from(finding: Finding | None) -> dict[str, Any]:
    """What a case made of a finding carries beside what was typed: its origin and its photos."""
    return {"origin": finding, "photos_of": finding} if finding else {}


# As many as somebody who stands at a place reads.
SHOWN = 6


def new_at(place: Place) -> str:
    """Where a walk at a place is begun."""
    return f"{reverse('inspections:new')}?{urlencode({'place': place.code})}"


def open_at(person: Person, place: Place) -> list[Rows[RecordAtPlace]]:
    """What was found at the place and its parts and is neither settled nor continued."""
    if person.is_pupil:
        return []
    found = Finding.objects.visible_to(person).open().at(place)
    return [
        Rows(
            rows=found.order_by("-reported_at", "-id")[:SHOWN],
            fields=("title", "words", "place__name"),
            draw=lambda finding: RecordAtPlace(
                title=finding.sentence, path=finding.get_absolute_url(), place=str(finding.place)
            ),
        )
    ]


def hand_in() -> None:
    """Inspections' own part: what is offered at places and talked about, whose history is read,
    topics, acts."""
    mapped.hand_in()
    name_act_at_place(
        _("Inspect"), "clipboard-check", path=new_at,
        right=lambda person, place: rights.can_inspect(person),
    )  # fmt: skip
    name_records_at_place(_("Found here"), "alert-triangle", rows=open_at)
    name_notice_topic(NOTICE, _("Inspections"))
    name_states(Inspection, "inspection", _("Inspections"))
    name_topic("safety", _("Safety"), "shield-check")
    name_parts("rooms", _("Every room"), of=rooms_below)
    take_comments(
        Commentable(
            model=Finding,
            may_comment=lambda person, finding: rights.can_read_findings(person),
            may_read=lambda person, finding: rights.can_read_findings(person),
            path=Finding.get_absolute_url,
        )
    )
    keep_histories()
    name_acts()


def keep_histories() -> None:
    """Let the row histories be read by whoever keeps the record."""
    keep_history(
        Historical(
            model=Checklist, may_edit=rights.can_keep_checklist, path=Checklist.get_absolute_url
        )
    )
    keep_history(
        Historical(model=Inspection, may_edit=rights.can_cancel, path=Inspection.get_absolute_url)
    )
    keep_history(
        Historical(
            model=Schedule, may_edit=rights.can_keep_schedule, path=Schedule.get_absolute_url
        )
    )
    keep_history(
        Historical(
            model=Campaign, may_edit=rights.can_keep_campaign, path=Campaign.get_absolute_url
        )
    )
    keep_history(
        Historical(model=Finding, may_edit=rights.can_settle, path=Finding.get_absolute_url)
    )


def name_acts() -> None:
    """What one can ask who may do."""
    area = _("Inspections")
    name_act(area, _("Write checklists, schedules and campaigns"), rights.can_write_checklists)
    name_act(area, _("Walk a checklist"), rights.can_inspect)
    name_act(area, _("Read the figures of inspections"), rights.can_see_figures)
    name_act(area, _("Look through inspections and findings"), rights.can_read_findings)
    name_act(area, _("Look through the scores of parts"), rights.can_read_scores)
