"""Pages that are alike all over the cleaning area."""

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render

from campus.doors import PersonRequest


def form_page(
    request: PersonRequest, form: BaseForm, *, title: str, back: str, under: str = "",
    words: str = "",
) -> HttpResponse:  # fmt: skip
    """A form on a page of its own, with the errors of what was typed."""
    context = {"form": form, "title": title, "back": back, "under": under, "words": words}
    status = 422 if form.is_bound else 200
    return render(request, "cleaning/form.html", context, status=status)
