"""The yearly compliance audit."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.models import AuditYear
from campus.privacy import exports, forms, rights
from campus.privacy.actions import yearly
from campus.privacy.checklist import POINTS
from campus.sheets.writer import sheet_answer


@require_safe
def years(request: PersonRequest) -> HttpResponse:
    """All years, the newest first."""
    require(rights.can_audit(request.user))
    found = AuditYear.objects.select_related("signed_by")
    context = {"years": found, "this_year": timezone.localdate().year}
    return render(request, "privacy/years.html", context)


@require_POST
def begin(request: PersonRequest) -> HttpResponse:
    """Lay this year's audit, if it is not there yet."""
    require(rights.can_audit(request.user))
    return redirect(yearly.lay(timezone.localdate().year))


def found(year: int) -> AuditYear:
    return get_object_or_404(AuditYear.objects.select_related("signed_by"), year=year)


@require_safe
def year(request: PersonRequest, year: int) -> HttpResponse:
    """The points of a year, each with where to look and what the school says; printable."""
    require(rights.can_audit(request.user))
    audit = found(year)
    answers = {point.key: point for point in audit.points.select_related("by")}
    lines = [
        (point, answers.get(point.key), reverse(point.evidence) if point.evidence else "")
        for point in POINTS
    ]
    context = {
        "audit": audit, "lines": lines, "may_sign": rights.can_sign(request.user),
        "open": sum(answer is None for _point, answer, _path in lines),
    }  # fmt: skip
    return render(request, "privacy/year.html", context)


@require_http_methods(["GET", "POST"])
def point(request: PersonRequest, year: int, key: str) -> HttpResponse:
    """Say of one point whether it is met."""
    require(rights.can_audit(request.user))
    audit = found(year)
    asked = next((each for each in POINTS if each.key == key), None)
    if asked is None:
        raise Http404
    said = audit.points.filter(key=key).first()
    now = {"state": said.state, "remark": said.remark} if said else {}
    form = forms.AnswerPoint(request.POST or None, initial=now)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form, "audit": audit, "point": asked}
        return render(request, "privacy/point.html", context, status=status)
    yearly.answer(audit, key, **form.cleaned_data, by=request.user, at=timezone.now())
    messages.success(request, _("Saved."))
    return redirect(audit)


@require_POST
def sign(request: PersonRequest, year: int) -> HttpResponse:
    """The head signs."""
    require(rights.can_sign(request.user))
    audit = yearly.sign(found(year), by=request.user, at=timezone.now())
    messages.success(request, _("The audit of %(year)s is signed.") % {"year": audit.year})
    return redirect(audit)


@require_safe
def year_file(request: PersonRequest, year: int) -> HttpResponse:
    """The audit as a spreadsheet."""
    require(rights.can_audit(request.user))
    name = _("Compliance audit %(year)s") % {"year": year}
    return sheet_answer(exports.year_rows(found(year)), name, widths=exports.YEAR_WIDTHS)
