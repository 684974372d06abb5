"""Celery's part: the week's letters, and what stands at the end of a day. Running twice is
harmless."""

from celery import shared_task
from django.utils import timezone

from campus.models import Semester
from campus.school_time.days import monday_of
from logistics.areas import measures
from logistics.dashboard import actions
from logistics.dashboard.letters import writer
from logistics.dashboard.models import Digest
from logistics.dashboard.readings import counted, standing_now
from logistics.dashboard.scope import school_scope


@shared_task(expires=500)
def send_letters() -> None:
    """On Monday morning: lay the letters of the week and send those that wait."""
    now = timezone.now()
    today = timezone.localdate(now)
    scope = school_scope(today, list(Semester.objects.select_related("school_year")))
    if scope is None:
        return
    actions.lay_letters(monday_of(today), at=now)
    waiting = list(Digest.objects.due(now).order_by("pk").values_list("pk", flat=True))
    write = writer(counted(scope, now), scope) if waiting else None
    for pk in waiting:
        assert write
        actions.send_letter(pk, write, at=timezone.now())


@shared_task
def keep_week() -> None:
    """Every night: keep what the measures that stand as they are now come to in this week."""
    now = timezone.now()
    actions.keep_week(
        monday_of(timezone.localdate(now)), standing_now(measures(), timezone.localdate(now)),
        at=now,
    )  # fmt: skip
