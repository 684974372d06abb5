"""Those who cook: files, certificates, the roster of a week, mornings, training."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.school_time.days import monday_of
from campus.shell.form_page import form_page
from canteen import rights
from canteen.actions import workers as actions
from canteen.forms.kitchen import (
    CertificateForm,
    MorningForm,
    PostForm,
    RosterForm,
    TrainForm,
    WorkerForm,
)
from canteen.lists import MORNINGS, WORKERS
from canteen.models import Canteen, CanteenWorker, MorningCheck, Post, RosterLine, Standards
from canteen.views.pages import day_asked, kept
from planning.models import Paper

MOST = 20


@require_safe
def workers(request: PersonRequest) -> HttpResponse:
    """Everybody who works in the kitchens."""
    return list_page(
        request, WORKERS, "canteen/workers.html",
        may_keep=rights.can_keep_menus(request.user),
        may_train=rights.can_work_in_kitchen(request.user),
    )  # fmt: skip


def found(request: PersonRequest, pk: int) -> CanteenWorker:
    seen = CanteenWorker.objects.visible_to(request.user).select_related("canteen")
    return get_object_or_404(seen, pk=pk)


@require_safe
def worker(request: PersonRequest, pk: int) -> HttpResponse:
    """One of them: certificates, hours of training this year, mornings."""
    shown, today = found(request, pk), timezone.localdate()
    found_papers = Paper.objects.of(shown).select_related("kind").order_by("-ends_on")
    trained = shown.trainings.filter(on__year=today.year)
    context = {
        "worker": shown,
        "papers": [(paper, paper.state(today)) for paper in found_papers],
        "trainings": trained.order_by("-on", "-id"),
        "hours": trained.aggregate(hours=Sum("hours"))["hours"] or 0,
        "wanted": Standards.objects.get(pk=1).training_hours,
        "checks": shown.checks.select_related("by").order_by("-day")[:MOST],
        "may_keep": rights.can_keep_menus(request.user),
    }
    return render(request, "canteen/worker.html", context)


@require_http_methods(["GET", "POST"])
def write(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Write down somebody, or change what is said."""
    edited = found(request, pk) if pk else CanteenWorker()
    require(rights.can_keep_menus(request.user))
    form = WorkerForm(
        request.POST or None, instance=edited,
        initial={} if pk else {"hired_on": timezone.localdate()},
    )  # fmt: skip
    back = edited.get_absolute_url() if pk else reverse("canteen:workers")
    return kept(request, form, title=_("Canteen worker"), back=back, write=actions.write_worker)


@require_http_methods(["GET", "POST"])
def certify(request: PersonRequest, pk: int) -> HttpResponse:
    """Write down a health certificate."""
    certified = found(request, pk)
    require(rights.can_keep_menus(request.user))
    form = CertificateForm(request.POST or None, request.FILES or None, person=request.user)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Health certificate"), back=certified.get_absolute_url(),
            under=str(certified),
        )  # fmt: skip
    actions.certify(certified, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The certificate is written down; its end is reminded of."))
    return redirect(certified)


@require_http_methods(["GET", "POST"])
def train(request: PersonRequest) -> HttpResponse:
    """Note that several were trained."""
    require(rights.can_work_in_kitchen(request.user))
    form = TrainForm(request.POST or None, initial={"on": timezone.localdate()})
    back = reverse("canteen:workers")
    if not form.is_valid():
        return form_page(request, form, title=_("Training"), back=back)
    count = actions.train(by=request.user, at=timezone.now(), **form.cleaned_data)
    words = ngettext("%(count)d person was trained.", "%(count)d people were trained.", count)
    messages.success(request, words % {"count": count})
    return redirect(back)


# The roster


def found_canteen(request: PersonRequest, pk: int) -> Canteen:
    return get_object_or_404(Canteen.objects.visible_to(request.user), pk=pk)


def roster_path(canteen: Canteen, day: date) -> str:
    return f"{reverse('canteen:roster', args=[canteen.pk])}?day={day.isoformat()}"


@require_http_methods(["GET", "POST"])
def roster(request: PersonRequest, pk: int) -> HttpResponse:
    """Who is at which post this week; somebody is put at one with the form below."""
    require(rights.can_work_in_kitchen(request.user))
    canteen, monday = found_canteen(request, pk), monday_of(day_asked(request))
    form = RosterForm(request.POST or None, canteen=canteen, initial={"day": day_asked(request)})
    if form.is_valid():
        actions.roster(
            form.cleaned_data["worker"], post=form.cleaned_data["post"],
            day=form.cleaned_data["day"], by=request.user, at=timezone.now(),
        )  # fmt: skip
        messages.success(request, _("They are on the roster."))
        return redirect(roster_path(canteen, form.cleaned_data["day"]))
    context = {"form": form, **roster_of(canteen, monday)}
    status = 422 if form.is_bound else 200
    return render(request, "canteen/roster.html", context, status=status)


def roster_of(canteen: Canteen, monday: date) -> dict[str, Any]:
    """A week's roster, post by post and day by day; three queries."""
    days = [monday + timedelta(days=number) for number in range(7)]
    lines = RosterLine.objects.filter(post__canteen=canteen, day__range=(days[0], days[-1]))
    lapsed = set(lines.lapsed().values_list("pk", flat=True))
    cells: dict[tuple[int, date], list[tuple[RosterLine, bool]]] = {}
    for line in lines.select_related("worker").order_by("id"):
        cells.setdefault((line.post_id, line.day), []).append((line, line.pk in lapsed))
    posts = Post.objects.filter(canteen=canteen, is_kept=True).select_related("owner")
    return {
        "canteen": canteen, "days": days, "monday": monday, "today": timezone.localdate(),
        "before": monday - timedelta(days=7), "after": monday + timedelta(days=7),
        "rows": [(post, [cells.get((post.pk, day), []) for day in days]) for post in posts],
        "canteens": Canteen.objects.running(),
    }  # fmt: skip


@require_POST
def copy_roster(request: PersonRequest, pk: int) -> HttpResponse:
    """Put everybody where they were the week before."""
    require(rights.can_work_in_kitchen(request.user))
    canteen, monday = found_canteen(request, pk), monday_of(day_asked(request))
    made, left_out = actions.copy_roster(
        canteen, source=monday - timedelta(days=7), target=monday, by=request.user,
        at=timezone.now(),
    )  # fmt: skip
    words = ngettext("%(count)d line is laid.", "%(count)d lines are laid.", made)
    messages.success(request, words % {"count": made})
    if left_out:
        names = "、".join(left_out)
        messages.warning(request, _("Without a certificate or away: %(names)s.") % {"names": names})
    return redirect(roster_path(canteen, monday))


@require_POST
def unroster(request: PersonRequest, pk: int) -> HttpResponse:
    """Take somebody off a post of a day."""
    seen = RosterLine.objects.visible_to(request.user).select_related("post__canteen")
    line = get_object_or_404(seen, pk=pk)
    require(rights.can_work_in_kitchen(request.user))
    actions.unroster(line, by=request.user, at=timezone.now())
    messages.success(request, _("They are off the roster."))
    return redirect(roster_path(line.post.canteen, line.day))


@require_http_methods(["GET", "POST"])
def post(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Lay a post, or say who answers for it."""
    require(rights.can_keep_menus(request.user))
    edited = get_object_or_404(Post, pk=pk) if pk else Post()
    initial = {} if pk else {"canteen": request.GET.get("canteen", "")}
    form = PostForm(request.POST or None, instance=edited, initial=initial)
    back = reverse("canteen:roster", args=[edited.canteen_id]) if pk else reverse("canteen:workers")
    return kept(request, form, title=_("Post of a kitchen"), back=back, write=actions.write_post)


@require_POST
def lay_posts(request: PersonRequest, pk: int) -> HttpResponse:
    """Add the usual posts that a canteen lacks."""
    require(rights.can_keep_menus(request.user))
    canteen = found_canteen(request, pk)
    laid = actions.lay_posts(canteen, by=request.user, at=timezone.now())
    words = ngettext("%(count)d post is laid.", "%(count)d posts are laid.", len(laid))
    messages.success(request, words % {"count": len(laid)})
    return redirect("canteen:roster", canteen.pk)


# Mornings


@require_safe
def mornings(request: PersonRequest) -> HttpResponse:
    """The register of morning checks."""
    return list_page(request, MORNINGS, "canteen/list.html")


@require_safe
def morning(request: PersonRequest, pk: int) -> HttpResponse:
    """Everybody at a post today, looked at or not."""
    require(rights.can_work_in_kitchen(request.user))
    canteen, today = found_canteen(request, pk), timezone.localdate()
    rostered = RosterLine.objects.filter(day=today, post__canteen=canteen).values("worker")
    there = CanteenWorker.objects.filter(pk__in=rostered).defer("sought").order_by("id")
    checks = {each.worker_id: each for each in MorningCheck.objects.filter(
        day=today, worker__in=there.order_by()).select_related("by")}  # fmt: skip
    rows = [(each, checks.get(each.pk)) for each in there]
    context = {
        "canteen": canteen, "canteens": Canteen.objects.running(), "today": today, "rows": rows,
        "open": sum(check is None for _worker, check in rows),
    }  # fmt: skip
    return render(request, "canteen/morning.html", context)


@require_http_methods(["GET", "POST"])
def check(request: PersonRequest, pk: int) -> HttpResponse:
    """Look at one of them before work."""
    looked_at = found(request, pk)
    require(rights.can_work_in_kitchen(request.user))
    form = MorningForm(request.POST or None)
    back = reverse("canteen:morning", args=[looked_at.canteen_id])
    if not form.is_valid():
        return form_page(
            request, form, title=_("Morning check"), back=back, under=str(looked_at),
            words=_("Whoever has a symptom is off the line for the day."),
        )  # fmt: skip
    made = actions.check_morning(looked_at, by=request.user, at=timezone.now(), **form.cleaned_data)
    words = _("%(worker)s is fit.") if made.is_fit else _("%(worker)s is off the line today.")
    messages.success(request, words % {"worker": looked_at})
    return redirect(back)


@require_POST
def check_others(request: PersonRequest, pk: int) -> HttpResponse:
    """Note that all others are well."""
    canteen = found_canteen(request, pk)
    require(rights.can_work_in_kitchen(request.user))
    count = actions.check_others(canteen, by=request.user, at=timezone.now())
    words = ngettext("%(count)d is noted as well.", "%(count)d are noted as well.", count)
    messages.success(request, words % {"count": count})
    return redirect("canteen:morning", canteen.pk)
