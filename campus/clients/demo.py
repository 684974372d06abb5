"""An app of the demo school; its address leads nowhere."""

from datetime import date, datetime, time
from random import Random

from django.utils import timezone

from campus.clients import actions
from campus.models import Person


def fill(random: Random, day: date) -> None:
    """The clubs' app, which the head has let in."""
    at = timezone.make_aware(datetime.combine(day, time(8)))
    admin, head = (Person.objects.get(number=number) for number in ("admin", "head"))
    app, _secret = actions.make_app(
        by=admin, ip="", at=at, name="社团报名", scopes=["profile", "school"],
        redirect_uris=["https://club.yunqi.example/callback"],
        logout_uris=["https://club.yunqi.example/"],
    )  # fmt: skip
    actions.give(head, app, scopes=["openid", "profile", "school"], ip="", at=at)
