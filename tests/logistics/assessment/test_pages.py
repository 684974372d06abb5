"""The assessment's pages: the week, a class, paper and file, the rules."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags
from openpyxl import load_workbook

from campus.models import Role
from logistics.assessment import actions
from logistics.assessment.models import AssessmentScheme, AssessmentWeek
from tests.conftest import make_person
from tests.logistics.assessment.conftest import MONDAY, SATURDAY, mark

WEEK = "/assessment/2025-11-03/"


@pytest.fixture
def affairs(office):
    return make_person("T041", "韩星野", Role.STUDENT_AFFAIRS, department=office)


def test_pupils_read_classes_and_every_point_leads_to_its_record(
    signed_in, scheme, classes, marks, pupil
):
    marks["floors"].append(mark(classes[0], "1.5", words="二楼走廊 · 地面"))
    browser = signed_in(pupil)
    page = browser.get(WEEK).content.decode()
    assert "−3" in page
    shown = browser.get(f"{WEEK}classes/{classes[0].pk}/").content.decode()
    assert '<a href="/looks/1/">二楼走廊 · 地面</a>' in shown
    assert browser.post(f"{WEEK}publish/").status_code == 403


@pytest.mark.parametrize("address", ["2025-11-04", "2025-13-01", "x", "1800-01-06"])
def test_what_is_no_monday_is_not_there(signed_in, pupil, address):
    assert signed_in(pupil).get(f"/assessment/{address}/").status_code == 404


def test_the_file_holds_what_the_page_shows(signed_in, scheme, classes, marks, pupil):
    marks["floors"].append(mark(classes[1], "2"))
    held = load_workbook(BytesIO(signed_in(pupil).get(f"{WEEK}table/").content)).active
    assert held
    rows = list(held.iter_rows(values_only=True))
    assert rows[5] == (5, "高一（2）班", -4, 0, 0, 0, 0, 0, 0, 56, 40, 96, None)


def test_pages_ask_as_much_for_few_marks_as_for_many(signed_in, scheme, classes, marks, head):
    browser, counts = signed_in(head), []
    paths = (WEEK, f"{WEEK}classes/{classes[0].pk}/", f"{WEEK}sheet/", "/assessment/schemes/")
    for more in range(2):
        marks["floors"] += [mark(classes[0], "1", record=n + 10 * more) for n in range(1, 5)]
        for path in paths:
            with CaptureQueriesContext(connection) as asked:
                browser.get(path)
            counts.append(len(asked))
    actions.publish(MONDAY, by=head, at=SATURDAY)
    with CaptureQueriesContext(connection) as asked:
        browser.get(WEEK)
    assert counts[:4] == counts[4:]
    assert max([*counts, len(asked)]) <= 12


def typed(**changes):
    """What the draft's form sends."""
    return {
        "starts_on": "2025-11-10", "flags": "2", "flag_from": "", "note": "",
        "floors-counts": "on", "floors-formula": "taken", "floors-full": "50",
        "floors-weight": "1", "floors-cap": "10", "floors-bonus_cap": "",
        "rooms-formula": "mean", "rooms-full": "", "rooms-weight": "", "rooms-cap": "",
        "rooms-bonus_cap": "", **changes,
    }  # fmt: skip


def test_rules_are_drafted_tried_out_and_put_in_use(
    signed_in, scheme, classes, marks, affairs, pupil
):
    marks["floors"].append(mark(classes[0], "3"))
    browser = signed_in(affairs)
    browser.post("/assessment/schemes/draft/")
    made = AssessmentScheme.objects.get(in_use_at=None)
    path = f"/assessment/schemes/{made.pk}/"
    assert signed_in(pupil).get(path).status_code == 404
    browser.post(f"{path}edit/", typed())
    tried = browser.get(f"{path}?week=2025-11-03")
    told = {str(now.school_class): (now.total, then.total)
            for now, then in tried.context["compared"]}  # fmt: skip
    assert told["高一（1）班"] == (47, 94)
    browser.post(f"{path}use/")
    made.refresh_from_db()
    assert not made.is_draft
    again = browser.post(f"{path}edit/", typed(), follow=True)
    assert "不再改动" in again.content.decode()


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"starts_on": "2025-11-11"}, None),
        ({"floors-full": ""}, "full"),
        ({"floors-full": "-5"}, "full"),
        ({"floors-cap": "51"}, "cap"),
        ({"floors-weight": "0"}, "weight"),
        ({"floors-formula": "dice"}, "formula"),
    ],
)
def test_a_slip_in_the_rules_is_told(signed_in, scheme, affairs, wrong, where):
    made = actions.draft(scheme.semester, by=affairs, at=SATURDAY)
    path = f"/assessment/schemes/{made.pk}/edit/"
    answer = signed_in(affairs).post(path, typed(**wrong))
    assert answer.status_code == 422
    told = [list(line.errors) for line in answer.context["lines"] if line.errors]
    assert told == ([[where]] if where else [])


def test_the_day_a_week_is_tried_out_on_is_a_monday(signed_in, scheme, affairs):
    answer = signed_in(affairs).get(f"/assessment/schemes/{scheme.pk}/?week=2025-11-04")
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["week"])


def test_a_week_is_published_on_its_page(signed_in, scheme, classes, marks, affairs):
    signed_in(affairs).post(f"{WEEK}publish/")
    assert AssessmentWeek.objects.get().published_by == affairs


def test_what_was_put_right_later_is_told_of_its_class(
    signed_in, scheme, classes, marks, head, pupil
):
    marks["floors"].append(mark(classes[0], "3"))
    actions.publish(MONDAY, by=head, at=SATURDAY)
    marks["floors"][0] = mark(classes[0], "0", given="1")
    for path in (WEEK, f"{WEEK}classes/{classes[0].pk}/"):
        page = signed_in(pupil).get(path).content.decode()
        row = page.partition("assessment-changes")[2].partition("<tbody>")[2].partition("</tr>")[0]
        told = ["高一（1）班", "11月3日(周一)", "包干区", "·", "地面", "−3+1"]
        assert strip_tags(row).split() == told
