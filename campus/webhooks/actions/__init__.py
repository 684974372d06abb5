"""What happens to webhooks: something is announced, delivered, sent again; addresses are kept."""

from campus.webhooks.actions.announcing import announce, announce_state
from campus.webhooks.actions.delivering import deliver_all
from campus.webhooks.actions.keeping import (
    add_webhook,
    change_webhook,
    forget_old,
    remove_webhook,
    renew_secret,
    send_again,
    send_all_again,
    send_trial,
    switch_webhook,
)

__all__ = [
    "add_webhook",
    "announce",
    "announce_state",
    "change_webhook",
    "deliver_all",
    "forget_old",
    "remove_webhook",
    "renew_secret",
    "send_again",
    "send_all_again",
    "send_trial",
    "switch_webhook",
]
