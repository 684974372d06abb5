"""Webhooks for whoever keeps them: addresses, secrets, and what the other systems were told."""

import json

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists.forms import Selection
from campus.lists.views import list_page, sent_back
from campus.models import Webhook, WebhookDelivery
from campus.shell.form_page import form_page
from campus.webhooks import actions, forms, rights
from campus.webhooks.lists import DELIVERIES

LAST = 10


def found(request: PersonRequest, pk: int) -> Webhook:
    """The webhook, for whoever keeps them; 404 for all others."""
    require(rights.can_keep_webhooks(request.user))
    return get_object_or_404(Webhook.objects.visible_to(request.user), pk=pk)


@require_safe
def webhooks(request: PersonRequest) -> HttpResponse:
    """All of them, each with what it is told and whether it listens."""
    require(rights.can_keep_webhooks(request.user))
    given_up = WebhookDelivery.objects.given_up()
    context = {"webhooks": Webhook.objects.all(), "has_given_up": given_up.exists()}
    return render(request, "webhooks/webhooks.html", context)


@require_safe
def webhook(request: PersonRequest, pk: int) -> HttpResponse:
    """One of them, with the last that it was told."""
    one = found(request, pk)
    told = one.deliveries.select_related("event").order_by("-id")
    return render(request, "webhooks/webhook.html", {"webhook": one, "told": told[:LAST]})


@require_http_methods(["GET", "POST"])
@never_cache
def webhook_new(request: PersonRequest) -> HttpResponse:
    """Name another system's address; the answer is the only place where its secret stands."""
    require(rights.can_keep_webhooks(request.user))
    form = forms.WebhookForm(request.POST or None, instance=Webhook())
    if not form.is_valid():
        return form_page(request, form, title=_("New webhook"), back="/webhooks/")
    one = Webhook(**form.cleaned_data)
    secret = actions.add_webhook(one, by=request.user, at=timezone.now())
    return render(request, "webhooks/secret.html", {"webhook": one, "secret": secret})


@require_http_methods(["GET", "POST"])
def webhook_edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Another name, address or choice of events."""
    one = found(request, pk)
    form = forms.WebhookForm(request.POST or None, instance=found(request, pk))
    if not form.is_valid():
        return form_page(request, form, title=str(one), back=one.get_absolute_url())
    actions.change_webhook(one, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(name)s” is saved.") % {"name": form.cleaned_data["name"]})
    return redirect(one)


@require_POST
@never_cache
def webhook_secret(request: PersonRequest, pk: int) -> HttpResponse:
    """Another secret, shown this once."""
    one = found(request, pk)
    secret = actions.renew_secret(one, by=request.user, at=timezone.now())
    return render(request, "webhooks/secret.html", {"webhook": one, "secret": secret})


@require_POST
def webhook_switch(request: PersonRequest, pk: int) -> HttpResponse:
    """Switch it off, or on again."""
    one = found(request, pk)
    on = request.POST.get("on") == "yes"
    actions.switch_webhook(one, on=on, by=request.user, at=timezone.now())
    words = _("“%(name)s” is told again.") if on else _("“%(name)s” is told nothing from now on.")
    messages.success(request, words % {"name": one})
    return redirect(one)


@require_POST
def webhook_trial(request: PersonRequest, pk: int) -> HttpResponse:
    """Tell it that this is a trial; its page says how that went."""
    sent = actions.send_trial(found(request, pk), by=request.user, at=timezone.now())
    messages.success(request, _("The trial is on its way; look at this page again in a moment."))
    return redirect(sent)


@require_POST
def webhook_remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Take it out."""
    one = found(request, pk)
    actions.remove_webhook(one, by=request.user, at=timezone.now())
    messages.success(request, _("“%(name)s” is taken out.") % {"name": one})
    return redirect("webhooks:webhooks")


@require_safe
def deliveries(request: PersonRequest) -> HttpResponse:
    """What was told to whom, and how that went."""
    return list_page(request, DELIVERIES, "webhooks/deliveries.html")


@require_safe
def delivery(request: PersonRequest, pk: int) -> HttpResponse:
    """One event on its way to one system: what was sent, and each try."""
    require(rights.can_keep_webhooks(request.user))
    seen = WebhookDelivery.objects.visible_to(request.user).select_related("event", "webhook")
    one = get_object_or_404(seen, pk=pk)
    message = json.dumps(one.message, ensure_ascii=False, indent=2)
    context = {"delivery": one, "tries": one.tries.all(), "message": message}
    return render(request, "webhooks/delivery.html", context)


@require_POST
def delivery_again(request: PersonRequest, pk: int) -> HttpResponse:
    """Send it once more."""
    require(rights.can_keep_webhooks(request.user))
    one = get_object_or_404(WebhookDelivery.objects.visible_to(request.user), pk=pk)
    actions.send_again(one, by=request.user, at=timezone.now())
    messages.success(request, _("It is on its way once more."))
    return redirect(one)


@require_POST
def deliveries_again(request: PersonRequest) -> HttpResponse:
    """Send the selected ones once more."""
    require(rights.can_keep_webhooks(request.user))
    form = Selection(request.POST, page=DELIVERIES, person=request.user, query=request.GET.copy())
    if not form.is_valid():
        return sent_back(request, form)
    count = actions.send_all_again(form.cleaned_data["rows"], by=request.user, at=timezone.now())
    told = ngettext("%(count)d is on its way once more.", "%(count)d are on their way once more.",
                    count)  # fmt: skip
    messages.success(request, told % {"count": count})
    return redirect("webhooks:deliveries")
