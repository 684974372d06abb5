"""What the page of a record tells of its past, and where somebody says something of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.urls import reverse

from campus.models import Person
from campus.records.forms import WriteComment
from campus.records.history import history_path
from campus.records.timeline import Happening, removable_by, timeline_of


def past_of(
    thing: Model, person: Person, at: datetime, *, others: Iterable[Happening] = ()
) -> dict[str, Any]:
    """For `records/timeline.html`: the timeline with the `others` that its area keeps, which files
    of it can be taken away, and where its history is read."""
    timeline = timeline_of(thing, others)
    return {
        "timeline": timeline, "removable": removable_by(person, timeline, at),
        "history_path": history_path(person, thing),
    }  # fmt: skip


def talk_of(thing: Model, person: Person) -> dict[str, Any]:
    """For `records/comment_form.html`: what is typed, and where it is sent."""
    return {
        "form": WriteComment(thing=thing, person=person),
        "comment_path": reverse("records:comment", args=[thing._meta.label_lower, thing.pk]),
    }
