"""What became of each item of the work plan, month by month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.figures import proof
from campus.models import Semester, TimelineEntry
from campus.shell.words import days_in_words, month_name
from logistics.report.facts import Facts, Told
from logistics.report.prose import Story
from logistics.report.text import linked, plain, table
from planning.models import PlanItem, ProgressNote

KEY = "plan"
Status = PlanItem.Status


@dataclass(frozen=True)
class Outcome:
    """An item and when it was done; None while it is not."""

    item: PlanItem
    done_on: date | None

    @property
    def is_late(self) -> bool:
        return self.done_on is not None and self.done_on > self.item.ends_on

    @property
    def is_of_a_month(self) -> bool:
        item = self.item
        return item.is_whole_months and item.starts_on.month == item.ends_on.month

    @property
    def days(self) -> str:
        """The item's days; a whole month by its name."""
        if self.is_of_a_month:
            return month_name(self.item.starts_on.month)
        return days_in_words(self.item.starts_on, self.item.ends_on)

    @property
    def days_of_month(self) -> str:
        """The same below the heading of its month."""
        return pgettext("days of a plan item", "All month") if self.is_of_a_month else self.days

    def words(self, today: date) -> str:
        """Done, done late, dropped, put off, overdue, or still to do."""
        item = self.item
        if item.status == Status.DONE:
            return self.done_words()
        if item.status in (Status.DROPPED, Status.POSTPONED):
            facts = {"state": item.get_status_display(), "reason": plain(item.reason)}
            return _("%(state)s: %(reason)s") % facts
        if item.is_overdue(today):
            return pgettext("outcome of a plan item", "Overdue, not done")
        return str(item.get_status_display())

    def done_words(self) -> str:
        if self.done_on is None or not self.is_late:
            return pgettext("outcome of a plan item", "Done in time")
        late = (self.done_on - self.item.ends_on).days
        return pgettext("outcome of a plan item", "Done, %(days)s days late") % {"days": late}


def outcomes_of(semester: Semester) -> list[Outcome]:
    """Every item of the semester's plans by its days; three queries, however many they are."""
    found = PlanItem.objects.filter(plan__semester=semester).select_related("lead_unit")
    items = list(found.defer("sought", "source").order_by("starts_on", "ends_on", "position", "id"))
    done = done_days([item.pk for item in items if item.status == Status.DONE])
    return [Outcome(item, done.get(item.pk)) for item in items]


def done_days(items: list[int]) -> dict[int, date]:
    """When items were done the last time: by a person's note, or through what was made of them."""
    kind = ContentType.objects.get_for_model(PlanItem)
    noted: Any = ProgressNote.objects.filter(item__in=items, moved_to=Status.DONE).order_by()
    followed: Any = TimelineEntry.objects.filter(
        content_type=kind, object_id__in=items, status=Status.DONE
    ).order_by()
    moments = dict(noted.values_list("item").annotate(last=Max("at")))
    for item, moment in followed.values_list("object_id").annotate(last=Max("at")):
        moments[item] = max(moment, moments.get(item, moment))
    return {item: timezone.localtime(moment).date() for item, moment in moments.items()}


def tell(facts: Facts) -> Told:
    """A sum, then a table for each month."""
    story, found = Story(facts), outcomes_of(facts.semester)
    if not found:
        return story.told(KEY)
    tell_sum(story, found)
    tell_overdue(story, found)
    path = proof("planning:items", semester=str(facts.semester.pk))
    story.prove(_("Plan items"), len(found), path)
    notes = story.told(KEY)
    tables = "\n\n".join(month_table(month, rows, facts.today) for month, rows in by_month(found))
    return Told(f"{notes.text}\n\n{tables}", notes.problems, notes.proofs)


def tell_sum(story: Story, found: list[Outcome]) -> None:
    standing = [each for each in found if each.item.status != Status.DROPPED]
    done = [each for each in standing if each.item.status == Status.DONE]
    late = sum(each.is_late for each in done)
    facts = {
        "items": len(standing), "done": len(done), "late": late, "in_time": len(done) - late,
        "share": f"{len(done) * 100 // len(standing)}%" if standing else "–",
    }  # fmt: skip
    lateness = _("%(in_time)s of them in time and %(late)s late") % facts
    story.paragraph(
        story.sentence(
            _("the work plan has %(items)s items") % facts,
            _("%(done)s of them are done, which is %(share)s") % facts if done else "",
            lateness if late else "",
        ),
        story.sentence(*left_over(found)),
    )  # fmt: skip


def left_over(found: list[Outcome]) -> list[str]:
    """How many were put off and dropped, as far as any were."""
    words = {
        Status.POSTPONED: _("%(number)s items were put off"),
        Status.DROPPED: _("%(number)s items were dropped"),
    }
    counts = {status: sum(each.item.status == status for each in found) for status in words}
    return [words[status] % {"number": count} for status, count in counts.items() if count]


def tell_overdue(story: Story, found: list[Outcome]) -> None:
    overdue = sum(each.item.is_overdue(story.facts.today) for each in found)
    late = sum(each.is_late for each in found)
    if overdue:
        story.problem(_("%(number)s plan items are overdue and not done") % {"number": overdue})
    if late:
        story.problem(_("%(number)s plan items were done late") % {"number": late})


def by_month(found: Iterable[Outcome]) -> Iterable[tuple[date, Iterable[Outcome]]]:
    """The items by the month in which they begin; they come in that order."""
    return groupby(found, key=lambda each: each.item.starts_on.replace(day=1))


def month_table(month: date, rows: Iterable[Outcome], today: date) -> str:
    """A heading and the month's items."""
    header = (
        pgettext("of a plan", "Item"), _("Lead unit"), _("Days"),
        pgettext("of a plan", "What became of it"), _("Evidence"),
    )  # fmt: skip
    cells = [
        (
            plain(each.item.title), plain(each.item.lead_unit.name),
            each.days_of_month, each.words(today),
            linked(_("Record"), each.item.get_absolute_url()),
        )
        for each in rows
    ]  # fmt: skip
    return f"# {month_name(month.month)}\n{table(header, cells)}"
