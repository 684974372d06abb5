"""The dashboard as people open it: few questions, kind where there is nothing, to each the own."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from unittest.mock import Mock

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from campus.measures import Narrowing
from campus.models import Duty, Role
from campus.school_time.days import monday_of
from logistics.areas import measures
from logistics.dashboard import actions, readings
from logistics.dashboard.models import MeasureWeek
from logistics.dashboard.tasks import keep_week
from logistics.dashboard.tiles import comparison, course, tiles_of
from tests.logistics.dashboard.conftest import board, scope_of
from tests.logistics.dashboard.school import ACTS, do, moment

# Of these the areas' numbers are one, the weeks that were kept one, the plan's aims, the standings
# of classes and the caps of vehicles one each; My day's things, semesters, buildings and the
# arrangement as well.
MOST_QUERIES = 15


@pytest.fixture
def page(signed_in, head):
    browser = signed_in(head)
    return lambda query="": browser.get(f"/dashboard/{query}")


def asked(page, query="") -> int:
    with CaptureQueriesContext(connection) as queries:
        assert page(query).status_code == 200
    told = [each["sql"] for each in queries if not each["sql"].startswith(("SAVE", "RELEASE"))]
    return len(told)


def busy(school, ways=(0, 1, 2, 3)) -> None:
    for act in range(len(ACTS)):
        for way in ways:
            do(school, act, way % 2, 60 + act + 10 * way, way)


def numbers(answer) -> dict[str, str]:
    return {each.key: each.number for each in answer.context["tiles"]}


def test_the_whole_semester_is_few_questions_however_much_has_happened(page, school):
    query = f"?semester={school.semester.pk}"
    page(query)
    few = asked(page, query)
    busy(school, (1,))
    one = asked(page, query)
    busy(school)
    assert few == one == asked(page, query) <= MOST_QUERIES
    assert asked(page, f"{query}&month=2025-11&building={school.rooms[0].house.place_id}&grade=10"
                 ) <= MOST_QUERIES + 1  # fmt: skip


def test_without_a_semester_it_says_so_kindly(signed_in, head):
    answer = signed_in(head).get("/dashboard/")
    assert (answer.status_code, "tiles" in answer.context) == (200, False)
    assert "设置学期后，这里将显示学校的各项数据。" in answer.content.decode()
    assert signed_in(head).get("/dashboard/table/").status_code == 302


def test_an_empty_school_divides_nothing_by_nothing(page, semester):
    found = page(f"?semester={semester.pk}")
    shares = {each.key for each in measures() if each.is_share or each.is_mean}
    assert {key for key, number in numbers(found).items() if number == "–"} == {
        *shares, "safety.days_without_accident"
    }  # fmt: skip


def test_a_measure_says_what_it_does_not_know_of_the_narrowing(school):
    building = school.rooms[0].house.place
    narrow = scope_of(school.semester, narrowing=Narrowing(building, 10))
    notes = {each.key: each.notes for each in tiles_of(measures(), board(narrow), narrow, None)}
    assert notes["planning.done"] == ["全校"]
    assert notes["planning.overdue"] == ["当前", "全校"]
    assert notes["repairs.in_time"] == ["全部年级"]
    assert notes["canteen.satisfaction"] == ["全部楼宇"]
    assert notes["dormitory.absences"] == []


@pytest.mark.parametrize(
    ("role", "leads"),
    [
        (None, {"planning.done", "planning.overdue", "safety.drills", "repairs.supplies_low",
                "canteen.satisfaction", "assessment.mean"}),
        (Role.FLEET_MANAGER, {"vehicles.km_of_cap", "vehicles.trips", "planning.papers"}),
        (Role.TECHNICIAN, {"repairs.in_time", "repairs.backlog"}),
        (Role.SAFETY_OFFICER, {"safety.hazards_open", "safety.hazards_overdue",
                               "safety.hazards_in_time", "safety.days_without_accident",
                               "planning.papers"}),
    ],
)  # fmt: skip
def test_staff_are_told_the_measures_whose_lists_they_read(
    signed_in, teacher, semester, role, leads
):
    before = numbers(signed_in(teacher).get("/dashboard/"))
    if role is None:
        assert set(before) == leads
        return
    Duty.objects.create(person=teacher, role=role, starts_on=moment(0).date())
    assert set(numbers(signed_in(teacher).get("/dashboard/"))) - set(before) == leads


def test_administrators_are_told_all_and_led_to_the_lists_that_are_theirs(
    signed_in, administrator, head, semester
):
    seen = signed_in(administrator).get("/dashboard/")
    assert set(numbers(seen)) == {each.key for each in measures()}
    led = {each.key for each in seen.context["tiles"] if each.path}
    assert led == {each.key for each in measures() if each.reads_all(administrator)}
    assert "safety.hazards_open" not in led
    everywhere = signed_in(head).get("/dashboard/").context["tiles"]
    assert [each.key for each in everywhere if not each.path] == []


def test_each_number_opens_its_list(page, school, signed_in, head):
    busy(school)
    browser = signed_in(head)
    paths = {
        path
        for each in page(f"?semester={school.semester.pk}").context["tiles"]
        for path in (each.path, each.of_path)
        if path
    }
    opened = {path: browser.get(path, follow=True).status_code for path in paths}
    assert set(opened.values()) == {200}


def test_it_is_compared_with_the_same_week_of_the_semester_before(school, spring):
    mean = next(each for each in measures() if each.key == "repairs.in_time")
    # Week 3 of both; in spring one of two was late, in autumn none.
    do(school, 0, 0, 15, 1)
    do(school, 0, 0, 15 - 196, 1)
    do(school, 0, 0, 16 - 196, 2)
    scope = scope_of(school.semester, spring)
    told = comparison(mean, board(scope).readings[mean.key])
    assert told
    assert (told.tone, told.then) == ("better", "50%")
    # What came later in spring is not compared.
    assert scope.then
    assert (scope.then.first, scope.then.last) == (spring.first_day, spring.week_one + timedelta(
        days=(scope.today - school.semester.week_one).days))  # fmt: skip


def test_it_is_compared_with_no_semester_of_which_the_portal_knows_nothing(school, spring):
    absences = next(each for each in measures() if each.key == "dormitory.absences")
    do(school, 9, 0, 15, 0)
    scope = scope_of(school.semester, spring)
    assert board(scope).readings[absences.key].then is None
    do(school, 0, 0, 15 - 196, 1)
    assert board(scope).readings[absences.key].then == readings.Sum(Decimal(0))


def test_fewer_is_better_where_the_measure_says_so(school, spring):
    absences = next(each for each in measures() if each.key == "dormitory.absences")
    do(school, 9, 0, 15, 0)
    do(school, 9, 0, 15, 1)
    do(school, 9, 0, 15 - 196, 1)
    told = comparison(absences, board(scope_of(school.semester, spring)).readings[absences.key])
    assert told
    assert (told.tone, told.icon, told.then) == ("worse", "trending-up", "1")


def test_what_stands_now_has_its_course_from_the_weeks_that_were_kept(school, spring):
    key = "repairs.backlog"
    monday = monday_of(scope_of(school.semester).today)
    for weeks, number in ((1, 5), (2, 7), (28, 4)):
        actions.keep_week(
            monday - timedelta(weeks=weeks), {key: (Decimal(number), None)}, at=moment(90)
        )
    do(school, 0, 0, 80, 0)
    scope = scope_of(school.semester, spring)
    backlog, reading = next(each for each in measures() if each.key == key), None
    reading = board(scope).readings[key]
    assert [each.number for each in reading.weeks[-3:]] == [7, 5, 1]
    drawn = course(backlog, reading, scope)
    assert drawn
    assert drawn.words.endswith("14: 7, 15: 5, 16: 1")
    assert drawn.line.split()[-1] == f"{drawn.last[0]},{drawn.last[1]}"
    told = comparison(backlog, reading)
    assert told
    assert (told.tone, told.then) == ("better", "4")


def test_every_night_the_week_is_kept_anew_in_its_one_row(school):
    do(school, 0, 0, 80, 0)
    keep_week()
    do(school, 0, 1, 81, 0)
    keep_week()
    kept = MeasureWeek.objects.filter(key="repairs.backlog")
    assert [(each.monday, each.number) for each in kept] == [
        (monday_of(timezone.localdate()), Decimal(2))
    ]
    assert set(MeasureWeek.objects.values_list("key", flat=True)) == {
        each.key for each in measures() if each.is_standing and not each.derived
    }


def test_numbers_are_kept_for_less_than_a_minute_and_counted_once_meanwhile(school, monkeypatch):
    scope = scope_of(school.semester)
    counting = Mock(side_effect=readings.counted)
    monkeypatch.setattr(readings, "counted", counting)
    monkeypatch.setattr(readings, "RENEWED_AFTER", timedelta(seconds=35))
    cache.delete(f"dashboard:{scope.key}")
    first = readings.board_of(scope)
    assert readings.board_of(scope) == first
    now = first.at + timedelta(seconds=40)
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    # Somebody is counting anew: whoever comes meanwhile is told what there is.
    cache.add(f"dashboard:{scope.key}:counting", 1, 20)
    assert readings.board_of(scope) == first
    cache.delete(f"dashboard:{scope.key}:counting")
    assert readings.board_of(scope).at == now
    assert (counting.call_count, readings.KEPT_SECONDS < 60) == (2, True)


def test_the_file_holds_the_figures_and_their_weeks(signed_in, head, school):
    busy(school)
    answer = signed_in(head).get(f"/dashboard/table/?semester={school.semester.pk}")
    book = load_workbook(BytesIO(answer.content), read_only=True)
    figures, weeks = (list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets)
    assert [row[0] for row in figures[1:-1]] == [str(each.label) for each in measures()]
    shown = signed_in(head).get(f"/dashboard/?semester={school.semester.pk}").context["board"]
    numbers = {str(each.label): shown.readings[each.key].period.number for each in measures()}
    assert {row[0]: row[3] for row in figures[1:-1]} == {
        label: None if number is None else pytest.approx(float(number))
        for label, number in numbers.items()
    }
    assert len(weeks) == len(measures()) + 1


def test_weeks_before_week_0_have_no_number(semester):
    monday = semester.week_one
    words = [
        replace(scope_of(semester), today=monday - timedelta(days=days)).week_words
        for days in (8, 7)
    ]
    assert [bool(each) for each in words] == [False, True]
