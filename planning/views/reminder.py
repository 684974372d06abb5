"""Rules of reminders, the reminders of one item, and taking note of it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, came_from, require
from planning import registry, rights
from planning.actions import reminder_rules, reminders
from planning.forms.reminder import RuleForm
from planning.models import Acknowledgement, PlanItem, Reminder, ReminderRule

# -- the school's rules


@require_safe
def rules(request: PersonRequest) -> HttpResponse:
    """The rule of every sort of thing, and whether it is the school's own."""
    require(rights.can_rule_reminders(request.user))
    own = {rule.subject: rule for rule in ReminderRule.objects.exclude(subject=None)}
    rows = [rule_row(subject, own.get(subject.name)) for subject in registry.subjects().values()]
    return render(request, "planning/rules.html", {"rows": rows})


def rule_row(subject: registry.Subject, own: ReminderRule | None) -> dict[str, Any]:
    """A subject with the steps of the rule that holds for it."""
    remindable = subject.remindable
    return {
        "subject": subject.name,
        "label": subject.label,
        "steps": steps_in_words(
            own or remindable.default_rule(subject.name),
            in_calendar_days=remindable.in_calendar_days,
        ),
        "is_own": own is not None,
    }


@require_http_methods(["GET", "POST"])
def rule(request: PersonRequest, subject: str) -> HttpResponse:
    """Change the rule of one sort of thing."""
    require(rights.can_rule_reminders(request.user))
    known = known_subject(subject)
    own = ReminderRule.objects.filter(subject=subject).first()
    form = RuleForm(
        request.POST or None,
        rule=own or known.remindable.default_rule(subject),
        in_calendar_days=known.remindable.in_calendar_days,
    )
    if request.method == "POST" and form.is_valid():
        reminder_rules.set_rule(
            subject, steps=form.cleaned_data, by=request.user, at=timezone.now()
        )
        messages.success(request, _("The rule is changed, and all open items follow it now."))
        return redirect("planning:rules")
    context = {"form": form, "label": known.label, "subject": subject, "is_own": own is not None}
    return render(request, "planning/rule.html", context, status=422 if form.errors else 200)


@require_POST
def rule_default(request: PersonRequest, subject: str) -> HttpResponse:
    """Return to the shipped rule."""
    require(rights.can_rule_reminders(request.user))
    known_subject(subject)
    reminder_rules.return_to_default(subject, by=request.user, at=timezone.now())
    messages.success(request, _("The shipped rule holds again."))
    return redirect("planning:rules")


def known_subject(name: str) -> registry.Subject:
    """The subject of that name that has rules; 404 for any other."""
    subject = registry.subjects().get(name)
    if subject is None:
        raise Http404
    return subject


def steps_in_words(rule: ReminderRule | None, *, in_calendar_days: bool = False) -> list[str]:
    """What follows from a rule, a phrase for each sort of step; empty for silence."""
    if rule is None:
        return []
    before, after, to_head = PHRASES[in_calendar_days]
    phrases = [
        (rule.days_before, _(before)),
        (rule.on_the_day, _("on the day")),
        (rule.overdue_after, _(after)),
        (rule.escalate_after, _(to_head)),
    ]
    return [phrase % {"days": numbers_in_words(steps)} for steps, phrase in phrases if steps]


# How steps are told: counted in working days, or in all days.
PHRASES = {
    False: (
        gettext_noop("%(days)s working days before"),
        gettext_noop("%(days)s working days after"),
        gettext_noop("to the head %(days)s working days after"),
    ),
    True: (
        gettext_noop("%(days)s days before"),
        gettext_noop("%(days)s days after"),
        gettext_noop("to the head %(days)s days after"),
    ),
}


def numbers_in_words(steps: list[int] | bool) -> str:
    """5, 1"""
    return ", ".join(map(str, steps)) if isinstance(steps, list) else ""


# -- one item's reminders


def found_item(request: PersonRequest, pk: int) -> PlanItem:
    """The item with what its reminders need, for who may see it; 404 for all others."""
    seen = PlanItem.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("owner", "lead_unit", "reminder_rule"), pk=pk)


@require_http_methods(["GET", "POST"])
def item_reminders(request: PersonRequest, pk: int) -> HttpResponse:
    """Who is reminded of the item and when; a POST gives it a rule of its own."""
    item = found_item(request, pk)
    require(rights.can_read_progress(request.user))
    form = RuleForm(request.POST or None, rule=rule_in_force(item))
    if request.method == "POST":
        require(rights.can_rule_item_reminders(request.user, item))
        if form.is_valid():
            reminder_rules.set_item_rule(
                item, steps=form.cleaned_data, by=request.user, at=timezone.now()
            )
            messages.success(request, _("This item has reminders of its own now."))
            return redirect("planning:item_reminders", item.pk)
    return item_page(request, item, form)


def item_page(request: PersonRequest, item: PlanItem, form: RuleForm) -> HttpResponse:
    responsible = registry.remindable_for(item).responsible(item)
    noted = Acknowledgement.objects.about(item).filter(due_on=item.ends_on)
    acknowledgements = list(noted.select_related("person"))
    context = {
        "item": item,
        "form": form,
        "steps": steps_in_words(rule_in_force(item)),
        "kind": item.get_kind_display(),
        "responsible": responsible,
        "reminders": Reminder.objects.about(item).select_related("person").order_by("moment", "pk"),
        "acknowledgements": acknowledgements,
        "has_noted": request.user in [each.person for each in acknowledgements],
        "can_rule": rights.can_rule_item_reminders(request.user, item),
        "can_acknowledge": rights.can_acknowledge(request.user, responsible),
    }
    status = 422 if form.errors else 200
    return render(request, "planning/item_reminders.html", context, status=status)


def rule_in_force(item: PlanItem) -> ReminderRule | None:
    """The item's own rule, else its kind's, else the shipped one."""
    subject = registry.remindable_for(item).subject(item)
    school = {rule.subject: rule for rule in ReminderRule.objects.filter(subject=subject)}
    return reminders.rule_of(item, school)


@require_POST
def item_default(request: PersonRequest, pk: int) -> HttpResponse:
    """Let the rule of the item's kind hold for it again."""
    item = found_item(request, pk)
    require(rights.can_rule_item_reminders(request.user, item))
    reminder_rules.drop_item_rule(item, by=request.user, at=timezone.now())
    messages.success(request, _("The rule of its kind holds for this item again."))
    return redirect("planning:item_reminders", item.pk)


@require_POST
def item_acknowledge(request: PersonRequest, pk: int) -> HttpResponse:
    """Take note of an item: no more reminders of this due day, until it goes to the head."""
    item = found_item(request, pk)
    responsible = registry.remindable_for(item).responsible(item)
    require(rights.can_acknowledge(request.user, responsible))
    reminders.acknowledge(item, by=request.user, at=timezone.now())
    messages.success(
        request, _("Noted: you will not be reminded of “%(item)s” again.") % {"item": item}
    )
    return redirect(came_from(request))
