"""Cases are shown by enquiries, the ground's own kind."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from campus.cases import actions
from campus.models import Enquiry, Place

SHANGHAI = ZoneInfo("Asia/Shanghai")
# A Monday morning in working hours.
AT = datetime(2025, 11, 3, 9, tzinfo=SHANGHAI)


def moment(month: int, day: int, hour: int, minute: int = 0, year: int = 2025) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=SHANGHAI)


@pytest.fixture
def lab(db) -> Place:
    return Place.objects.create(kind=Place.Kind.ROOM, code="A-SY-301", name="301 实验室")


@pytest.fixture
def raised(teacher, dispatcher):
    """Raise an enquiry by the teacher: `raised(title="…", at=…)`."""

    def raise_one(at: datetime = AT, by=None, **facts) -> Enquiry:
        facts.setdefault("title", "走廊灯不亮")
        return actions.raise_case(Enquiry, by=by or teacher, at=at, **facts)

    return raise_one


@pytest.fixture
def enquiry(raised) -> Enquiry:
    return raised()
