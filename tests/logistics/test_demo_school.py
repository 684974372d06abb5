"""The demo school as it stands on one day; filled once for all that is asked of it."""

from collections.abc import Iterator
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings

import campus.demo
from bench import assessment, boarders, dashboard
from bench.pages import AREAS, pages
from bench.rows import lay_old_plans, lay_rows, size
from campus.demo import ACCOUNTS, PASSWORD
from campus.models import Enquiry, Person, Place, SchoolClass, TimelineEntry
from campus.privacy.registry import Held, held_of
from canteen.models import SurveyAnswered
from cleaning.models import DutyGroup
from logistics import demo
from logistics.dashboard import actions
from repairs.models import Ticket

pytestmark = [pytest.mark.django_db, pytest.mark.long]
DAY = date(2025, 11, 20)


@pytest.fixture(scope="module", autouse=True)
def school(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """The filled school, taken back when the last test has looked at it."""
    files = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("demo"))
    with django_db_blocker.unblock(), transaction.atomic(), files:
        demo.fill(DAY)
        yield
        transaction.set_rollback(True)


def test_it_has_the_size_of_a_school_and_an_account_for_each_role():
    people = Person.objects
    assert people.filter(kind="staff").count() == 150
    assert people.filter(kind="pupil").count() == 1800
    assert SchoolClass.objects.count() == 36
    assert Place.objects.filter(code__in=["A-SS1", "A-SS2"]).count() == 2
    assert {account.number for account in ACCOUNTS} == {
        "head", "dispatcher", "technician", "safety", "warden", "canteen", "cleaning", "fleet",
        "driver", "store", "teacher", "pupil", "leader", "committee", "admin", "foodsafety",
        "director", "affairs", "floor", "labor", "auditor",
    }  # fmt: skip
    for account in ACCOUNTS:
        person = people.get(number=account.number)
        assert person.check_password(PASSWORD)
        assert [duty.role for duty in person.duties_today] == (
            [account.role] if account.role else []
        )


def test_its_desk_and_repairs_have_cases_in_every_stage_and_none_from_tomorrow():
    stages = set(Enquiry.objects.values_list("status", flat=True))
    assert stages == {"new", "under_way", "on_hold", "answered", "closed", "refused"}
    assert set(Ticket.objects.values_list("status", flat=True)) == {
        "reported", "assigned", "under_way", "on_hold", "done", "confirmed",
    }  # fmt: skip
    assert not TimelineEntry.objects.filter(at__date__gt=DAY).exists()


def test_everybody_is_told_all_that_areas_keep_of_them():
    told: dict[str, list[Held]] = {}
    for person in Person.objects.exclude(number__startswith="202"):
        for kind, lines in held_of(person).items():
            told.setdefault(kind, []).extend(lines)
    for model, way in ((DutyGroup, "leader"), (SurveyAnswered, "person")):
        for person in Person.objects.filter(pk__in=model.objects.values(way))[:20]:
            for kind, lines in held_of(person).items():
                told.setdefault(kind, []).extend(lines)
    assert {
        "beds", "bookings", "cases", "kitchen", "leaders", "meetings", "surveys", "things", "trips",
        "turns",
    } <= set(told)  # fmt: skip
    assert all(line.label and line.value for lines in told.values() for line in lines)


def test_the_accounts_are_listed_once_they_are_there():
    out = StringIO()
    call_command("demo_school", "--list", stdout=out)
    assert out.getvalue().splitlines() == [f"sign in: {a.number} / {PASSWORD}" for a in ACCOUNTS]


def test_the_screen_of_the_hall_names_nobody(monkeypatch):
    head = Person.objects.get(number="head")
    _screen, token = actions.hang_screen("大厅", by=head, at=campus.demo.morning(DAY))
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_of: DAY)
    page = Client().get(f"/wall/{token}/").content.decode()
    assert "未完成报修" in page
    names = Person.objects.values_list("name", flat=True)
    assert [name for name in names if name in page] == []


def test_what_is_measured_can_be_laid_over_it_and_opened(signed_in):
    lay_old_plans()
    lay_rows(size(0), size(0.002), [area.lay for area in AREAS])
    head, boarder = signed_in(Person.objects.get(number="head")), signed_in(boarders.pupil())
    paths = [*pages().values(), *dashboard.pages().values()]
    answers = {path: head.get(path).status_code for path in paths}
    answers |= {path: boarder.get(path).status_code for path in boarders.pupils_pages().values()}
    assert {path: status for path, status in answers.items() if status != 200} == {}
    assert assessment.seconds() > 0
