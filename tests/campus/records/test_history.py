"""The row history: written by the database whoever changes a row, and changed by nobody."""

from datetime import date, time
from typing import Any

import pghistory
import pytest
from celery import shared_task
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils.translation import override
from pghistory.models import Event

from campus.models import Department, Duty, Person, Robot, Role, Semester
from campus.people.actions import change_password
from campus.records.history import Change, history_of, history_path
from campus.records.rights import may_read_history
from planning.models import CalendarEntry, PlanItem
from tests.planning.school_plan import DRILL, adopted, item_of

TRACKED = {
    "Department", "SchoolClass", "Person", "Duty", "Place", "Semester", "SpecialDay",
    "WorkingHours", "Robot", "Plan", "PlanAim", "PlanItem", "CalendarEntry", "ReminderRule",
}  # fmt: skip
# Never in any history: what opens an account or a chat group, and what changes by itself.
HIDDEN = {"password", "last_login", "address"}


@pytest.fixture
def item(head, semester) -> PlanItem:
    return item_of(adopted(by=head), DRILL.title)


@pytest.fixture
def unit(db) -> Department:
    return Department.objects.create(name="101")


def snapshots(thing) -> list:
    model: Any = type(thing)
    return list(model.pgh_event_model.objects.filter(pgh_obj_id=thing.pk).order_by("pgh_id"))


def event_models() -> list[Any]:
    """The tables of snapshots."""
    return [model for model in apps.get_models() if issubclass(model, Event) and model.pgh_trackers]


def test_the_nouns_that_matter_are_tracked():
    assert {model.pgh_tracked_model.__name__ for model in event_models()} >= TRACKED


@pytest.mark.parametrize("model", event_models(), ids=lambda model: model.__name__)
def test_no_history_holds_a_secret(model):
    # A supplier's address is a shop's and has to be kept (食品安全法 53); so is a workshop's, other
    # systems stand under theirs on a page for everybody, and where they listen must be known later.
    open_ones = {"SupplierEvent", "VehicleWorkshopEvent", "LinkedSystemEvent", "WebhookEvent"}
    hidden = HIDDEN - {"address"} if model.__name__ in open_ones else HIDDEN
    assert hidden & {field.name for field in model._meta.fields} == set()


def test_every_insert_change_and_delete_leaves_a_snapshot(unit):
    Department.objects.filter(pk=unit.pk).update(name="102")
    events: Any = type(unit)
    unit.delete()
    found = [
        (each.pgh_label, each.name) for each in events.pgh_event_model.objects.order_by("pgh_id")
    ]
    assert found == [("insert", "101"), ("update", "102"), ("delete", "102")]


def test_a_change_by_hand_in_the_database_leaves_one_too(unit):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE campus_department SET name = 'X' WHERE id = %s", [unit.pk])
    assert [each.name for each in snapshots(unit)] == ["101", "X"]


def test_a_new_password_or_a_sign_in_is_no_change(teacher):
    before = len(snapshots(teacher))
    change_password(teacher, new="another-password-for-tests")
    Person.objects.filter(pk=teacher.pk).update(last_login="2025-09-01T00:00Z")
    assert len(snapshots(teacher)) == before


def test_a_robots_address_is_not_kept(db):
    robot = Robot.objects.create(name="群", address="json://secret")
    Robot.objects.filter(pk=robot.pk).update(address="json://other", name="群二")
    assert [each.name for each in snapshots(robot)] == ["群", "群二"]


CHANGES = {
    "save": lambda row: row.save(),
    "update": lambda row: type(row).objects.filter(pk=row.pk).update(name="anders"),
    "delete": lambda row: row.delete(),
    "delete of many": lambda row: type(row).objects.all().delete(),
    "raw update": lambda row: connection.cursor().execute(
        "UPDATE campus_departmentevent SET name = 'anders' WHERE pgh_id = %s", [row.pk]
    ),
    "raw delete": lambda row: connection.cursor().execute("DELETE FROM campus_departmentevent"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_nobody_changes_history(unit, change):
    row = snapshots(unit)[0]
    row.name = "anders"
    with pytest.raises(DatabaseError), transaction.atomic():
        CHANGES[change](row)
    assert [each.name for each in snapshots(unit)] == ["101"]


@pytest.mark.parametrize("model", event_models(), ids=lambda model: model.__name__)
def test_every_history_is_append_only(model):
    operations = [str(trigger.operation) for trigger in model._meta.triggers]
    assert operations == ["UPDATE OR DELETE"]


# Who, and from where


def test_a_request_leaves_the_person_and_the_page(signed_in, item, head):
    path = reverse("planning:item_move", args=[item.pk])
    signed_in(head).post(path, {"to": "under_way"})
    step = history_of(item)[0]
    assert (step.by, step.page) == (head.name, path)


@shared_task
def rename(pk: int) -> None:
    """What a task of the portal might do."""
    Department.objects.filter(pk=pk).update(name="by a task")


def test_a_task_leaves_its_name(unit):
    rename(unit.pk)
    newest = history_of(unit)[0]
    assert (newest.by, newest.page) == ("", rename.name)


def test_a_command_leaves_its_name(monkeypatch, unit):
    seen = []
    monkeypatch.setattr(
        "django.core.management.execute_from_command_line", lambda argv: seen.append(known())
    )
    monkeypatch.setattr("sys.argv", ["manage.py", "import_plan", "secret.txt"])
    run_manage()
    assert seen == [{"page": "manage.py import_plan"}]


def known() -> dict:
    return pghistory.runtime._tracker.value.metadata


def run_manage() -> None:
    import runpy

    from tests.house.test_sizes import ROOT

    runpy.run_path(str(ROOT / "manage.py"), run_name="__main__")


def test_without_either_nobody_is_named(unit):
    assert [(step.by, step.page) for step in history_of(unit)] == [("", "")]


# In words


@pytest.fixture
def english():
    with override("en"):
        yield


def test_labels_choices_names_and_days_are_told_in_words(item, head, technician, english):
    before = item.ends_on
    PlanItem.objects.filter(pk=item.pk).update(
        status="done", owner=technician, kind="meeting", ends_on=date(2025, 10, 9)
    )
    newest, *_between, oldest = history_of(item)
    assert newest.label == "Changed"
    assert newest.changes == [
        Change("kind", "Drill", "Meeting"),
        Change("last day", before.strftime("%a %-d %b"), "Thu 9 Oct"),
        Change("person responsible", "—", "江小川"),
        Change("state", "Planned", "Done"),
    ]
    assert (oldest.label, oldest.changes) == ("Written", [])


def test_times_ticks_and_what_is_gone_are_told_too(head, english):
    day = {"starts_on": date(2025, 9, 1), "ends_on": date(2025, 9, 1)}
    unit = Department.objects.create(name="总务处")
    entry = CalendarEntry.objects.create(
        title="例会", by=head, changed_at="2025-09-01T00:00Z", unit=unit, **day
    )
    CalendarEntry.objects.filter(pk=entry.pk).update(
        starts_at=time(9, 5), for_pupils=True, unit=None
    )
    pk = unit.pk
    unit.delete()
    assert history_of(entry)[0].changes == [
        Change("time", "—", "09:05"),
        Change("unit in charge", f"#{pk}", "—"),
        Change("shown to pupils too", "no", "yes"),
    ]


def test_history_asks_as_much_for_many_changes_as_for_one(
    item, technician, teacher, django_assert_num_queries
):
    for owner in (technician, teacher, technician, None):
        PlanItem.objects.filter(pk=item.pk).update(owner=owner)
        with django_assert_num_queries(5):  # snapshots; people, plans, departments; aims
            history_of(item)


@pytest.fixture
def entry(safety_officer) -> CalendarEntry:
    return CalendarEntry.objects.create(
        title="例会", by=safety_officer, changed_at="2025-09-01T00:00Z",
        starts_on=date(2025, 9, 1), ends_on=date(2025, 9, 1),
    )  # fmt: skip


READERS = {
    "head": True, "administrator": True, "technician": True, "safety_officer": True,
    "teacher": False, "pupil": False,
}  # fmt: skip


@pytest.mark.parametrize(("person", "reads"), READERS.items())
def test_a_plan_items_history_is_read_by_whoever_may_move_it_and_those_above(
    request, signed_in, item, person, reads
):
    reader = request.getfixturevalue(person)
    path = f"/records/planning.planitem/{item.pk}/history/"
    assert bool(may_read_history(reader, item)) == reads
    assert history_path(reader, item) == (path if reads else "")
    assert signed_in(reader).get(path).status_code == (200 if reads else 403)
    assert (path in signed_in(reader).get(item.get_absolute_url()).content.decode()) == reads


@pytest.mark.parametrize(("person", "reads"), [("safety_officer", True), ("teacher", False)])
def test_an_entrys_by_its_author(request, entry, person, reads):
    assert bool(may_read_history(request.getfixturevalue(person), entry)) == reads


def test_it_unfolds_on_the_page_and_has_one_of_its_own(signed_in, head, entry, english):
    CalendarEntry.objects.filter(pk=entry.pk).update(title="安全例会")
    browser, path = signed_in(head), f"/records/planning.calendarentry/{entry.pk}/history/"
    for headers, is_whole in (({}, True), ({"HX-Request": "true"}, False)):
        text = browser.get(path, headers=headers).content.decode()
        assert ("<h1" in text, "<del>例会</del>" in text) == (is_whole, True)


def test_what_cannot_be_seen_has_no_history(signed_in, teacher, head):
    paths = [f"/records/campus.person/{head.pk + 999}/history/", "/records/campus.duty/1/history/"]
    assert [signed_in(teacher).get(path).status_code for path in paths] == [404, 404]


def test_duties_and_semesters_are_told_with_their_names(semester, teacher, english):
    duty = Duty.objects.create(person=teacher, role=Role.DRIVER, starts_on=date(2025, 9, 1))
    Duty.objects.filter(pk=duty.pk).update(ends_on=date(2025, 9, 30))
    Semester.objects.filter(pk=semester.pk).update(last_day=date(2026, 1, 30))
    assert history_of(duty)[0].changes == [Change("to", "—", "Tue 30 Sep")]
    assert history_of(semester)[0].changes == [Change("last day", "Sat 31 Jan", "Fri 30 Jan")]
