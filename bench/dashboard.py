"""The semester on one screen, counted anew each time: what the first of a minute waits for."""

from datetime import timedelta

from campus.models import Place
from logistics.dashboard import readings

# Sessions, duties, navigation, things that wait and semesters among them.
MOST_QUERIES = 15


def pages() -> dict[str, str]:
    """The whole school, and one building of it."""
    readings.RENEWED_AFTER = timedelta(0)
    building = Place.objects.filter(kind=Place.Kind.BUILDING).order_by("pk")[0]
    return {
        "dashboard": "/dashboard/",
        "dashboard of a building": f"/dashboard/?building={building.pk}",
    }
