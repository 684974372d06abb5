"""Celery's part of the roster sync; running twice is harmless."""

from celery import shared_task
from django.utils import timezone

from campus.directory import actions
from campus.models import DirectoryRun


@shared_task(expires=3600)
def begin() -> None:
    """Every night: fetch the school's list, where that is switched on."""
    sync = actions.the_sync()
    if sync.is_on and sync.by and not DirectoryRun.objects.under_way().exists():
        actions.begin(is_trial=sync.is_trial, by=sync.by, at=timezone.now())


@shared_task(expires=55)
def go_on() -> None:
    """Every minute: take the next step of what is under way."""
    for pk in DirectoryRun.objects.under_way().values_list("pk", flat=True):
        actions.go_on(pk, at=timezone.now())
