"""What people are reminded of: milestones of projects. The numbers of days are our own figures, as
long as the school sets no others."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from campus.models import Person
from planning.registry import Remindable, heads, register
from rooms.models import Milestone


class MilestoneReminders(Remindable[Milestone]):
    """Milestones that are still to be reached."""

    model = Milestone
    subjects = {"room_milestone": _("Milestones of room projects")}
    coming = gettext_noop("Milestone to be reached by %(day)s: %(title)s")
    today = gettext_noop("Milestone to be reached today, %(day)s: %(title)s")
    overdue = gettext_noop("Milestone not reached since %(day)s: %(title)s")
    tells_robots = False

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        return {
            "days_before": [5, 1], "on_the_day": True, "overdue_after": [1, 5],
            "escalate_after": [5],
        }  # fmt: skip

    def subject(self, thing: Milestone) -> str:
        return "room_milestone"

    def open_things(self, subject: str | None = None) -> QuerySet[Milestone]:
        near = self.near(subject, timezone.localdate())
        found = Milestone.objects.open().filter(due_on__range=near)
        return found.select_related("project__leader", "person")

    def is_open(self, thing: Milestone) -> bool:
        return thing.done_on is None and thing.project.is_open

    def due_on(self, thing: Milestone) -> date:
        return thing.due_on

    def path(self, thing: Milestone) -> str:
        return thing.get_absolute_url()

    def responsible(self, thing: Milestone) -> list[Person]:
        """Whoever is named, else the leader; the head where they have left."""
        person = thing.person or thing.project.leader
        return [person] if person.is_active else heads()

    def title(self, thing: Milestone) -> str:
        return f"{thing.title} · {thing.project.title}"


def hand_in() -> None:
    """Let milestones be reminded of."""
    register(MilestoneReminders())
