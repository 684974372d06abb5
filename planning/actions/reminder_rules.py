"""Making rules of reminders, for a sort of thing or for one item; what is open is laid anew."""

from datetime import datetime
from typing import Any

from django.db import transaction

from campus.audit.actions import record
from campus.models import Person
from campus.shell.words import in_languages
from campus.storing import store
from planning import registry
from planning.actions.reminders import plan_all_reminders, plan_reminders
from planning.models import PlanItem, ReminderRule

# What a person may write into a rule.
STEPS = ("days_before", "on_the_day", "overdue_after", "escalate_after")


@transaction.atomic
def set_rule(subject: str, *, steps: dict[str, Any], by: Person, at: datetime) -> ReminderRule:
    """Make `steps` (fields of STEPS) the school's rule for `subject`. Raises ValidationError."""
    found = ReminderRule.objects.select_for_update().filter(subject=subject).first()
    rule = written(found or ReminderRule(subject=subject), steps)
    plan_subject(subject, at)
    note_rule(subject, by=by, at=at)
    return rule


@transaction.atomic
def return_to_default(subject: str, *, by: Person, at: datetime) -> None:
    """Take the school's own rule for `subject` away; the shipped one holds again."""
    ReminderRule.objects.filter(subject=subject).delete()
    plan_subject(subject, at)
    note_rule(subject, by=by, at=at)


def note_rule(subject: str, *, by: Person, at: datetime) -> None:
    """That people are reminded otherwise of such things now."""
    label = registry.subjects()[subject].label
    record("reminder_ruled", by=by, at=at, subject=in_languages(label))


def plan_subject(subject: str, at: datetime) -> None:
    """Lay the reminders of all open things of `subject` anew, each as it stands now.

    Raises KeyError where there is no such subject.
    """
    things = registry.subjects()[subject].remindable.open_things(subject)
    plan_all_reminders(things.select_for_update(of=("self",)), at=at)


@transaction.atomic
def set_item_rule(item: PlanItem, *, steps: dict[str, Any], by: Person, at: datetime) -> PlanItem:
    """Give one item a rule of its own in place of its kind's. Raises ValidationError."""
    item = PlanItem.objects.select_for_update().get(pk=item.pk)
    item.reminder_rule = written(item.reminder_rule or ReminderRule(), steps)
    item.save(update_fields=["reminder_rule"])
    plan_reminders(item, at=at)
    return item


@transaction.atomic
def drop_item_rule(item: PlanItem, *, by: Person, at: datetime) -> PlanItem:
    """Let the rule of the item's kind hold for it again."""
    item = PlanItem.objects.select_for_update().get(pk=item.pk)
    rule, item.reminder_rule = item.reminder_rule, None
    item.save(update_fields=["reminder_rule"])
    if rule:
        rule.delete()
    plan_reminders(item, at=at)
    return item


def written(rule: ReminderRule, steps: dict[str, Any]) -> ReminderRule:
    """The rule with its steps, checked and kept."""
    for name in STEPS:
        setattr(rule, name, steps[name])
    store(rule)
    return rule
