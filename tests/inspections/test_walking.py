"""A walk from its beginning to both signatures."""

import threading
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from campus.attachments.actions import keep_upload
from campus.doors import Refused
from campus.models import Attachment, Notice
from inspections.actions import checklists, walking
from inspections.actions.walking import Seen
from inspections.models import Answer, Coverage, Finding, Inspection
from tests.campus.attachments.samples import jpeg, upload
from tests.inspections.conftest import AT, FAULT, lay, line, moment, said

pytestmark = pytest.mark.django_db


def item(walk: Inspection, title: str):
    return walk.version.items.get(title=title)


def results(walk: Inspection) -> dict[str, str]:
    return dict(walk.answers.values_list("item__title", "result"))


def test_what_nobody_taps_is_passed(walked, patrol):
    walk = walked(patrol, {"指示灯亮": FAULT})
    assert results(walk) == {"出口畅通": "passed", "指示灯亮": "failed", "器材在位": "passed"}
    assert (walk.status, walk.faults, walk.finished_at) == ("finished", 1, AT)


def test_a_failed_line_is_a_finding_once_the_walk_is_over(begin, patrol, safety_officer):
    walk = begin(patrol)
    finding = walking.answer(walk, item(walk, "出口畅通"), FAULT, by=safety_officer, at=AT)
    assert list(Finding.objects.reported()) == []
    walking.finish(walk, by=safety_officer, at=AT)
    reported = Finding.objects.reported().get()
    assert (reported, reported.words, reported.place) == (finding, "锁着", walk.place)
    assert reported.sentence == "出口畅通：锁着"


def test_a_line_sent_again_holds_anew_and_lets_go_of_its_finding(begin, patrol, safety_officer):
    walk = begin(patrol)
    asked = item(walk, "出口畅通")
    for words in ("锁着", "前门锁着"):
        seen = Seen(result="failed", words=words)
        walking.answer(walk, asked, seen, by=safety_officer, at=AT)
    assert [each.words for each in Finding.objects.all()] == ["前门锁着"]
    walking.answer(walk, asked, Seen(result="passed"), by=safety_officer, at=AT)
    assert (Finding.objects.count(), results(walk)) == (0, {"出口畅通": "passed"})
    walking.answer(walk, asked, Seen(), by=safety_officer, at=AT)
    assert results(walk) == {}


def test_photos_hang_on_the_finding_and_go_with_it(begin, patrol, safety_officer):
    walk = begin(patrol)
    photo = keep_upload(upload(jpeg()), by=safety_officer, at=AT)
    seen = Seen(result="failed", photos=[photo])
    finding = walking.answer(walk, item(walk, "出口畅通"), seen, by=safety_officer, at=AT)
    assert finding
    assert list(Attachment.objects.of(finding)) == [photo]
    passed = Seen(result="passed")
    walking.answer(walk, item(walk, "出口畅通"), passed, by=safety_officer, at=AT)
    photo.refresh_from_db()
    assert (photo.file, photo.removed_by) == (None, safety_officer)


@pytest.mark.parametrize(
    ("title", "seen", "result"),
    [
        ("温度", said("5"), "passed"), ("温度", said("8"), "passed"),
        ("温度", said("8.1"), "failed"),
        ("温度", said("-1"), "failed"), ("秩序", Seen(choice="良"), "passed"),
        ("秩序", Seen(choice="差"), "failed"), ("备注", Seen(words="有风"), "noted"),
        ("出口畅通", Seen(result="not_there"), "not_there"),
    ],
)  # fmt: skip
def test_each_kind_of_line_knows_its_faults(begin, mixed, safety_officer, title, seen, result):
    walk = begin(mixed)
    walking.answer(walk, item(walk, title), seen, by=safety_officer, at=AT)
    assert results(walk) == {title: result}


def test_a_measured_fault_says_how_much(begin, mixed, safety_officer):
    walk = begin(mixed)
    seen = Seen(number=Decimal("12.50"), words="没关门")
    finding = walking.answer(walk, item(walk, "温度"), seen, by=safety_officer, at=AT)
    assert finding
    assert finding.words == "没关门 (12.5°C)"


def test_required_lines_are_asked_for(begin, mixed, safety_officer):
    walk = begin(mixed)
    with pytest.raises(Refused, match="温度"):
        walking.finish(walk, by=safety_officer, at=AT)


def test_a_fault_that_wants_a_photo_is_not_finished_without(begin, mixed, safety_officer):
    walk = begin(mixed)
    walking.answer(walk, item(walk, "温度"), said("4"), by=safety_officer, at=AT)
    walking.answer(walk, item(walk, "出口畅通"), FAULT, by=safety_officer, at=AT)
    with pytest.raises(Refused, match="出口畅通"):
        walking.finish(walk, by=safety_officer, at=AT)
    photo = keep_upload(upload(jpeg()), by=safety_officer, at=AT)
    seen = Seen(result="failed", photos=[photo])
    walking.answer(walk, item(walk, "出口畅通"), seen, by=safety_officer, at=AT)
    assert walking.finish(walk, by=safety_officer, at=AT).faults == 1


def test_lines_after_the_end_are_refused_by_action_and_database(walked, patrol, safety_officer):
    walk = walked(patrol)
    with pytest.raises(Refused):
        walking.answer(walk, item(walk, "出口畅通"), FAULT, by=safety_officer, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.filter(inspection=walk).update(result="failed")
    with pytest.raises(Refused):
        walking.finish(walk, by=safety_officer, at=AT)


def test_nobody_answers_anothers_lines_or_lines_of_another_list(
    begin, patrol, mixed, safety_officer, head
):
    walk = begin(patrol)
    with pytest.raises(Refused):
        walking.answer(walk, item(walk, "出口畅通"), FAULT, by=head, at=AT)
    foreign = mixed.current.items.first()
    with pytest.raises(Refused):
        walking.answer(walk, foreign, FAULT, by=safety_officer, at=AT)
    assert not Answer.objects.exists()


def test_a_walk_keeps_its_lines_whatever_becomes_of_the_list(begin, patrol, safety_officer, head):
    walk = begin(patrol)
    draft = checklists.begin_draft(patrol, by=head, at=AT)
    draft.items.filter(position=1).delete()
    checklists.put_into_use(patrol, by=head, at=AT)
    walking.answer(walk, item(walk, "出口畅通"), FAULT, by=safety_officer, at=AT)
    walking.finish(walk, by=safety_officer, at=AT)
    assert len(results(walk)) == 3
    patrol.refresh_from_db()
    assert walking.start_at(patrol, walk.place, by=safety_officer, at=AT).version.number == 2


def test_the_last_faults_at_the_place_are_known(walked, patrol, room):
    walked(patrol, {"指示灯亮": FAULT})
    row = Coverage.objects.get(place=room, checklist=patrol)
    assert (row.last_on, row.last_faults, row.due_on) == (
        AT.date(), 1, moment(11, 10, 9).date()
    )  # fmt: skip


def test_the_second_signature_is_somebody_elses(walked, safety_officer, head, room):
    both = lay("双签", line("出口畅通"), second_roles=["head"])
    walk = walked(both)
    assert walk.status == "to_sign"
    assert [entry.person for entry in Notice.objects.get(key=f"inspection:sign:{walk.pk}")
            .entries.all()] == [head]  # fmt: skip
    with pytest.raises(ValidationError):
        walking.sign(walk, by=safety_officer, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Inspection.objects.filter(pk=walk.pk).update(
            status="finished", signed_by=safety_officer, signed_at=AT
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Inspection.objects.filter(pk=walk.pk).update(status="finished")
    signed = walking.sign(walk, by=head, at=AT)
    assert (signed.status, signed.signed_by) == ("finished", head)
    with pytest.raises(Refused):
        walking.sign(walk, by=head, at=AT)


def test_beginning_twice_goes_on_with_the_same_walk(begin, patrol):
    assert begin(patrol) == begin(patrol)


def test_a_walk_that_is_broken_off_leaves_nothing_found(begin, patrol, safety_officer):
    walk = begin(patrol)
    walking.answer(walk, item(walk, "出口畅通"), FAULT, by=safety_officer, at=AT)
    broken = walking.cancel(walk, reason="下雨", by=safety_officer, at=AT)
    assert (broken.status, Finding.objects.count()) == ("cancelled", 0)
    with pytest.raises(Refused):
        walking.cancel(walk, reason="下雨", by=safety_officer, at=AT)


def test_finishing_fifty_lines_asks_the_database_at_most_25_times(begin, safety_officer, head):
    long = lay("长", *(line(f"第 {number} 项") for number in range(50)), second_roles=["head"])
    walk = begin(long)
    for asked in list(walk.version.items.all())[:2]:
        walking.answer(walk, asked, FAULT, by=safety_officer, at=AT)
    with CaptureQueriesContext(connection) as queries:
        walking.finish(walk, by=safety_officer, at=AT)
    assert walk.answers.count() == 50
    around = ("SAVEPOINT", "RELEASE")
    assert len([each for each in queries if not each["sql"].startswith(around)]) <= 25


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_begin_one_walk(patrol, room, safety_officer):
    begun: list[int] = []

    def press() -> None:
        begun.append(walking.start_at(patrol, room, by=safety_officer, at=AT).pk)
        connection.close()

    threads = [threading.Thread(target=press) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(begun), len(set(begun)), Inspection.objects.count()) == (4, 1, 1)
