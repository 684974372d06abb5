"""What was typed before the session ran out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from campus.doors import PersonRequest
from campus.models import KeptForm
from campus.submissions import actions


@require_safe
def kept(request: PersonRequest, key: str) -> HttpResponse:
    """Show it to whoever typed it, to be sent now or thrown away."""
    found = get_object_or_404(KeptForm.objects.visible_to(request.user), key=key)
    pairs = [(name, value) for name, values in found.typed for value in values]
    readable = [(name, value) for name, value in pairs if value.strip() and not value.isdigit()]
    context = {"kept": found, "pairs": pairs, "readable": readable}
    return render(request, "submissions/kept.html", context)


@require_POST
def throw_away(request: PersonRequest, key: str) -> HttpResponse:
    """It is not wanted any more."""
    actions.throw_away(get_object_or_404(KeptForm.objects.visible_to(request.user), key=key))
    messages.success(request, _("Thrown away."))
    return redirect("my_day")
