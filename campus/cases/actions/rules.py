"""The school's own figures for promises."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from campus.audit.actions import record
from campus.cases.models import PromiseRule
from campus.cases.registry import KINDS
from campus.models import Person
from campus.shell.words import in_languages
from campus.storing import store


@transaction.atomic
def change_rule(rule: PromiseRule, *, by: Person, at: datetime) -> PromiseRule:
    """Let `rule` hold for promises given or renewed from now on.

    Raises ValidationError, KeyError for a kind, a promise or a variant that there is not.
    """
    kind = KINDS[rule.case_kind]
    promised = kind.promise(rule.promise)
    {"": "", **dict(kind.variants())}[rule.variant]
    if (rule.minutes is None) == (rule.priority in promised.minutes):
        raise ValidationError({"minutes": _("Say within what time, where that is promised.")})
    stored = PromiseRule.objects.select_for_update().filter(
        case_kind=rule.case_kind, promise=rule.promise, priority=rule.priority,
        variant=rule.variant,
    )  # fmt: skip
    kept = stored.first() or rule
    kept.minutes, kept.warn_minutes = rule.minutes, rule.warn_minutes
    kept.escalate_minutes = rule.escalate_minutes
    store(kept)
    note_rule(kept, by=by, at=at)
    return kept


@transaction.atomic
def forget_rule(rule: PromiseRule, *, by: Person, at: datetime) -> None:
    """Let the shipped rule hold again."""
    PromiseRule.objects.filter(pk=rule.pk).delete()
    note_rule(rule, by=by, at=at)


def note_rule(rule: PromiseRule, *, by: Person, at: datetime) -> None:
    """That the figures of a promise are others now."""
    kind = KINDS[rule.case_kind]
    record(
        "promise_ruled", by=by, at=at, cases=in_languages(kind.label_plural),
        promise=in_languages(kind.promise(rule.promise).label),
    )  # fmt: skip
