"""Preventive maintenance: laid in time and once, done by walking or with a note, counted anew."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campus.doors import Refused
from campus.figures import Span
from campus.models import Place, Role
from campus.rows import read
from inspections.actions import walking
from inspections.actions.checklists import lay_checklist
from inspections.actions.walking import Seen
from inspections.models import ChecklistItem, Finding
from planning.models import Reminder
from repairs import tasks
from repairs.actions import assets
from repairs.actions import maintenance as actions
from repairs.agenda import dated, waiting
from repairs.figures import maintenance as figures
from repairs.models import MaintenanceJob, MaintenancePlan
from tests.repairs.conftest import AT, moment

TODAY = AT.date()
Status = MaintenanceJob.Status


@pytest.fixture
def planned(head, asset):
    """`planned(rhythm="yearly", …)`: a plan of the asset's, every six months and due first in a
    week unless said otherwise, for technicians."""

    def write(*, at=AT, **facts) -> MaintenancePlan:
        usual = {
            "name": "投影仪除尘", "covers": "asset", "asset": asset, "rhythm": "interval",
            "every_months": 6, "starts_on": TODAY + timedelta(days=7), "role": Role.TECHNICIAN,
        }  # fmt: skip
        if facts.get("rhythm") == "yearly":
            usual |= {"every_months": None, "starts_on": date(2025, 9, 1)}
        if "covers" in facts:
            usual["asset"] = None
        return actions.write_plan(MaintenancePlan(), by=head, at=at, **{**usual, **facts})

    return write


@pytest.fixture
def checklist(db):
    lines = [
        ChecklistItem(title=title, kind=ChecklistItem.Kind.PASS_FAIL)
        for title in ("滤网已清洗", "排水通畅")
    ]
    return lay_checklist(
        {"name": "空调保养", "topic": "repairs", "roles": [Role.TECHNICIAN]}, lines, code="", at=AT
    )


def days(plan: MaintenancePlan) -> list[tuple[date, str]]:
    jobs = MaintenanceJob.objects.filter(plan=plan).order_by("due_on", "id")
    return list(jobs.values_list("due_on", "status"))


def finished(job: MaintenanceJob, *, by, at=AT, **facts) -> MaintenanceJob:
    facts = {"words": "已除尘", "done_on": at.date(), **facts}
    return actions.finish(job, by=by, at=at, **facts)


# Laying


def test_a_job_is_laid_some_days_before_it_is_due(planned):
    plan = planned(starts_on=TODAY + timedelta(days=15))
    assert days(plan) == []
    actions.lay_jobs(plan.pk, at=AT + timedelta(days=1))
    assert days(plan) == [(TODAY + timedelta(days=15), "planned")]


def test_the_interval_counts_from_the_day_it_was_done(planned, technician):
    plan = planned()
    done_at = AT + timedelta(days=20)
    finished(plan.jobs.get(), by=technician, at=done_at)
    next_on = date(2026, 5, 23)
    assert actions.lay_jobs(plan.pk, at=moment(12, 31, 9)) == 0
    actions.lay_jobs(plan.pk, at=moment(11, 3, 9).replace(year=2026))
    assert days(plan) == [(TODAY + timedelta(days=7), "done"), (next_on, "planned")]


def test_after_years_without_power_one_job_is_laid_and_no_more(planned, technician):
    plan = planned()
    finished(plan.jobs.get(), by=technician)
    for _again in range(3):
        actions.lay_jobs(plan.pk, at=AT.replace(year=2029))
    assert days(plan)[1:] == [(date(2026, 5, 3), "planned")]
    yearly = planned(name="防冻", rhythm="yearly", month=12, month_day=1, at=AT.replace(year=2028))
    for year in (2028, 2030):
        actions.lay_jobs(yearly.pk, at=AT.replace(year=year, month=12))
    assert days(yearly) == [(date(2027, 12, 1), "missed"), (date(2028, 12, 1), "missed"),
                            (date(2030, 12, 1), "planned")]  # fmt: skip


def test_a_skipped_one_is_not_asked_for_again_for_days_that_have_passed(planned, technician):
    plan = planned(every_months=1, starts_on=date(2025, 2, 3))
    # Nothing is due before the day on which the asset was registered.
    assert days(plan) == [(TODAY, "planned")]
    later = AT.replace(year=2026)
    actions.skip(plan.jobs.get(), reason="停用", by=technician, at=later)
    actions.lay_jobs(plan.pk, at=later + timedelta(days=20))
    assert days(plan)[1:] == [(date(2026, 12, 3), "planned")]


def test_by_the_year_on_the_last_day_of_a_short_month(planned):
    plan = planned(rhythm="yearly", month=2, month_day=31)
    actions.lay_jobs(plan.pk, at=AT.replace(year=2026, month=2, day=20))
    assert days(plan) == [(date(2026, 2, 28), "planned")]


def test_all_assets_of_a_category_and_every_building_of_a_campus(planned, registered, asset):
    registered("ZC-0002")
    registered("ZC-0003", name="门", new_category="家具")
    assets.register(number="ZC-0004", name="旧投影", category=asset.category, status="disposed",
                    disposed_on=TODAY, by=asset.by, at=AT)  # fmt: skip
    plan = planned(covers="assets", category=asset.category)
    assert [job.asset.number for job in plan.jobs.order_by("id")] == ["ZC-0001", "ZC-0002"]
    campus = Place.objects.create(kind="campus", code="B", name="东校区")
    for code in ("B-1", "B-2"):
        Place.objects.create(kind="building", code=code, name=code, parent=campus)
    frost = planned(name="防冻", covers="place", place=campus, part_kind="building")
    assert [job.title for job in frost.jobs.order_by("id")] == ["防冻 · B-1 B-1", "防冻 · B-2 B-2"]


def test_what_is_disposed_of_is_not_maintained(planned, asset, head):
    plan = planned()
    assets.ask_to_move(asset, "disposal", reason="老化", by=head, at=AT)
    actions.lay_jobs(plan.pk, at=AT)
    assert days(plan) == []


def test_a_paused_plan_lays_nothing_and_goes_on_afterwards(planned, head):
    plan = planned()
    actions.set_paused(plan, is_paused=True, by=head, at=AT)
    assert (days(plan), actions.lay_jobs(plan.pk, at=AT)) == ([], 0)
    actions.set_paused(plan, is_paused=False, by=head, at=AT)
    assert len(days(plan)) == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_lay_each_job_once(planned):
    plan = planned(starts_on=TODAY + timedelta(days=30))
    barrier = Barrier(2)

    def lay(_worker: int) -> int:
        barrier.wait()
        try:
            return actions.lay_jobs(plan.pk, at=AT + timedelta(days=25))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(lay, range(2))) == [0, 1]
    assert len(days(plan)) == 1


def test_the_database_holds_each_job_once(planned):
    job = planned().jobs.get()
    twin = MaintenanceJob(plan=job.plan, asset=job.asset, title="x", due_on=job.due_on)
    with pytest.raises(IntegrityError), transaction.atomic():
        MaintenanceJob.objects.bulk_create([twin])


@pytest.mark.logs_errors
def test_a_plan_that_fails_does_not_hold_up_the_others(planned, monkeypatch):
    planned()
    planned(name="又一个")
    asked = []

    def lay(pk, *, at):
        asked.append(pk)
        raise ValueError

    monkeypatch.setattr(actions, "lay_jobs", lay)
    tasks.lay_maintenance()
    assert len(asked) == 2


# Doing


def test_a_job_without_a_checklist_is_done_with_a_note_and_its_cost(planned, technician, asset):
    job = planned().jobs.get()
    assert actions.start(job, by=technician, at=AT).status == Status.UNDER_WAY
    done = finished(job, by=technician, cost=Decimal("35.50"))
    assert (done.status, done.done_on, done.ended_by, done.cost) == (
        "done", TODAY, technician, Decimal("35.50"),
    )  # fmt: skip
    with pytest.raises(Refused):
        finished(job, by=technician)
    priced = actions.set_cost(job, cost=Decimal(40), by=technician, at=AT)
    assert priced.cost == 40


def test_a_job_with_a_checklist_is_done_by_its_walk(planned, technician, checklist):
    job = planned(checklist=checklist).jobs.get()
    with pytest.raises(Refused):
        finished(job, by=technician)
    walk = actions.start(job, by=technician, at=AT).inspection
    assert actions.start(job, by=technician, at=AT).inspection == walk
    with pytest.raises(Refused):
        actions.skip(job, reason="x", by=technician, at=AT)
    assert walk
    line = walk.version.items.all()[0]
    walking.answer(walk, line, Seen(result="failed", words="积灰"), by=technician, at=AT)
    walking.finish(walk, words="好", by=technician, at=AT)
    job.refresh_from_db()
    assert (job.status, job.done_on, job.ended_by) == ("done", TODAY, technician)
    assert Finding.objects.get().inspection == walk


def test_a_walk_that_was_broken_off_is_begun_anew(planned, technician, dispatcher, checklist):
    job = planned(checklist=checklist).jobs.get()
    first = actions.start(job, by=technician, at=AT).inspection
    assert first
    with pytest.raises(Refused):
        actions.start(job, by=dispatcher, at=AT)
    walking.cancel(first, reason="x", by=technician, at=AT)
    second = actions.start(job, by=dispatcher, at=AT).inspection
    assert second not in (None, first)


def test_one_walk_is_not_two_jobs(planned, registered, technician, checklist, asset):
    registered("ZC-0002")
    plan = planned(covers="assets", category=asset.category, checklist=checklist)
    one, other = plan.jobs.order_by("id")
    actions.start(one, by=technician, at=AT)
    with pytest.raises(Refused):
        actions.start(other, by=technician, at=AT)


def test_a_thing_without_a_place_is_not_walked(planned, registered, technician, checklist):
    nowhere = registered("ZC-0007", place=None)
    job = planned(asset=nowhere, checklist=checklist).jobs.get()
    with pytest.raises(Refused):
        actions.start(job, by=technician, at=AT)


@pytest.mark.parametrize(
    "facts",
    [
        {"asset": None}, {"covers": "place"}, {"every_months": 0}, {"every_months": 999},
        {"rhythm": "yearly"}, {"rhythm": "daily"}, {"covers": "all"}, {"role": ""},
        {"role": "king"}, {"lead_days": 400}, {"name": "长" * 10_000},
    ],
    ids=str,
)  # fmt: skip
def test_a_plan_that_makes_no_sense_is_refused(planned, facts):
    if facts.get("rhythm") == "yearly":
        facts = {"rhythm": "yearly", "month": 13, "month_day": 1}
    with pytest.raises(ValidationError):
        planned(**facts)


# Telling


def test_one_reminder_a_plan_and_one_line_a_day(planned, registered, technician, teacher, asset):
    registered("ZC-0002")
    plan = planned(covers="assets", category=asset.category)
    assert set(Reminder.objects.values_list("object_id", flat=True)) == {plan.pk}
    told = read(waiting(technician, AT))
    assert [(each.title, each.due) for each in told] == [
        ("投影仪除尘：2 项", TODAY + timedelta(days=7))
    ]
    assert read(waiting(teacher, AT)) == []
    shown = read(dated(teacher, TODAY, TODAY + timedelta(days=30)))
    assert [(each.title, each.is_done) for each in shown] == [("投影仪除尘：2 项", False)]
    for job in plan.jobs.all():
        finished(job, by=technician)
    assert read(waiting(technician, AT)) == []
    assert not Reminder.objects.filter(state="planned").exists()


def test_figures_count_what_was_due_and_their_lists_prove_it(planned, technician, signed_in, head):
    early = planned(name="a", starts_on=TODAY)
    late = planned(name="b", starts_on=TODAY)
    planned(name="c", starts_on=TODAY)
    planned(name="d", starts_on=TODAY + timedelta(days=9))
    finished(early.jobs.get(), by=technician, cost=Decimal(12))
    finished(late.jobs.get(), by=technician, at=AT + timedelta(days=2))
    planned(name="e", starts_on=timezone.localdate() + timedelta(days=5), at=timezone.now())
    span = Span("x", TODAY, timezone.localdate() + timedelta(days=30))
    [group] = figures.groups([span], timezone.localdate())
    values = {str(line.label): line.values[0] for line in group.lines}
    assert [value.number for value in values.values()] == [4, 1, 1, 0, 0, 12]
    browser = signed_in(head)
    for value in list(values.values())[:5]:
        assert len(browser.get(value.path).context["rows"]) == value.number


# Pages


def test_a_plan_is_written_and_changed_on_its_page(signed_in, dispatcher, asset, room):
    browser = signed_in(dispatcher)
    typed = {
        "name": "除尘", "covers": "asset", "asset": asset.number, "place": room.code,
        "rhythm": "interval", "every_months": 6, "month": 12, "starts_on": "2030-01-01",
        "lead_days": 14, "role": Role.TECHNICIAN,
    }  # fmt: skip
    browser.post("/repairs/maintenance/plans/new/", typed)
    plan = MaintenancePlan.objects.get()
    # What does not count for the choices is not kept.
    assert (plan.asset, plan.place, plan.month) == (asset, None, None)
    edit = f"{plan.get_absolute_url()}edit/"
    begun = browser.get(edit).context["form"]
    assert (begun["asset"].value(), begun["name"].value()) == (asset.number, "除尘")
    browser.post(edit, typed | {"covers": "place", "rhythm": "yearly", "month_day": 1})
    plan.refresh_from_db()
    assert (plan.asset, plan.place, plan.month, plan.every_months) == (None, room, 12, None)


@pytest.mark.parametrize(
    "slip",
    [
        {"asset": ""}, {"asset": "ZC-9999"}, {"every_months": -1}, {"every_months": ""},
        {"rhythm": "hourly"}, {"covers": "moon"}, {"role": ""}, {"name": "长" * 10_000},
        {"words": "长" * 10_000}, {"lead_days": 999}, {"starts_on": "morgen"},
    ],
    ids=lambda slip: str(slip)[:30],
)  # fmt: skip
def test_a_slip_in_a_plan_is_told(signed_in, dispatcher, asset, slip):
    typed = {
        "name": "<b>除尘</b>", "covers": "asset", "asset": asset.number, "rhythm": "interval",
        "every_months": 6, "starts_on": "2030-01-01", "lead_days": 14, "role": Role.TECHNICIAN,
    }  # fmt: skip
    answer = signed_in(dispatcher).post("/repairs/maintenance/plans/new/", typed | slip)
    assert answer.status_code == 422
    assert "<b>除尘" not in answer.content.decode()
    assert not MaintenancePlan.objects.exists()


def test_jobs_are_done_and_skipped_on_their_pages(signed_in, planned, technician, teacher):
    job, other = planned(name="a").jobs.get(), planned(name="b").jobs.get()
    path = job.get_absolute_url()
    assert signed_in(teacher).post(f"{path}finish/", {"words": "x"}).status_code == 403
    browser = signed_in(technician)
    today = timezone.localdate()
    for slip in ({"cost": -1}, {"done_on": today + timedelta(days=1)}, {"words": ""}):
        typed = {"words": "好", "done_on": today, **slip}
        assert browser.post(f"{path}finish/", typed).status_code == 422
    browser.post(f"{path}finish/", {"words": "好", "done_on": today, "cost": "8.50"})
    browser.post(f"{path}cost/", {"cost": "9"})
    browser.post(f"{other.get_absolute_url()}skip/", {"reason": "停用"})
    job.refresh_from_db()
    other.refresh_from_db()
    assert (job.status, job.cost, other.status) == ("done", 9, "skipped")


def test_several_are_done_at_once(signed_in, planned, technician, teacher):
    jobs = [planned(name=name).jobs.get().pk for name in "ab"]
    path, typed = "/repairs/maintenance/finish/", {"item": jobs, "words": "好"}
    signed_in(teacher).post(path, typed)
    assert MaintenanceJob.objects.open().count() == 2
    signed_in(technician).post(path, typed)
    assert MaintenanceJob.objects.open().count() == 0


def test_pages_ask_as_much_for_three_jobs_as_for_one(signed_in, planned, head, asset):
    browser = signed_in(head)
    pages = ("/repairs/maintenance/", asset.get_absolute_url(), "/repairs/maintenance/plans/")

    def asked() -> list[int]:
        found = []
        for page in pages:
            with CaptureQueriesContext(connection) as queries:
                assert browser.get(page).status_code == 200
            found.append(len(queries))
        return found

    planned(name="a")
    asked()
    before = asked()
    planned(name="b")
    planned(name="c")
    assert asked() == before
