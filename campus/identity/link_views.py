"""One's own ways to sign in; everybody's, and who joins by themselves, for administrators."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.identity import actions, rights
from campus.identity.arriving import TO_LINK
from campus.identity.forms import RuleForm
from campus.identity.lists import LINKS, RULES
from campus.identity.models import JoiningRule, LinkedIdentity
from campus.identity.views import found, ip_of
from campus.identity.ways import ways_on
from campus.lists.views import list_page


@require_safe
@never_cache
def mine(request: PersonRequest) -> HttpResponse:
    """The ways that are on, and which of them one has linked."""
    linked = {each.way: each for each in LinkedIdentity.objects.filter(person=request.user)}
    own = [{"way": way, "link": linked.get(way.id)} for way in ways_on()]
    return render(request, "identity/mine.html", {"own": own})


@require_http_methods(["GET", "POST"])
@never_cache
@reauthentication_required(allow_get=True)
def link(request: PersonRequest, way: str) -> HttpResponse:
    """Back from a service: is that you? Only a yes links it, which no other site can say."""
    on, waiting = found(way), request.session.get(TO_LINK)
    if not waiting or waiting["way"] != way:
        raise Http404
    if request.method != "POST":
        return render(request, "identity/link.html", {"way": on, "label": waiting["label"]})
    del request.session[TO_LINK]
    actions.link(
        request.user, way=on, uid=waiting["uid"], number=waiting["number"], ip=ip_of(request),
        at=timezone.now(),
    )  # fmt: skip
    messages.success(
        request, _("%(way)s is linked; sign in with it from now on.") % {"way": on.name}
    )
    return redirect("identity:mine")


@require_POST
def unlink(request: PersonRequest, way: str) -> HttpResponse:
    """One's own link is no more."""
    link = get_object_or_404(LinkedIdentity, person=request.user, way=way)
    actions.unlink(link, by=request.user, ip=ip_of(request), at=timezone.now())
    messages.success(request, _("It is unlinked."))
    return redirect("identity:mine")


# For administrators


@require_safe
def links(request: PersonRequest) -> HttpResponse:
    """Who has linked what."""
    return list_page(request, LINKS)


@require_http_methods(["GET", "POST"])
def linked(request: PersonRequest, pk: int) -> HttpResponse:
    """Somebody's link, and taking it away, so that they can link another."""
    require(rights.can_rule_joining(request.user))
    link = get_object_or_404(LinkedIdentity.objects.select_related("person"), pk=pk)
    if request.method != "POST":
        return render(request, "identity/linked.html", {"link": link})
    actions.unlink(link, by=request.user, ip=ip_of(request), at=timezone.now())
    messages.success(request, _("The link of %(name)s is taken away.") % {"name": link.person})
    return redirect("identity:links")


@require_safe
def rules(request: PersonRequest) -> HttpResponse:
    """Which unknown numbers join by themselves."""
    return list_page(request, RULES, "identity/rules.html")


@require_http_methods(["GET", "POST"])
def rule(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Lay a rule, or change one."""
    require(rights.can_rule_joining(request.user))
    written = get_object_or_404(JoiningRule, pk=pk) if pk else JoiningRule()
    form = RuleForm(request.POST or None, instance=written)
    back = reverse("identity:rules")
    if not form.is_valid():
        context = {
            "form": form, "title": _("Joining rule"), "back": back, "button": _("Save"),
            "rule": get_object_or_404(JoiningRule, pk=pk) if pk else None,
        }  # fmt: skip
        status = 422 if form.is_bound else 200
        return render(request, "identity/rule.html", context, status=status)
    target = JoiningRule.objects.get(pk=pk) if pk else JoiningRule()
    actions.write_rule(
        target, by=request.user, ip=ip_of(request), at=timezone.now(), **form.cleaned_data
    )
    messages.success(request, _("The rule is saved."))
    return redirect(back)


@require_POST
def rule_remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Nobody joins by the rule any more."""
    require(rights.can_rule_joining(request.user))
    rule = get_object_or_404(JoiningRule, pk=pk)
    actions.remove_rule(rule, by=request.user, ip=ip_of(request), at=timezone.now())
    messages.success(request, _("The rule is taken out; whoever has joined stays."))
    return redirect("identity:rules")
