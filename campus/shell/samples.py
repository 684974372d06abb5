"""A living page of every component, drawn by the very templates that the portal uses."""

from datetime import date

from crispy_forms.helper import FormHelper
from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from campus.doors import YES, Answer, PersonRequest, no, require
from campus.models import Person
from campus.shell.forms import DayInput

STATES = ("new", "under_way", "due_soon", "overdue", "done", "dropped")
ICONS = (
    "home", "calendar-month", "list-check", "bell", "clock-cog", "alert-triangle", "tool",
    "bed", "bowl-chopsticks", "trash", "car", "shield-check",
)  # fmt: skip


class Sample(forms.Form):
    """One field of each sort; drawn with an error, so that errors are seen too."""

    title = forms.CharField(label=_("Title"), help_text=_("A line that helps."))
    day = forms.DateField(label=_("Day"), widget=DayInput())
    choice = forms.ChoiceField(label=_("Choice"), choices=[("a", "A"), ("b", "B")])
    text = forms.CharField(label=_("Text"), widget=forms.Textarea(attrs={"rows": 3}))
    check = forms.BooleanField(label=_("A tick"), required=False)
    helper = FormHelper()
    helper.form_tag = False


def can_see_components(person: Person) -> Answer:
    """Whoever works on the portal's looks is staff."""
    return no(_("This page is for staff.")) if person.is_pupil else YES


@require_safe
def components(request: PersonRequest) -> HttpResponse:
    """All components on one page."""
    require(can_see_components(request.user))
    context = {
        "form": Sample({"title": "", "day": "2025-02-30", "choice": "a", "text": "…"}),
        "states": STATES,
        "icons": ICONS,
        "first": date(2025, 11, 9),
        "last": date(2025, 11, 21),
    }
    return render(request, "shell/components.html", context)
