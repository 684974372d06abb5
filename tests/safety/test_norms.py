"""The nine norms: what each requires, what proves it, and the matrix of what is in place."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from campus.doors import Refused
from safety.actions import norms as actions
from safety.figures.norms import matrix
from safety.models import Norm, NormEvidence, NormRequirement
from tests.conftest import make_person
from tests.safety.conftest import AT, SHANGHAI

TODAY = AT.date()


@pytest.fixture
def monthly(db) -> NormRequirement:
    return NormRequirement.objects.get(norm__code="fire", title__startswith="防火检查")


def states(today: date = TODAY) -> dict[str, str]:
    rows = matrix(Norm.objects.all(), NormRequirement.objects.kept(), today)
    return {line.requirement.title: line.state for row in rows for line in row.lines}


def test_nine_come_with_the_portal_and_six_of_them_are_proposals(db):
    named = list(Norm.objects.filter(is_proposal=False).values_list("name", flat=True))
    assert (Norm.objects.count(), named) == (9, ["制度规范", "隐患排查", "消防安全"])
    assert {state for state in states().values()} == {"missing"}


def test_what_the_school_has_reworded_stays(head):
    norm = Norm.objects.get(code="food")
    actions.write_norm(norm, name="饮食安全", is_proposal=False, by=head, at=AT)
    norm.requirements.all().delete()
    actions.lay_usual_norms()
    assert (Norm.objects.count(), Norm.objects.get(code="food").name) == (9, "饮食安全")
    assert not norm.requirements.exists()


def test_a_proof_holds_for_its_interval(monthly, head):
    actions.prove(monthly, on=TODAY, note="十一月检查记录", by=head, at=AT)
    assert NormEvidence.objects.get().valid_until == TODAY + timedelta(days=35)
    title = monthly.title
    assert [states(TODAY + timedelta(days=days))[title] for days in (0, 35, 36)] == [
        "in_place", "in_place", "due",
    ]  # fmt: skip


def test_what_is_wanted_once_holds_for_good(monthly, head):
    actions.write_requirement(monthly, every="once", by=head, at=AT)
    monthly.refresh_from_db()
    actions.prove(monthly, on=date(2020, 1, 1), note="x", by=head, at=AT)
    assert states()[monthly.title] == "in_place"


def test_nothing_is_proved_tomorrow_or_before_its_day(monthly, head):
    with pytest.raises(Refused):
        actions.prove(monthly, on=TODAY + timedelta(days=1), note="x", by=head, at=AT)
    before = TODAY - timedelta(days=1)
    with pytest.raises(ValidationError):
        actions.prove(monthly, on=TODAY, valid_until=before, note="x", by=head, at=AT)


@pytest.mark.parametrize("link", ["https://example.org/", "//example.org/", "javascript:x"])
def test_links_stay_within_the_portal(monthly, head, link):
    with pytest.raises(ValidationError):
        actions.prove(monthly, on=TODAY, note="x", link=link, by=head, at=AT)


# Pages


def test_the_matrix_says_how_much_is_in_place(signed_in, monthly, teacher, head):
    actions.prove(monthly, on=TODAY, note="记录", by=head, at=datetime.now(SHANGHAI))
    page = signed_in(teacher).get("/safety/norms/")
    fire = next(row for row in page.context["rows"] if row.norm.code == "fire")
    assert (fire.cells["check"].in_place, len(fire.cells["check"].lines)) in {(1, 2), (0, 2)}
    assert signed_in(teacher).get("/safety/norms/sheet/").status_code == 200


def test_the_sheet_has_every_requirement(signed_in, head):
    file = signed_in(head).get("/safety/norms/export/")
    rows = list(load_workbook(BytesIO(file.content)).worksheets[0].iter_rows(values_only=True))
    assert len(rows) == NormRequirement.objects.filter(is_kept=True).count() + 1


def test_norms_are_the_staffs(signed_in, pupil, monthly):
    paths = ("/safety/norms/", "/safety/norms/sheet/", "/safety/norms/export/")
    codes = [signed_in(pupil).get(path).status_code for path in paths]
    assert codes == [403, 403, 403]
    assert signed_in(pupil).get(monthly.norm.get_absolute_url()).status_code == 404


def test_whoevers_work_it_is_proves_it(signed_in, teacher, monthly):
    from campus.models import Role

    fleet = make_person("T090", "车管员", Role.FLEET_MANAGER)
    own = NormRequirement.objects.filter(role="fleet_manager").first()
    assert own
    sent = {"note": "年检单", "on": "2025-11-03"}
    codes = [
        signed_in(person).post(f"/safety/requirements/{each.pk}/prove/", sent).status_code
        for person, each in ((fleet, own), (fleet, monthly), (teacher, own))
    ]
    assert codes == [302, 403, 403]


def test_a_norm_is_written_and_required_by_officers(signed_in, safety_officer, teacher):
    typed = {"name": "防汛防台", "position": "10", "duties": "<b>x</b>"}
    assert signed_in(teacher).post("/safety/norms/new/", typed).status_code == 403
    browser = signed_in(safety_officer)
    browser.post("/safety/norms/new/", typed)
    norm = Norm.objects.get(name="防汛防台")
    assert "<b>x" not in browser.get(norm.get_absolute_url()).content.decode()
    asked = {
        "title": "汛前检查",
        "kind": "check",
        "every": "year",
        "position": "1",
        "is_kept": "on",
    }
    browser.post(f"/safety/norms/{norm.pk}/requirements/new/", asked)
    assert norm.requirements.get().title == "汛前检查"
    again = browser.post("/safety/norms/new/", typed)
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["name"])


def test_a_proof_that_was_none_is_taken_back(signed_in, monthly, head, teacher):
    proof = actions.prove(monthly, on=TODAY, note="x", by=head, at=AT)
    path = f"/safety/evidence/{proof.pk}/take-back/"
    assert signed_in(teacher).post(path).status_code == 403
    signed_in(head).post(path)
    assert not NormEvidence.objects.exists()


def test_pages_ask_the_same_few_questions(signed_in, monthly, head):
    browser = signed_in(head)

    def asked(path: str) -> int:
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        return len(queries)

    pages = ["/safety/norms/", monthly.norm.get_absolute_url()]
    actions.prove(monthly, on=TODAY, note="x", by=head, at=AT)
    few = [asked(page) for page in pages]
    for _number in range(3):
        actions.prove(monthly, on=TODAY, note="x", by=head, at=AT)
    assert [asked(page) for page in pages] == few
    assert max(few) <= 12
