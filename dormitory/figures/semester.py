"""How full the houses are and how the evening roll is kept, read from what the database tallies."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from campus.figures import Group, Line, Span, Sums, proof, summed, today_line
from dormitory.models import AbsenceTally, Bed, CountTally, Occupancy

COUNTS, ABSENCES, STAYS = "dormitory:counts", "dormitory:absences", "dormitory:stays"
SOURCE = _("Rooms by the night on which they were counted.")


def groups(spans: Sequence[Span]) -> list[Group]:
    """Rooms counted, and what became of those who were not there; two queries."""
    counted = summed(spans, CountTally.objects.all(), ("rooms", "sleepers", "on_leave"))
    noted = summed(
        spans, AbsenceTally.objects.all(), ("noted", "late", "there_after_all", "missing")
    )
    count, absent = Sums(spans, counted, COUNTS).line, Sums(spans, noted, ABSENCES).line
    lines = [
        count(_("Rooms counted in the evening"), "rooms"),
        count(_("Pupils counted"), "sleepers"),
        count(_("Of these on leave"), "on_leave", ("sleepers",)),
        absent(_("Not there at the roll"), "noted"),
        absent(_("Back late"), "late", ("noted",), state="late"),
        absent(_("Were there after all"), "there_after_all", ("noted",), state="found"),
        absent(_("Never cleared"), "missing", ("noted",), state="missing"),
    ]
    return [Group(title=_("Evening roll"), lines=lines, source=SOURCE)]


def standing(today: date) -> list[Line]:
    """Beds and how many of them are taken today; one query."""
    # Asked once for all beds: asked bed by bed, all who ever slept there would be gone through.
    slept_in = Q(pk__in=Occupancy.objects.on(today).values("bed"))
    counted = Bed.objects.aggregate(beds=Count("pk"), taken=Count("pk", filter=slept_in))
    beds, taken = counted["beds"], counted["taken"]
    return [
        today_line(_("Beds taken"), taken, proof(STAYS), of=beds, key="taken"),
        today_line(_("Free beds"), beds - taken, proof("dormitory:houses")),
    ]
