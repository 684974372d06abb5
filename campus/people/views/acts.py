"""Who may do something, and what somebody may do."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.people import registry, rights
from campus.people.views.person import seen


@require_safe
def who_may(request: PersonRequest) -> HttpResponse:
    """Choose an act (`?act=`), and see who may do it and through which duty."""
    require(rights.can_ask_who_may(request.user))
    act = registry.ACTS.get(request.GET.get("act", ""))
    context = {
        "areas": registry.acts_by_area(),
        "act": act,
        "holders": registry.holders(act) if act else [],
    }
    return render(request, "people/who_may.html", context)


@require_safe
def acts_of(request: PersonRequest, pk: int) -> HttpResponse:
    """All acts with yes, or no and why not."""
    shown = seen(request, pk)
    require(rights.can_see_acts_of(request.user, shown))
    areas = [
        (area, [(act, act.right(shown), registry.holder(act, shown)) for act in acts])
        for area, acts in registry.acts_by_area()
    ]
    return render(request, "people/acts_of.html", {"person": shown, "areas": areas})
