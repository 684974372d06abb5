"""Celery's part of people."""

from celery import shared_task

from campus.people import actions


@shared_task(expires=3600)
def spell_names() -> None:
    """Every night: names that came in another way than the portal's own get their pinyin."""
    actions.spell_names()
