"""A form on a page of its own."""

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.attachments.forms import keep_sent
from campus.doors import PersonRequest


def form_page(
    request: PersonRequest, form: BaseForm, *, title: str, back: str, under: str = "",
    words: str = "", button: str = "",
) -> HttpResponse:  # fmt: skip
    """`form` under `title`, with what it is about (`under`) over it and `words` below; a form that
    was sent comes back (422) with its errors, what was typed and the files it came with."""
    keep_sent(form, by=request.user, at=timezone.now())
    context = {
        "form": form, "title": title, "back": back, "under": under, "words": words,
        "button": button or _("Save"),
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "shell/form_page.html", context, status=status)
