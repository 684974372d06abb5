"""Celery's part of jobs: the number of one goes in; running twice is harmless."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from campus.jobs import actions
from campus.models import Job

# A job that nobody has taken up by then was lost by the broker, or its worker died.
FORGOTTEN_AFTER = timedelta(minutes=1)


@shared_task
def run(pk: int) -> None:
    """Do job `pk`."""
    actions.run(pk, at=timezone.now())


@shared_task(expires=55)
def take_up_jobs() -> None:
    """Every minute: do what the broker forgot or a dead worker left."""
    forgotten = Job.objects.waiting().filter(asked_at__lt=timezone.now() - FORGOTTEN_AFTER)
    for pk in forgotten.order_by("asked_at").values_list("pk", flat=True):
        actions.run(pk, at=timezone.now())


@shared_task(expires=3600)
def clear_old_files() -> None:
    """Every night: remove files that were to be fetched within a week."""
    actions.clear_old_files(at=timezone.now())
