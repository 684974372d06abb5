"""Who hears of what a check has taken from a class."""

from datetime import datetime

from django.db.models import Subquery
from django.urls import reverse
from django.utils.translation import gettext_noop

from campus.models import Duty, Person
from campus.notices.actions import tell
from cleaning.models import Care
from cleaning.models.duty_class import FOR_A_CLASS
from cleaning.registry import NOTICE, TOPICS
from inspections.models import Inspection

TAKEN = gettext_noop("Points were taken from your class: %(checklist)s")


def tell_of_points(walk: Inspection, *, by: Person, at: datetime) -> None:
    """After a check of cleaning: class teachers and labour monitors of the classes from which
    points were taken hear of it, once for each walk; two queries beside the notice."""
    if walk.checklist.topic not in TOPICS or walk.again_of_id is not None or not walk.faults:
        return
    care = Subquery(Care.objects.of_row().values("school_class")[:1])
    faulty = walk.part_scores.filter(faults__gt=0).annotate(whose=care)
    classes = set(faulty.values_list("whose", flat=True)) - {None}
    speaking = Duty.objects.running().filter(role__in=FOR_A_CLASS, school_class__in=classes)
    people = Person.objects.active().filter(pk__in=speaking.values("person"))
    readers = [person for person in people if person != by]
    if readers:
        tell(
            readers, key=f"{NOTICE}:points:{walk.pk}", topic=NOTICE, text=TAKEN,
            facts={"checklist": walk.checklist.name}, path=reverse("cleaning:results"), at=at,
            robots=False, mail=False,
        )  # fmt: skip
