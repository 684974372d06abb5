"""What is promised by when, and the school's own figures for it."""

from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.cases import actions, rights
from campus.cases.forms import RuleForm
from campus.cases.models import Case, PromiseRule
from campus.cases.promises import shipped_rule
from campus.cases.registry import KINDS, CaseKind, PromiseKind
from campus.doors import PersonRequest, require

# Office days have eight hours; the boarding house's have other ones, so its promises are told in
# hours alone, and around the clock a day has twenty-four.
MINUTES_A_DAY = {"office": 8 * 60, "clock": 24 * 60}


@dataclass(frozen=True)
class Line:
    """One promise of one kind of case at one priority, with the rule in force."""

    kind: CaseKind
    promised: PromiseKind
    priority: str
    rule: PromiseRule
    shipped: PromiseRule
    variants: dict[str, str | Lazy]

    @property
    def is_own(self) -> bool:
        return self.rule.pk is not None

    @property
    def label(self) -> str:
        variant = self.variants.get(self.rule.variant)
        return " · ".join(map(str, filter(None, [self.kind.label, self.promised.label, variant])))

    @property
    def address(self) -> list[str]:
        """The parts of its address."""
        parts = [self.kind.name, self.promised.name, self.priority]
        return [*parts, self.rule.variant] if self.rule.variant else parts

    @property
    def path(self) -> str:
        return reverse("cases:promise", args=self.address)

    @property
    def shipped_path(self) -> str:
        """Where its own figures are given up."""
        return reverse("cases:promise_shipped", args=self.address)

    @property
    def variant_paths(self) -> list[tuple[str, str | Lazy]]:
        """Where figures for one sort of case alone are made: address and words."""
        if self.rule.variant:
            return []
        return [
            (reverse("cases:promise", args=[*self.address, code]), words)
            for code, words in self.variants.items()
        ]

    @property
    def priority_words(self) -> str | Lazy:
        return Case.Priority(self.priority).label

    @property
    def words(self) -> list[str]:
        """The rule in force, a phrase for each figure."""
        return in_words(self.rule, self.promised.hours_for(self.priority))

    @property
    def shipped_words(self) -> list[str]:
        return in_words(self.shipped, self.promised.hours_for(self.priority))


def in_words(rule: PromiseRule, hours: str) -> list[str]:
    """What a rule says."""
    within = (
        _("within %(time)s") % {"time": duration(rule.minutes, hours)}
        if rule.minutes
        else _("by the day agreed on")
    )
    warning = (
        _("warning %(time)s before") % {"time": duration(rule.warn_minutes, hours)}
        if rule.warn_minutes
        else _("no warning")
    )
    steps = [step_in_words(minutes, hours) for minutes in sorted(rule.escalate_minutes)]
    chain = _("up the chain: %(steps)s") % {"steps": _(", ").join(steps)}
    return [within, warning, chain if steps else _("no escalation")]


def step_in_words(minutes: int, hours: str) -> str:
    if not minutes:
        return _("at once")
    return _("%(time)s after") % {"time": duration(minutes, hours)}


def duration(minutes: int, hours: str) -> str:
    """Minutes as people say them: 2 hours, 1 working day, 1 hour 30 minutes."""
    day = MINUTES_A_DAY.get(hours, 0)
    if day and not minutes % day:
        count = minutes // day
        if hours == "clock":
            return ngettext("%(count)d day", "%(count)d days", count) % {"count": count}
        return ngettext("%(count)d working day", "%(count)d working days", count) % {"count": count}
    whole, rest = divmod(minutes, 60)
    parts = []
    if whole:
        parts.append(ngettext("%(count)d hour", "%(count)d hours", whole) % {"count": whole})
    if rest:
        parts.append(ngettext("%(count)d minute", "%(count)d minutes", rest) % {"count": rest})
    return " ".join(parts)


def lines() -> list[Line]:
    """Everything that is promised, in a few queries; what has no figures, at both priorities. Rules
    for one sort of case alone stand after the one for all."""
    own: dict[tuple[str, str, str], dict[str, PromiseRule]] = {}
    for rule in PromiseRule.objects.all():
        key = (rule.case_kind, rule.promise, rule.priority)
        own.setdefault(key, {})[rule.variant] = rule
    return [
        line
        for kind in KINDS.values()
        for promised in kind.promises
        for priority in promised.minutes or Case.Priority.values
        for line in lines_of(kind, promised, priority, own)
    ]


def lines_of(
    kind: CaseKind, promised: PromiseKind, priority: str,
    own: dict[tuple[str, str, str], dict[str, PromiseRule]],
) -> list[Line]:  # fmt: skip
    """The rule for all, and the school's rules for one sort of case."""
    rules = own.get((kind.name, promised.name, priority), {})
    shipped, variants = shipped_rule(kind, promised, priority), dict(kind.variants())
    return [
        Line(kind, promised, priority, rule, shipped, variants)
        for rule in ({"": shipped} | rules).values()
        if rule.variant in {"", *variants}
    ]


def found(kind: str, promise: str, priority: str, variant: str) -> Line:
    """The line of an address; 404 for what is not promised. A sort of case that has no rule of its
    own yet starts from the one for all."""
    fitting = [
        line for line in lines()
        if (line.kind.name, line.promised.name, line.priority) == (kind, promise, priority)
    ]  # fmt: skip
    if not fitting or variant not in {"", *fitting[0].variants}:
        raise Http404
    for line in fitting:
        if line.rule.variant == variant:
            return line
    begun = copy(fitting[0].rule)
    begun.pk, begun.variant = None, variant
    return replace(fitting[0], rule=begun)


@require_safe
def promises(request: PersonRequest) -> HttpResponse:
    """Every promise with the figures in force and where the shipped ones come from."""
    require(rights.can_rule_promises(request.user))
    return render(request, "cases/promises.html", {"lines": lines()})


@require_http_methods(["GET", "POST"])
def promise(
    request: PersonRequest, kind: str, promise: str, priority: str, variant: str = ""
) -> HttpResponse:
    """Change the figures of one promise."""
    require(rights.can_rule_promises(request.user))
    line = found(kind, promise, priority, variant)
    form = RuleForm(request.POST or None, rule=line.rule)
    if not form.is_valid():
        context: dict[str, Any] = {"line": line, "form": form}
        status = 422 if form.is_bound else 200
        return render(request, "cases/promise_rule.html", context, status=status)
    actions.change_rule(form.changed_rule(), by=request.user, at=timezone.now())
    messages.success(request, _("The new figures hold for whatever is promised from now on."))
    return redirect("cases:promises")


@require_POST
def shipped(
    request: PersonRequest, kind: str, promise: str, priority: str, variant: str = ""
) -> HttpResponse:
    """Return to the shipped figures."""
    require(rights.can_rule_promises(request.user))
    line = found(kind, promise, priority, variant)
    actions.forget_rule(line.rule, by=request.user, at=timezone.now())
    messages.success(request, _("The shipped figures hold again."))
    return redirect("cases:promises")
