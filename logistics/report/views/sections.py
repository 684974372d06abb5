"""Sections: edited, compared with newer text and with earlier versions."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from logistics.report import actions, forms, rights
from logistics.report.comparing import changes
from logistics.report.models import ReportSection, SectionVersion
from logistics.report.parts import part_label
from logistics.report.text import blocks_of


def found(request: PersonRequest, pk: int) -> ReportSection:
    """The section, for whoever may write; 404 for outsiders, 403 for readers."""
    seen = ReportSection.objects.visible_to(request.user)
    section = get_object_or_404(seen.select_related("report__semester__school_year"), pk=pk)
    require(rights.can_write(request.user))
    return section


def form_answer(
    request: PersonRequest, section: ReportSection, form: forms.SectionForm, *, title: str,
    newer: str,
) -> HttpResponse:  # fmt: skip
    """The form, with what stands beside it: the text from the figures, and, where somebody else was
    faster, what they have written."""
    context = {
        "section": section, "form": form, "title": title, "label": part_label(section.key),
        "generated": blocks_of(newer),
        "now": blocks_of(str(form.held["text"])) if form.errors else (),
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "report/section_form.html", context, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Write the section's heading and text."""
    section = found(request, pk)
    generated = section.offered if section.is_offered else section.generated
    form = forms.SectionForm(request.POST or None, instance=section)
    if not form.is_valid():
        return form_answer(request, section, form, title=_("Edit the section"), newer=generated)
    typed = form.cleaned_data
    actions.edit(
        section, title=typed["title"], text=typed["text"], by=request.user, at=timezone.now()
    )
    messages.success(request, _("The section is saved."))
    return redirect(section)


@require_safe
def newer(request: PersonRequest, pk: int) -> HttpResponse:
    """The newer text beside the section's own: taken over, merged, or left."""
    section = found(request, pk)
    if not section.is_offered:
        return redirect(section)
    context = {
        "section": section, "label": part_label(section.key),
        "changes": changes(section.text, section.offered),
        "figures": changes(section.generated, section.offered),
    }  # fmt: skip
    return render(request, "report/newer.html", context)


@require_http_methods(["GET", "POST"])
def merge(request: PersonRequest, pk: int) -> HttpResponse:
    """Put both texts together: proposed sentence by sentence, corrected by hand."""
    section = found(request, pk)
    form = forms.MergeForm(request.POST or None, instance=section)
    if not form.is_valid():
        return form_answer(
            request, section, form, title=_("Merge with the newer text"), newer=section.offered
        )
    typed = form.cleaned_data
    actions.merge(
        section, title=typed["title"], text=typed["text"], seen=typed["newer"], by=request.user,
        at=timezone.now(),
    )  # fmt: skip
    messages.success(request, _("The section is saved."))
    return redirect(section)


@require_POST
def take_over(request: PersonRequest, pk: int) -> HttpResponse:
    """Let the newer text stand."""
    section = found(request, pk)
    actions.take_over(section, by=request.user, at=timezone.now())
    messages.success(request, _("The newer text stands now; the earlier one is kept."))
    return redirect(section)


@require_POST
def leave(request: PersonRequest, pk: int) -> HttpResponse:
    """Keep the section as it is."""
    section = found(request, pk)
    actions.leave(section, by=request.user, at=timezone.now())
    messages.success(request, _("The section stays as you wrote it."))
    return redirect(section)


@require_safe
def versions(request: PersonRequest, pk: int) -> HttpResponse:
    """What the section said before, the newest first."""
    section = found(request, pk)
    context = {
        "section": section, "label": part_label(section.key),
        "versions": section.versions.select_related("by").defer("text"),
    }  # fmt: skip
    return render(request, "report/versions.html", context)


def version_of(section: ReportSection, number: int) -> SectionVersion:
    found_version = section.versions.select_related("by").filter(number=number).first()
    if found_version is None:
        raise Http404
    return found_version


@require_safe
def version(request: PersonRequest, pk: int, number: int) -> HttpResponse:
    """One version, and what has changed since."""
    section = found(request, pk)
    read = version_of(section, number)
    context = {
        "section": section, "label": part_label(section.key), "version": read,
        "blocks": blocks_of(read.text), "changes": changes(read.text, section.text),
        "is_now": (read.title, read.text) == (section.title, section.text),
    }  # fmt: skip
    return render(request, "report/version.html", context)


@require_POST
def restore(request: PersonRequest, pk: int, number: int) -> HttpResponse:
    """Let the section say what it said in this version."""
    section = found(request, pk)
    actions.restore(section, version_of(section, number), by=request.user, at=timezone.now())
    messages.success(request, _("The section says again what it said in version %(number)s.") % {
        "number": number
    })  # fmt: skip
    return redirect(section)
