"""Turns of classes at areas: the rules, what follows from one, laying it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.shell.form_page import form_page
from cleaning import rights
from cleaning.actions import rotation as actions
from cleaning.forms.areas import RotationForm
from cleaning.models import Rotation


@require_safe
def rotations(request: PersonRequest) -> HttpResponse:
    """All rules of turns."""
    require(rights.can_keep_areas(request.user))
    return render(request, "cleaning/rotations.html", {"rotations": Rotation.objects.all()[:60]})


@require_safe
def rotation(request: PersonRequest, pk: int) -> HttpResponse:
    """What follows from a rule from today on, before it is laid."""
    require(rights.can_keep_areas(request.user))
    shown = get_object_or_404(Rotation, pk=pk)
    today = timezone.localdate()
    context = {
        "rotation": shown, "turns": actions.turns_from(shown, today),
        "laid": shown.care.filter(ends_on__gte=today).count(),
    }  # fmt: skip
    return render(request, "cleaning/rotation.html", context)


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """A new rule."""
    require(rights.can_keep_areas(request.user))
    fresh = Rotation(starts_on=timezone.localdate())
    return write(request, fresh, title=_("New rotation"), back=reverse("cleaning:rotations"))


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a rule; what is laid stays until it is laid anew."""
    require(rights.can_keep_areas(request.user))
    shown = get_object_or_404(Rotation, pk=pk)
    back = reverse("cleaning:rotation", args=[pk])
    return write(request, shown, title=str(shown), back=back)


def write(request: PersonRequest, shown: Rotation, *, title: str, back: str) -> HttpResponse:
    form = RotationForm(request.POST or None, instance=shown)
    if not form.is_valid():
        return form_page(request, form, title=title, back=back)
    target = Rotation.objects.get(pk=shown.pk) if shown.pk else Rotation()
    written = actions.write_rotation(
        target, by=request.user, at=timezone.now(), **form.cleaned_data
    )
    messages.success(request, _("“%(rotation)s” is saved; lay it now.") % {"rotation": written})
    return redirect("cleaning:rotation", written.pk)


@require_POST
def lay(request: PersonRequest, pk: int) -> HttpResponse:
    """Lay the turns from today on."""
    require(rights.can_keep_areas(request.user))
    shown = get_object_or_404(Rotation, pk=pk)
    count = actions.lay(shown, on=timezone.localdate(), by=request.user, at=timezone.now())
    words = ngettext("%(count)d turn is laid.", "%(count)d turns are laid.", count)
    messages.success(request, words % {"count": count})
    return redirect("cleaning:rotation", pk)
