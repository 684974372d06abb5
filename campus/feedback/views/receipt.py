"""Reading the answer to what was written without a name, and replying, by the receipt's code.

The code travels in forms, never in an address: addresses are kept by browsers and proxies.
"""

from collections.abc import Callable

from django import forms as django_forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from campus.doors import PersonRequest
from campus.feedback import actions, forms
from campus.feedback.models import Feedback, Letter
from campus.feedback.receipts import digest_of
from campus.records.timeline import timeline_of


@require_http_methods(["GET", "POST"])
def read(request: PersonRequest) -> HttpResponse:
    """Ask for the code; then what became of it."""
    form = forms.ByReceipt(request.POST or None)
    if not form.is_valid():
        return asked(request, form)
    return told(request, form, code=form.cleaned_data["code"])


def asked(request: PersonRequest, form: django_forms.Form) -> HttpResponse:
    context = {"by_receipt": form}
    status = 422 if form.is_bound else 200
    return render(request, "feedback/by_receipt.html", context, status=status)


def entry_behind(code: str) -> Feedback | None:
    """The entry of a receipt, once it is out of the letterbox."""
    entries = Feedback.objects.select_related("topic", "merged_into", "place")
    return entries.filter(receipt=digest_of(code)).first()


def told(
    request: PersonRequest, form: forms.ByReceipt, *, code: str, note: str = "", status: int = 200
) -> HttpResponse:
    """The entry with its answer; one in the letterbox with its hour; else the sentence."""
    entry = entry_behind(code)
    letters = list(Letter.objects.filter(receipt=digest_of(code)))
    if entry is None and not letters:
        form.add_error("code", _("There is nothing under this code. Look at it once more."))
        return asked(request, form)
    context = {
        "entry": entry, "code": code, "note": note,
        "letter": next((each for each in letters if each.kind == Letter.Kind.ENTRY), None),
        "waiting": [each for each in letters if each.kind != Letter.Kind.ENTRY],
        "timeline": timeline_of(entry) if entry else [],
        "spoken": entry.spoken_for if entry else None,
        "reply": kept_or(form, forms.ReplyByReceipt, code),
        "stars": kept_or(form, forms.StarsByReceipt, code),
    }  # fmt: skip
    return render(request, "feedback/read.html", context, status=status)


def kept_or(form: forms.ByReceipt, kind: type[forms.ByReceipt], code: str) -> forms.ByReceipt:
    """The form that was sent, if it is of that kind; else an empty one for the code."""
    return form if isinstance(form, kind) else kind(initial={"code": code})


def behind(form: forms.ByReceipt) -> tuple[Feedback | None, str]:
    """The entry that a form about a receipt names, and its code."""
    code = form.cleaned_data.get("code", "") if form.is_bound else ""
    return (entry_behind(code) if code else None), code


@require_POST
def reply(request: PersonRequest) -> HttpResponse:
    """A word to whoever answers; it is in the letterbox until the full hour."""
    note = _("Your reply is in the letterbox and arrives on the full hour.")
    return dropped(request, forms.ReplyByReceipt(request.POST), drop=actions.drop_reply, note=note)


@require_POST
def stars(request: PersonRequest) -> HttpResponse:
    """How content one is with the answer."""
    note = _("Your stars are in the letterbox and arrive on the full hour.")
    return dropped(request, forms.StarsByReceipt(request.POST), drop=actions.drop_stars, note=note)


def dropped(
    request: PersonRequest, form: forms.ByReceipt, *, drop: Callable[..., object], note: str
) -> HttpResponse:
    """Put what the form says to its entry into the letterbox."""
    is_valid = form.is_valid()
    entry, code = behind(form)
    if entry is None:
        return asked(request, forms.ByReceipt(request.POST))
    if not is_valid:
        return told(request, form, code=code, status=422)
    said = {name: form.cleaned_data[name] for name in form.cleaned_data if name != "code"}
    drop(entry, **said, at=timezone.now())
    return told(request, forms.ByReceipt(), code=code, note=note)
