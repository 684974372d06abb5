"""The inbox of the person who signed in; robots and copies in trouble for those who see to them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, came_from, require
from campus.models import Delivery, InboxEntry, Robot
from campus.notices import actions, forms, rights
from campus.notices.topics import TOPICS

PAGE = 25


# -- inbox


@require_safe
def inbox(request: PersonRequest) -> HttpResponse:
    """What I was told: the unread, or with `?show=all` everything, newest first."""
    show = "all" if request.GET.get("show") == "all" else "unread"
    entries = InboxEntry.objects.visible_to(request.user).select_related("notice")
    chosen = entries if show == "all" else entries.unread()
    page = Paginator(chosen, PAGE).get_page(request.GET.get("page"))
    return render(request, "notices/inbox.html", {"page": page, "show": show})


@require_POST
def open_entry(request: PersonRequest, pk: int) -> HttpResponse:
    """Mark one entry read and go where it leads."""
    entry = entry_of(request, pk)
    actions.mark_read(entry, by=request.user, at=timezone.now())
    return redirect(entry.notice.path or "notices:inbox")


@require_POST
def read(request: PersonRequest, pk: int) -> HttpResponse:
    """Mark one entry read and stay."""
    actions.mark_read(entry_of(request, pk), by=request.user, at=timezone.now())
    return redirect(came_from(request))


@require_POST
def read_all(request: PersonRequest) -> HttpResponse:
    """Mark everything read that was there when the page was drawn."""
    newest = request.POST.get("newest", "")
    count = actions.mark_all_read(
        by=request.user, at=timezone.now(), newest=int(newest) if newest.isdecimal() else 0
    )
    messages.success(
        request,
        ngettext("%(count)d notice marked as read.", "%(count)d notices marked as read.", count)
        % {"count": count},
    )
    return redirect(came_from(request))


def entry_of(request: PersonRequest, pk: int) -> InboxEntry:
    mine = InboxEntry.objects.visible_to(request.user).select_related("notice")
    return get_object_or_404(mine, pk=pk)


# -- robots


@require_safe
def robots(request: PersonRequest) -> HttpResponse:
    """All robots, and how many copies are in trouble."""
    require(rights.can_manage_robots(request.user))
    context = {
        "robots": [(robot, topics_in_words(robot)) for robot in Robot.objects.all()],
        "in_trouble": Delivery.objects.in_trouble().count(),
    }
    return render(request, "notices/robots.html", context)


def topics_in_words(robot: Robot) -> list[str]:
    return [str(TOPICS.get(topic, topic)) for topic in robot.topics]


@require_http_methods(["GET", "POST"])
def robot_new(request: PersonRequest) -> HttpResponse:
    """Let a robot join."""
    require(rights.can_manage_robots(request.user))
    form = forms.RobotForm(request.POST or None)
    if not form.is_valid():
        return robot_page(request, form)
    typed = form.cleaned_data
    robot = Robot(name=typed["name"], address=typed["address"], topics=typed["topics"])
    robot = actions.add_robot(robot, by=request.user, at=timezone.now())
    messages.success(
        request, _("“%(robot)s” was added. Send a trial message next.") % {"robot": robot}
    )
    return redirect("notices:robots")


@require_http_methods(["GET", "POST"])
def robot_edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a robot's name, address or topics."""
    require(rights.can_manage_robots(request.user))
    robot = get_object_or_404(Robot, pk=pk)
    form = forms.RobotForm(request.POST or None, robot=robot)
    if not form.is_valid():
        return robot_page(request, form, robot)
    typed = form.cleaned_data
    actions.change_robot(
        robot, name=typed["name"], address=typed["address"], topics=typed["topics"],
        by=request.user, at=timezone.now(),
    )  # fmt: skip
    messages.success(request, _("“%(robot)s” was changed.") % {"robot": typed["name"]})
    return redirect("notices:robots")


def robot_page(
    request: PersonRequest, form: forms.RobotForm, robot: Robot | None = None
) -> HttpResponse:
    context = {"form": form, "robot": robot}
    return render(request, "notices/robot.html", context, status=422 if form.is_bound else 200)


@require_POST
def robot_try(request: PersonRequest, pk: int) -> HttpResponse:
    """Send a trial message at once and say how it went."""
    require(rights.can_manage_robots(request.user))
    robot = get_object_or_404(Robot, pk=pk)
    fault = actions.try_robot(robot, by=request.user, at=timezone.now())
    if fault:
        words = _("The trial message of “%(robot)s” did not arrive: %(fault)s.")
        messages.error(request, words % {"robot": robot, "fault": fault})
    else:
        words = _("“%(robot)s” has said the trial message; look into its group.")
        messages.success(request, words % {"robot": robot})
    return redirect("notices:robots")


@require_POST
def robot_switch(request: PersonRequest, pk: int) -> HttpResponse:
    """Switch a robot off, or on again."""
    require(rights.can_manage_robots(request.user))
    robot = get_object_or_404(Robot, pk=pk)
    on = request.POST.get("on") == "yes"
    actions.switch_robot(robot, on=on, by=request.user, at=timezone.now())
    words = _("“%(robot)s” speaks again.") if on else _("“%(robot)s” is silent from now on.")
    messages.success(request, words % {"robot": robot})
    return redirect("notices:robots")


@require_safe
def deliveries(request: PersonRequest) -> HttpResponse:
    """Copies that did not arrive: given up, or about to be tried again."""
    require(rights.can_manage_robots(request.user))
    troubled = Delivery.objects.in_trouble().select_related("notice", "person", "robot")
    page = Paginator(troubled.order_by("state", "-pk"), PAGE).get_page(request.GET.get("page"))
    return render(request, "notices/deliveries.html", {"page": page})


@require_POST
def delivery_try_again(request: PersonRequest, pk: int) -> HttpResponse:
    """Begin anew with a copy that was given up."""
    require(rights.can_manage_robots(request.user))
    delivery = get_object_or_404(Delivery, pk=pk)
    actions.try_again(delivery, by=request.user, at=timezone.now())
    messages.success(request, _("The message will be tried again within a minute."))
    return redirect("notices:deliveries")
