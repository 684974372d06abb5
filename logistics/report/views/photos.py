"""Photos of a section: chosen among those of its records, taken out, shown."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.views import shut_in
from campus.doors import PersonRequest, require
from campus.shell.downloads import file_answer
from campus.shell.numbers import number_typed
from logistics.report import actions, forms, rights
from logistics.report.models import SectionPhoto
from logistics.report.parts import part_label
from logistics.report.photos import page_of, photos_for
from logistics.report.views.sections import found

# Beyond them nobody leafs; a number without an end would be none that the database counts to.
MOST_PAGES = 9999


def page_typed(request: PersonRequest) -> int:
    """The page of photos that the address asks for; the first for anything odd."""
    return min(number_typed(request.GET.get("page", "")) or 1, MOST_PAGES)


@require_http_methods(["GET", "POST"])
def choose(request: PersonRequest, pk: int) -> HttpResponse:
    """Choose photos for a section, each with its caption."""
    section, number = found(request, pk), page_typed(request)
    page = page_of(photos_for(section, request.user), number)
    choices = forms.PhotoForms(request.POST or None, page.photos)
    if not choices.is_valid():
        context = {
            "section": section, "label": part_label(section.key), "choices": choices,
            "number": number, "has_more": page.has_more, "no_faces": forms.NO_FACES,
            "chosen": section.photos.there(),
        }  # fmt: skip
        status = 422 if choices.is_bound else 200
        return render(request, "report/photos.html", context, status=status)
    actions.choose_photos(section, choices.captions, by=request.user, at=timezone.now())
    messages.success(request, _("The section's photos are saved."))
    return redirect(section)


@require_POST
def drop(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a photo out of the report."""
    photo = seen(request, pk)
    require(rights.can_write(request.user))
    actions.drop_photo(photo, by=request.user, at=timezone.now())
    messages.success(request, _("The photo is taken out of the report; its record keeps it."))
    return redirect(photo.section)


def seen(request: PersonRequest, pk: int) -> SectionPhoto:
    photos = SectionPhoto.objects.visible_to(request.user)
    return get_object_or_404(photos.select_related("section", "attachment__file"), pk=pk)


@require_safe
def small(request: PersonRequest, pk: int) -> HttpResponseBase:
    """The small picture: whoever reads the report sees its photos, whatever else they may see."""
    photo = seen(request, pk)
    file = photo.attachment.file
    if file is None:
        raise Http404
    return shut_in(file_answer(file.small_path, name=photo.attachment.name, inline=True))
