"""Norms: the matrix on screen, on paper and as a sheet; each with what it requires and proves."""

from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.models import Attachment
from campus.doors import PersonRequest, require
from campus.records.history import history_path
from campus.sheets.writer import sheet_answer
from campus.shell.form_page import form_page
from safety import rights
from safety.actions import norms as actions
from safety.exports.norms import WIDTHS, matrix_rows
from safety.figures.norms import NormRow, matrix
from safety.forms.norms import EvidenceForm, NormForm, RequirementForm
from safety.models import Norm, NormEvidence, NormRequirement

# Of each requirement; older ones are proved by its history.
PROOFS_SHOWN = 5


def the_matrix(request: PersonRequest) -> list[NormRow]:
    """All norms as they stand today; two queries."""
    person = request.user
    kept = NormRequirement.objects.visible_to(person).kept()
    return matrix(Norm.objects.visible_to(person), kept, timezone.localdate())


@require_safe
def norms(request: PersonRequest) -> HttpResponse:
    """The matrix."""
    require(rights.can_read_norms(request.user))
    context = {
        "rows": the_matrix(request), "kinds": NormRequirement.Kind.choices,
        "may_keep": rights.can_keep_norms(request.user), "today": timezone.localdate(),
    }  # fmt: skip
    return render(request, "safety/norms.html", context)


@require_safe
def sheet(request: PersonRequest) -> HttpResponse:
    """The matrix on A4."""
    require(rights.can_read_norms(request.user))
    context = {"rows": the_matrix(request), "today": timezone.localdate()}
    return render(request, "safety/norms_sheet.html", context)


@require_safe
def export(request: PersonRequest) -> HttpResponse:
    """The matrix as a spreadsheet."""
    require(rights.can_read_norms(request.user))
    return sheet_answer(matrix_rows(the_matrix(request)), _("Norms"), widths=WIDTHS)


def found(request: PersonRequest, pk: int) -> Norm:
    return get_object_or_404(Norm.objects.visible_to(request.user), pk=pk)


@require_safe
def norm(request: PersonRequest, pk: int) -> HttpResponse:
    """One norm: duties, what it requires, and what proves it."""
    shown = found(request, pk)
    kept = NormRequirement.objects.visible_to(request.user).kept().filter(norm=shown)
    newest = NormEvidence.objects.select_related("by").order_by("-on", "-id")[:PROOFS_SHOWN]
    requirements = kept.prefetch_related(Prefetch("evidence", newest, to_attr="proofs"))
    lines = matrix([shown], requirements, timezone.localdate())[0].lines
    proofs = [proof for line in lines for proof in line.requirement.proofs]
    context = {
        "norm": shown,
        "lines": [(line, rights.can_prove(request.user, line.requirement)) for line in lines],
        "files": files_of(proofs),
        "may_keep": rights.can_keep_norms(request.user),
        "dropped": shown.requirements.filter(is_kept=False),
        "history_path": history_path(request.user, shown),
    }
    return render(request, "safety/norm.html", context)


def files_of(proofs: list[NormEvidence]) -> list[Attachment]:
    """The files of proofs, each of which knows its proof by number; one query."""
    own = Attachment.objects.filter(
        content_type__app_label="safety", content_type__model="normevidence",
        object_id__in=[proof.pk for proof in proofs],
    )  # fmt: skip
    return list(own.shown())


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Write a norm, or word one."""
    require(rights.can_keep_norms(request.user))
    edited = found(request, pk) if pk else Norm()
    form = NormForm(request.POST or None, instance=edited)
    if not form.is_valid():
        return form_page(request, form, title=_("Norm"), back=reverse("safety:norms"))
    kept = actions.write_norm(edited, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(norm)s” is saved.") % {"norm": kept})
    return redirect(kept)


@require_http_methods(["GET", "POST"])
def requirement_new(request: PersonRequest, pk: int) -> HttpResponse:
    """Add what a norm requires."""
    require(rights.can_keep_norms(request.user))
    return requirement_form(request, NormRequirement(norm=found(request, pk)))


@require_http_methods(["GET", "POST"])
def requirement(request: PersonRequest, pk: int) -> HttpResponse:
    """Change what a norm requires."""
    require(rights.can_keep_norms(request.user))
    seen = NormRequirement.objects.visible_to(request.user).select_related("norm")
    return requirement_form(request, get_object_or_404(seen, pk=pk))


def requirement_form(request: PersonRequest, edited: NormRequirement) -> HttpResponse:
    form = RequirementForm(request.POST or None, instance=edited)
    back = edited.norm.get_absolute_url()
    if not form.is_valid():
        return form_page(request, form, title=_("Requirement"), back=back, under=str(edited.norm))
    actions.write_requirement(edited, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The requirement is saved."))
    return redirect(back)


@require_http_methods(["GET", "POST"])
def prove(request: PersonRequest, pk: int) -> HttpResponse:
    """Put down what proves a requirement."""
    seen = NormRequirement.objects.visible_to(request.user).select_related("norm")
    proved = get_object_or_404(seen, pk=pk)
    require(rights.can_prove(request.user, proved))
    form = EvidenceForm(
        request.POST or None, request.FILES or None, person=request.user,
        instance=NormEvidence(requirement=proved, by=request.user, at=timezone.now()),
        initial={"link": proved.link},
    )  # fmt: skip
    if not form.is_valid():
        return form_page(
            request, form, title=_("What proves it"), back=proved.norm.get_absolute_url(),
            under=str(proved),
        )  # fmt: skip
    typed: dict[str, Any] = form.cleaned_data
    actions.prove(proved, by=request.user, at=timezone.now(), **typed)
    messages.success(request, _("“%(requirement)s” is proved.") % {"requirement": proved})
    return redirect(proved)


@require_POST
def take_back(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a proof back that was none."""
    seen = NormEvidence.objects.visible_to(request.user).select_related("requirement__norm")
    evidence = get_object_or_404(seen, pk=pk)
    require(rights.can_keep_norms(request.user))
    back = evidence.requirement.get_absolute_url()
    actions.take_back(evidence, by=request.user, at=timezone.now())
    messages.success(request, _("The proof is taken back."))
    return redirect(back)
