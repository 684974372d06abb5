"""Saying something, with a name or without one."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.feedback import actions, forms, rights
from campus.feedback.models import Feedback
from campus.feedback.registry import AREAS, FeedbackArea, key_of, subject_of

SHOWN = 10


@require_safe
def overview(request: PersonRequest) -> HttpResponse:
    """What can be written about, what one has written with one's name, the way to a receipt."""
    mine = Feedback.objects.filter(reporter=request.user).select_related("topic", "merged_into")
    context = {
        "areas": AREAS.values(),
        "mine": mine.order_by("-raised_at", "-id")[:SHOWN],
        "may_read": rights.can_read_entries(request.user),
        "may_keep": rights.can_keep_topics(request.user),
        "by_receipt": forms.ByReceipt(),
    }
    return render(request, "feedback/overview.html", context)


def area_named(name: str) -> FeedbackArea:
    """The area that asks for feedback; else 404."""
    if name not in AREAS:
        raise Http404
    return AREAS[name]


def form_of(request: PersonRequest, area: FeedbackArea) -> forms.Write:
    """The form, filled in with the place and subject that the address brings along."""
    place = forms.place_at(request.GET.get("place", ""))
    subject = subject_of(area, request.GET.get("about", "")[:80])
    groups = list(area.subjects(place, timezone.localdate()))
    if subject:
        groups.insert(0, (_("This one"), [subject]))
    initial = {
        "place": place.code if place else "", "subject": key_of(subject) if subject else ""
    }  # fmt: skip
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = forms.Write(*sent, area=area, groups=groups, initial=initial)
    return form if rights.can_sign(request.user) else form.without_photos()


def drawn(request: PersonRequest, area: FeedbackArea, form: forms.Write) -> HttpResponse:
    """The form on its page; what was typed stays."""
    context = {
        "form": form, "area": area, "query": request.GET.urlencode(),
        "may_sign": rights.can_sign(request.user),
    }  # fmt: skip
    return render(request, "feedback/new.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest, area: str) -> HttpResponse:
    """Write with one's name; labels and pages bring along `?place=` and `?about=canteen.dish:3`."""
    asked = area_named(area)
    form = form_of(request, asked)
    if not form.is_valid():
        return drawn(request, asked, form)
    require(rights.can_sign(request.user))
    topic = form.cleaned_data["topic"]
    entry = actions.write(topic, **form.facts(), by=request.user, at=timezone.now())
    words = _("%(number)s has arrived. You will be told the answer.")
    messages.success(request, words % {"number": entry.number})
    return redirect("feedback:case", entry.pk)


@require_POST
def new_unnamed(request: PersonRequest, area: str) -> HttpResponse:
    """Write without a name: into the letterbox; the answer is the receipt, shown this once."""
    asked = area_named(area)
    form = form_of(request, asked)
    if not form.is_valid():
        return drawn(request, asked, form)
    topic, code = form.cleaned_data["topic"], form.code
    actions.drop_entry(
        topic, code=code, **form.facts(), allowed_to=request.user, at=timezone.now()
    )  # fmt: skip
    return render(request, "feedback/receipt.html", {"code": code, "topic": topic, "area": asked})
