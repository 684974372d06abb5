"""How long data is kept, what was erased, the data map, the special rules for children."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.models import OptionalField, Person, PupilExtra, RetentionRun
from campus.people.models import Optional
from campus.people.rights import can_write_extra
from campus.privacy import exports, forms, rights
from campus.privacy.actions import keeping
from campus.privacy.registry import DATA, KEPT
from campus.sheets.writer import sheet_answer

LATEST = 20


@require_safe
def kept(request: PersonRequest) -> HttpResponse:
    """Every kind with its time, and the latest runs."""
    require(rights.can_rule_keeping(request.user))
    runs = list(RetentionRun.objects.select_related("by")[:LATEST])
    trial = next((run for run in runs if run.is_trial), None)
    lines = [
        (term, trial.counts.get(term.kind.name, 0) if trial else None) for term in keeping.terms()
    ]
    told = [(run, sum(run.counts.values()), counts_in_words(run)) for run in runs]
    return render(request, "privacy/keeping.html", {"lines": lines, "trial": trial, "runs": told})


def counts_in_words(run: RetentionRun) -> str:
    """The kinds of which anything went."""
    return "、".join(
        f"{KEPT[name].label} {count}"
        for name, count in run.counts.items()
        if count and name in KEPT
    )


@require_http_methods(["GET", "POST"])
def rule(request: PersonRequest, kind: str) -> HttpResponse:
    """Set the school's own time for a kind."""
    require(rights.can_rule_keeping(request.user))
    term = next((each for each in keeping.terms() if each.kind.name == kind), None)
    if term is None:
        raise Http404
    now = {"months": term.months, "reason": term.rule.reason if term.rule else ""}
    form = forms.RuleKeeping(request.POST or None, initial=now)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form, "term": term}
        return render(request, "privacy/rule.html", context, status=status)
    keeping.rule(kind, **form.cleaned_data, by=request.user, at=timezone.now())
    messages.success(request, _("“%(kind)s” is saved.") % {"kind": term.kind.label})
    return redirect("privacy:keeping")


@require_POST
def trial(request: PersonRequest) -> HttpResponse:
    """Count what would go now."""
    require(rights.can_rule_keeping(request.user))
    run = keeping.try_out(by=request.user, at=timezone.now())
    told = _("%(count)s records would go now; nothing was erased.")
    messages.success(request, told % {"count": sum(run.counts.values())})
    return redirect("privacy:keeping")


@require_safe
def data_map(request: PersonRequest) -> HttpResponse:
    """All kinds of personal data, printable."""
    require(rights.can_read_map(request.user))
    context = {"kinds": DATA.values(), "today": timezone.localdate()}
    return render(request, "privacy/map.html", context)


@require_safe
def data_map_file(request: PersonRequest) -> HttpResponse:
    """The same as a spreadsheet."""
    require(rights.can_read_map(request.user))
    return sheet_answer(exports.map_rows(), _("Record of what is processed"), widths=exports.WIDTHS)


@require_safe
def children(request: PersonRequest) -> HttpResponse:
    """The special rules for children under 14, for everybody; a class teacher also sees of whom
    the guardian's consent is missing."""
    on = OptionalField.objects.keys_on()
    context = {
        "officer": settings.DATA_OFFICER,
        "contact": settings.DATA_OFFICER_CONTACT,
        "is_on": Optional.GUARDIAN_CONSENT in on,
        "lacking": lacking_consent(request.user) if Optional.GUARDIAN_CONSENT in on else [],
    }
    return render(request, "privacy/children.html", context)


def lacking_consent(person: Person) -> list[Person]:
    """Pupils under 14 without the guardian's consent, as far as the person writes it down."""
    if person.is_pupil:
        return []
    found = PupilExtra.objects.filter(is_under_14=True, consent_on=None, person__is_active=True)
    pupils = [extra.person for extra in found.select_related("person__school_class")]
    return [pupil for pupil in pupils if can_write_extra(person, pupil)]
