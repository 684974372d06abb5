"""Duty: laid by form and by sheet, swapped by two, logged and handed over."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from threading import Barrier
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from campus.doors import Refused
from campus.sheets.writer import write_workbook
from safety.actions import duty_shifts as actions
from safety.models import DutyLogEntry, DutyMember, DutyShift, DutySwap
from tests.safety.conftest import AT, moment

NIGHT, MORNING = moment(11, 5, 17, 30), moment(11, 6, 7, 30)


@pytest.fixture
def lay(head, teacher, technician):
    """`lay(leader=…)`: a night that the head leads, with the teacher."""

    def laid(**facts: Any) -> DutyShift:
        facts = {
            "kind": "night", "starts_at": NIGHT, "ends_at": MORNING, "leader": head,
            "members": [teacher], **facts,
        }  # fmt: skip
        return actions.lay(DutyShift(), by=head, at=AT, **facts)

    return laid


@pytest.fixture
def shift(lay) -> DutyShift:
    return lay()


def there(shift: DutyShift) -> set[int]:
    return actions.people_of(DutyShift.objects.get(pk=shift.pk))


def test_whoever_leads_is_no_other_member(lay, head, teacher):
    assert there(lay(members=[head, teacher, teacher])) == {head.pk, teacher.pk}


def test_the_database_itself_lets_nobody_be_there_twice(shift, head, teacher):
    for person in (head, teacher):
        with pytest.raises(IntegrityError), transaction.atomic():
            DutyMember.objects.create(shift=shift, person=person)
    with pytest.raises(IntegrityError), transaction.atomic():
        DutyShift.objects.filter(pk=shift.pk).update(leader=teacher)
    with pytest.raises(IntegrityError), transaction.atomic():
        DutyShift.objects.filter(pk=shift.pk).update(leader=None)


def test_a_swap_holds_once_both_agree(shift, teacher, technician, head):
    swap = actions.ask_swap(shift, taker=technician, reason="探亲", by=teacher, at=AT)
    assert there(shift) == {head.pk, teacher.pk}
    with pytest.raises(Refused):
        actions.accept_swap(swap, by=teacher, at=AT)
    actions.accept_swap(swap, by=technician, at=AT)
    assert there(shift) == {head.pk, technician.pk}


def test_a_leader_swaps_too(shift, head, technician, teacher):
    swap = actions.ask_swap(shift, taker=technician, reason="", by=head, at=AT)
    actions.accept_swap(swap, by=technician, at=AT)
    shift.refresh_from_db()
    assert (shift.leader, there(shift)) == (technician, {technician.pk, teacher.pk})


def test_what_cannot_be_swapped(shift, head, teacher, technician, safety_officer):
    for giver, taker, at in (
        (technician, safety_officer, AT), (teacher, head, AT), (teacher, technician, MORNING),
    ):  # fmt: skip
        with pytest.raises(Refused):
            actions.ask_swap(shift, taker=taker, reason="", by=giver, at=at)


def test_what_was_declined_or_withdrawn_is_over(shift, teacher, technician):
    first = actions.ask_swap(shift, taker=technician, reason="", by=teacher, at=AT)
    actions.decline_swap(first, by=technician, at=AT)
    second = actions.ask_swap(shift, taker=technician, reason="", by=teacher, at=AT)
    actions.withdraw_swap(second, by=teacher, at=AT)
    for swap in (first, second):
        with pytest.raises(Refused):
            actions.accept_swap(swap, by=technician, at=AT)


@pytest.mark.django_db(transaction=True)
def test_accepted_and_withdrawn_at_once_only_one_holds(shift, teacher, technician):
    swap, together = actions.ask_swap(
        shift, taker=technician, reason="", by=teacher, at=AT
    ), Barrier(2)  # fmt: skip

    def press(act, person) -> str:
        together.wait()
        try:
            act(swap, by=person, at=AT)
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(2) as pool:
        acts = (actions.accept_swap, actions.withdraw_swap)
        assert sorted(pool.map(press, acts, (technician, teacher))) == ["done", "refused"]
    accepted = DutySwap.objects.get().status == "accepted"
    assert (technician.pk in there(shift)) == accepted


def test_the_log_is_written_during_the_shift_and_signed_by_the_next(
    shift, head, teacher, technician
):
    with pytest.raises(Refused):
        actions.write_log(shift, text="巡查正常", by=teacher, at=AT)
    actions.write_log(shift, text="巡查正常", by=teacher, at=NIGHT + timedelta(hours=2))
    for person in (head, teacher):
        with pytest.raises(Refused):
            actions.take_over(shift, by=person, at=MORNING)
    actions.take_over(shift, by=technician, at=MORNING)
    with pytest.raises(Refused):
        actions.write_log(shift, text="补记", by=teacher, at=MORNING)
    with pytest.raises(Refused):
        actions.remove(shift, by=head, at=MORNING)


def test_the_log_is_not_changed(shift, teacher):
    actions.write_log(shift, text="巡查正常", by=teacher, at=NIGHT)
    with pytest.raises(Exception, match="duty_log_is_append_only"), transaction.atomic():
        DutyLogEntry.objects.update(text="x")


# Pages


def sheet(rows: list[list[Any]]) -> SimpleUploadedFile:
    held = BytesIO()
    header = ["日期", "时间", "带班领导", "值班人员", "备注"]
    write_workbook(held, title="值班表", header=header, rows=rows)
    return SimpleUploadedFile("值班表.xlsx", held.getvalue())


def test_a_roster_comes_as_a_sheet(signed_in, head, teacher, technician, safety_officer):
    rows = [
        ["2026-01-25", "8:00-17:00", "程远山", "许知言、江小川", "寒假"],
        ["2026-01-26", "17:30-次日7:30", "安若溪", "许知言", ""],
        ["2026-01-27", "", "程远山", "", ""],
    ]
    answer = signed_in(head).post("/safety/duty/import/", {"kind": "holiday", "file": sheet(rows)})
    assert answer.headers["Location"] == "/safety/duty/?month=2026-01"
    laid = list(DutyShift.objects.all())
    assert [each.leader for each in laid] == [head, safety_officer, head]
    assert there(laid[0]) == {head.pk, teacher.pk, technician.pk}
    hours = [(each.ends_at - each.starts_at) / timedelta(hours=1) for each in laid]
    assert hours == [9, 14, 14]


@pytest.mark.parametrize(
    "row",
    [
        ["不是日期", "", "程远山", "", ""], ["2026-01-25", "早到晚", "程远山", "", ""],
        ["2026-01-25", "25:00-26:00", "程远山", "", ""], ["2026-01-25", "", "无此人", "", ""],
        ["2026-01-25", "", "", "", ""],
    ],
)  # fmt: skip
def test_a_sheet_with_a_fault_lays_nothing(signed_in, head, teacher, row):
    rows = [["2026-01-24", "", "程远山", "许知言", ""], row]
    answer = signed_in(head).post("/safety/duty/import/", {"kind": "holiday", "file": sheet(rows)})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["file"])
    assert not DutyShift.objects.exists()


def test_a_shift_is_laid_by_officers_and_read_by_staff(signed_in, head, teacher, pupil):
    typed = {
        "kind": "night", "starts_at": "2025-11-05T17:30", "ends_at": "2025-11-06T07:30",
        "leader": head.number, "members": teacher.name,
    }  # fmt: skip
    assert signed_in(teacher).post("/safety/duty/new/", typed).status_code == 403
    signed_in(head).post("/safety/duty/new/", typed)
    shift = DutyShift.objects.get()
    path = f"/safety/duty/{shift.pk}/"
    codes = [signed_in(each).get(path).status_code for each in (teacher, head, pupil)]
    assert codes == [200, 200, 404]
    late = typed | {"ends_at": "2025-11-05T10:00", "starts_at": "2025-11-05T17:00"}
    assert signed_in(head).post("/safety/duty/new/", late).status_code == 422
    assert signed_in(pupil).get("/safety/duty/").status_code == 403


def test_only_the_two_of_a_swap_answer_it(signed_in, shift, teacher, technician, head):
    swap = actions.ask_swap(shift, taker=technician, reason="", by=teacher, at=AT)
    path = f"/safety/swaps/{swap.pk}/accept/"
    assert signed_in(head).post(path).status_code == 404
    signed_in(teacher).post(path)
    assert DutySwap.objects.get().status == "asked"


def test_pages_ask_the_same_few_questions(signed_in, lay, head, teacher, technician):
    browser, first = signed_in(head), lay()

    def asked(path: str) -> int:
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        return len(queries)

    path = f"/safety/duty/{first.pk}/"
    pages = ["/safety/duty/?month=2025-11", "/safety/duty/sheet/?month=2025-11", path]
    actions.write_log(first, text="x", by=head, at=NIGHT)
    few = [asked(page) for page in pages]
    for days in range(1, 4):
        day = timedelta(days=days)
        lay(starts_at=NIGHT + day, ends_at=MORNING + day, members=[teacher, technician])
        actions.write_log(first, text="x", by=head, at=NIGHT)
    assert [asked(page) for page in pages] == few
    assert max(few) <= 12
