"""What other systems were told, for whoever keeps webhooks; and what else the noun hands in."""

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy

from campus.audit.registry import name_kinds
from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Act, Column, ListPage, name_list
from campus.models import Person, Webhook, WebhookDelivery
from campus.notices.topics import name_topic
from campus.people.registry import name_act
from campus.shell.words import moment_in_words
from campus.webhooks import rights
from campus.webhooks.actions.delivering import TOPIC
from campus.webhooks.names import kinds, label_of


class DeliveryFilters(ListFilters):
    """By system, state, kind and days."""

    webhook = django_filters.ModelChoiceFilter(
        label=_("system"), queryset=Webhook.objects.all(), empty_label=_("All systems")
    )
    state = django_filters.ChoiceFilter(
        label=_("state"), choices=WebhookDelivery.State.choices, empty_label=_("Arrived or not")
    )
    kind = django_filters.ChoiceFilter(
        field_name="event__kind", label=pgettext_lazy("webhook", "event"),
        choices=kinds,
        empty_label=_("All events"),
    )  # fmt: skip
    since = Since(field_name="event__at", label=_("from"))
    until = Until(field_name="event__at", label=pgettext_lazy("end of a time", "until"))


def rows(person: Person, query: QueryDict) -> QuerySet[WebhookDelivery]:
    return WebhookDelivery.objects.visible_to(person).select_related("event", "webhook")


def state_cell(delivery: WebhookDelivery) -> SafeString:
    label = WebhookDelivery.State(delivery.state).label
    return format_html('<span class="state state-{}">{}</span>', delivery.tone, label)


DELIVERIES = ListPage(
    name="webhook_deliveries",
    title=_("What other systems were told"),
    icon="webhook",
    address="webhooks:deliveries",
    sought="",
    rows=rows,
    order=("-id",),
    filters=DeliveryFilters,
    columns=(
        Column(key="event", label=pgettext_lazy("webhook", "Event"), is_title=True, width=30,
               cell=lambda delivery: label_of(delivery.event.kind),
               value=lambda delivery: label_of(delivery.event.kind)),
        Column(key="webhook", label=_("System"), width=24),
        Column(key="event.at", label=_("When"), width=18,
               cell=lambda delivery: moment_in_words(delivery.event.at)),
        Column(key="state", label=_("State"), cell=state_cell, width=12),
        Column(key="attempts", label=_("Tries"), width=8),
        Column(key="arrived_at", label=_("Arrived at"), width=18,
               cell=lambda delivery: (
                   moment_in_words(delivery.arrived_at) if delivery.arrived_at else ""
               )),
    ),
    acts=(Act(label=_("Send again"), icon="refresh", address="webhooks:deliveries_again"),),
    may_select=lambda person, delivery: delivery.state != WebhookDelivery.State.WAITING,
    may_read=rights.can_keep_webhooks,
    may_export=rights.can_keep_webhooks,
    empty_title=_("Nothing was told yet"),
    empty_text=_("Once a webhook is on, each event that it wants stands here with its tries."),
)  # fmt: skip


def hand_in() -> None:
    """The list, the act, the notices, and what the audit log says."""
    name_list(DELIVERIES)
    name_act(_("Other systems"), _("Tell other systems what happens"), rights.can_keep_webhooks)
    name_topic(TOPIC, _("Other systems that take no events"))
    label = _("Webhooks")
    name_kinds(
        {
            "webhook_made": (label, gettext_noop("Webhook “%(name)s” to %(address)s was made.")),
            "webhook_changed": (
                label, gettext_noop("Webhook “%(name)s” was changed; it leads to %(address)s."),
            ),
            "webhook_secret": (label, gettext_noop("Webhook “%(name)s” has another secret.")),
            "webhook_on": (label, gettext_noop("Webhook “%(name)s” was switched on.")),
            "webhook_off": (label, gettext_noop("Webhook “%(name)s” was switched off.")),
            "webhook_stopped": (
                label,
                gettext_noop("Webhook “%(name)s” was switched off, as it took nothing any more."),
            ),
            "webhook_removed": (
                label, gettext_noop("Webhook “%(name)s” to %(address)s was taken out."),
            ),
        }
    )  # fmt: skip
