"""Papers as others see them: what can hold one, when reminders go out, what a place shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from campus.models import Person, Place, Role
from campus.places.registry import RecordAtPlace, name_records_at_place
from campus.records.registry import Historical, keep_history
from campus.rows import Rows
from planning import rights
from planning.models import Paper, PaperKind
from planning.registry import Remindable, heads, register

# Days before the end, days after it, days until the head is told: long enough to book a medical
# examination or an inspection; the school's own rules replace them.
STEPS: dict[str, Any] = {
    "days_before": [90, 60, 30, 7],
    "on_the_day": True,
    "overdue_after": [1, 7],
    "escalate_after": [3],
}

# The colour of each state, the same as everywhere.
TONES = {
    Paper.State.VALID: "done",
    Paper.State.DUE_SOON: "due_soon",
    Paper.State.EXPIRED: "overdue",
    Paper.State.RENEWED: "new",
    Paper.State.SET_ASIDE: "new",
}


@dataclass(frozen=True, kw_only=True)
class HolderSort:
    """A sort of things that papers belong to, and those of them that a form offers. An area hands
    in its own, such as vehicles, when the portal starts."""

    model: type[Model]
    label: Any
    offered: Callable[[], QuerySet[Any]]

    @property
    def content_type(self) -> ContentType:
        return ContentType.objects.get_for_model(self.model)


HOLDERS: dict[str, HolderSort] = {}


def take_holder(sort: HolderSort) -> None:
    """Let things of a sort hold papers."""
    HOLDERS[sort.model._meta.label_lower] = sort


def sort_of(kind: PaperKind) -> HolderSort:
    """What papers of the kind belong to. Raises KeyError where no area has handed it in."""
    model = kind.holder_type.model_class()
    assert model is not None  # a model cannot go while kinds are left that name it
    return HOLDERS[model._meta.label_lower]


@dataclass(frozen=True)
class UsualKind:
    """A kind that most schools have; `code` is what areas ask for."""

    code: str
    name: str
    holder: str
    months: int | None
    role: Role | None


# Months as the rules have them: 食品安全法 45 (health certificate every year), 机动车驾驶证申领和
# 使用规定 (licences of six years at first), 人员密集场所消防安全管理 (yearly check); contracts and
# qualifications differ too much for a figure.
USUAL = (
    UsualKind(
        "health_certificate", gettext_noop("Health certificate"), "campus.person", 12,
        Role.CANTEEN_MANAGER,
    ),
    UsualKind(
        "driving_licence", gettext_noop("Driving licence"), "campus.person", 72,
        Role.FLEET_MANAGER,
    ),
    UsualKind(
        "qualification", gettext_noop("Qualification of a trade"), "campus.person", None,
        Role.SAFETY_OFFICER,
    ),
    UsualKind(
        "contract", gettext_noop("Contract of employment"), "campus.person", None, Role.HEAD
    ),
    UsualKind(
        "food_licence", gettext_noop("Food business licence"), "campus.place", 60,
        Role.CANTEEN_MANAGER,
    ),
    UsualKind(
        "fire_check", gettext_noop("Yearly check of fire equipment"), "campus.place", 12,
        Role.SAFETY_OFFICER,
    ),
    UsualKind(
        "lift_inspection", gettext_noop("Yearly inspection of a lift"), "campus.place", 12,
        Role.SAFETY_OFFICER,
    ),
)  # fmt: skip


class PaperReminders(Remindable[Paper]):
    """Papers by kind, in calendar days; for those responsible alone, since they name people."""

    model = Paper
    in_calendar_days = True
    tells_robots = False
    coming = gettext_noop("Ends on %(day)s: %(title)s")
    today = gettext_noop("Ends today, %(day)s: %(title)s")
    overdue = gettext_noop("Ended on %(day)s: %(title)s")

    @property
    def subjects(self) -> Mapping[str, str | Promise]:  # type: ignore[override]  # kinds are rows
        return {kind.subject: kind.name for kind in PaperKind.objects.all()}

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        return STEPS

    def subject(self, thing: Paper) -> str:
        return thing.kind.subject

    def open_things(self, subject: str | None = None) -> QuerySet[Paper]:
        found = Paper.objects.watched().select_related("kind").prefetch_related("holder")
        return found.filter(kind=int(subject.removeprefix("paper."))) if subject else found

    def is_open(self, thing: Paper) -> bool:
        return thing.is_watched

    def due_on(self, thing: Paper) -> date:
        return thing.ends_on

    def path(self, thing: Paper) -> str:
        return thing.get_absolute_url()

    def responsible(self, thing: Paper) -> list[Person]:
        """The holder, if it is somebody of the staff, and whoever's work the kind is."""
        holder = thing.holder
        own = [holder] if isinstance(holder, Person) and is_staff(holder) else []
        keeping = Person.objects.on_duty_as(Role(thing.kind.role)) if thing.kind.role else []
        return list(dict.fromkeys([*own, *keeping])) or heads()


def is_staff(person: Person) -> bool:
    return person.is_active and not person.is_pupil


def papers_at(person: Person, place: Place) -> list[Rows[RecordAtPlace]]:
    """The papers of a place and its parts whose end matters, the nearest first."""
    parts = Place.objects.within(place)
    holder = ContentType.objects.get_for_model(Place)
    found = Paper.objects.visible_to(person).watched().filter(
        holder_type=holder, holder_id__in=parts.order_by().values("pk")
    )  # fmt: skip
    today = timezone.localdate()
    name = Place.objects.filter(pk=OuterRef("holder_id")).order_by().values("name")
    return [
        Rows(
            rows=found,
            fields=("ends_on", "set_aside_on", "renewed_by_id", "kind__name"),
            extra={"place_name": Subquery(name)},
            draw=lambda paper: paper_at(paper, today),
        )
    ]


def paper_at(paper: Any, today: date) -> RecordAtPlace:
    """One paper of a place."""
    return RecordAtPlace(
        title=str(paper.kind),
        path=paper.get_absolute_url(),
        place=paper.place_name,
        state=TONES[paper.state(today)],
        state_words=paper.state(today).label,
    )


def hand_in() -> None:
    """People and places hold papers; papers are reminded of, shown at their places, and tracked."""
    take_holder(HolderSort(model=Person, label=_("Person"), offered=Person.objects.staff))
    take_holder(HolderSort(model=Place, label=_("Place"), offered=Place.objects.all))
    register(PaperReminders())
    keep_history(
        Historical(model=Paper, may_edit=rights.can_keep_paper, path=Paper.get_absolute_url)
    )
    name_records_at_place(_("Papers"), "certificate", rows=papers_at)
