"""Talking about a record: comments, their files, who is meant by @, who is told."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from campus.attachments.actions import keep_upload
from campus.attachments.models import Attachment
from campus.models import InboxEntry, Notice, Person, TimelineEntry
from campus.records import actions, mentions
from campus.records.timeline import timeline_of
from planning.models import PlanItem
from tests.campus.attachments import samples
from tests.campus.attachments.samples import upload
from tests.conftest import make_person
from tests.planning.school_plan import DRILL, adopted, item_of

AT = datetime(2025, 9, 3, 1, tzinfo=UTC)
NEXT_DAY = datetime(2025, 9, 4, 1, tzinfo=UTC)


@pytest.fixture
def item(head, semester) -> PlanItem:
    """An item of the plan: staff talk about it, pupils see it without its timeline."""
    return item_of(adopted(by=head), DRILL.title)


def path(item: PlanItem) -> str:
    return reverse("records:comment", args=["planning.planitem", item.pk])


def comment(item, by, words="已到场", mentioned=(), attachments=(), at=AT) -> TimelineEntry:
    return actions.comment(
        item, words=words, mentioned=mentioned, attachments=attachments, by=by, at=at
    )


def told() -> set[tuple[str, str]]:
    return {(entry.person.name, str(entry)) for entry in InboxEntry.objects.all()}


# Commenting


def test_a_comment_joins_the_timeline_with_its_files(item, teacher):
    entry = comment(item, teacher, attachments=[upload(samples.jpeg())])
    photo = Attachment.objects.get()
    assert (entry.kind, entry.words, entry.by, entry.at) == ("comment", "已到场", teacher, AT)
    assert (photo.thing, list(entry.attachments.all())) == (item, [photo])


def test_a_comment_may_be_a_photo_alone(item, teacher):
    entry = comment(item, teacher, words="", attachments=[upload(samples.jpeg())])
    assert (entry.words, entry.text) == ("", "Added files.")


def test_a_comment_that_says_nothing_is_no_comment(item, teacher):
    with pytest.raises(ValidationError):
        comment(item, teacher, words="")
    assert TimelineEntry.objects.count() == 0


def test_the_mentioned_are_told_where_but_not_what(item, teacher, technician):
    entry = comment(item, teacher, words="@江小川 漏水了", mentioned=[technician, teacher])
    notice = Notice.objects.get()
    assert set(entry.mentioned.all()) == {technician, teacher}
    assert [each.person for each in InboxEntry.objects.all()] == [technician]
    assert (notice.facts, notice.path) == (
        {"by": "许知言", "title": DRILL.title}, item.get_absolute_url(),
    )  # fmt: skip


def test_a_comment_is_sent_from_the_records_page(signed_in, item, teacher, technician):
    sent = {"words": "请@江小川带梯子", "attachments": [upload(samples.jpeg())]}
    answer = signed_in(teacher).post(path(item), sent)
    entry = TimelineEntry.objects.get()
    assert answer.headers["Location"] == f"{item.get_absolute_url()}#entry-{entry.pk}"
    assert (entry.words, list(entry.mentioned.all())) == (sent["words"], [technician])
    assert entry.attachments.count() == 1


def test_files_that_are_uploaded_already_are_sent_by_their_numbers(signed_in, item, teacher):
    kept = keep_upload(upload(samples.pdf(), "a.pdf"), by=teacher, at=AT)
    signed_in(teacher).post(path(item), {"words": "见附件", "attachments-kept": [kept.pk]})
    assert list(TimelineEntry.objects.get().attachments.all()) == [kept]


def test_somebody_elses_uploads_are_not_taken_along(signed_in, item, teacher, head):
    kept = keep_upload(upload(samples.pdf(), "a.pdf"), by=head, at=AT)
    sent = {"words": "见附件", "attachments-kept": [kept.pk, "x", "-1", "9" * 30]}
    signed_in(teacher).post(path(item), sent)
    assert list(TimelineEntry.objects.get().attachments.all()) == []
    kept.refresh_from_db()
    assert kept.thing is None


def test_a_slip_loses_neither_words_nor_files(signed_in, item, teacher):
    before = keep_upload(upload(samples.pdf(), "a.pdf"), by=teacher, at=AT)
    sent = {
        "words": "@查无此人 看一下", "attachments-kept": [before.pk],
        "attachments": [upload(samples.jpeg(), "b.jpg")],
    }  # fmt: skip
    answer = signed_in(teacher).post(path(item), sent)
    form = answer.context["form"]
    assert (answer.status_code, list(form.errors)) == (422, ["words"])
    text = answer.content.decode()
    kept = [each.pk for each in Attachment.objects.loose_of(teacher)]
    assert [f'name="attachments-kept" value="{pk}" checked' in text for pk in kept] == [True, True]
    assert "@查无此人 看一下" in text


def test_a_file_that_is_not_taken_is_said_by_its_name_and_the_others_stay(signed_in, item, teacher):
    sent = {"words": "看", "attachments": [upload(samples.jpeg()), upload(b"MZ", "virus.exe")]}
    form = signed_in(teacher).post(path(item), sent).context["form"]
    assert [message.partition("”")[0] for message in form.errors["attachments"]] == ["“virus.exe"]
    assert [each.name for each in Attachment.objects.loose_of(teacher)] == ["photo.jpg"]


def test_at_most_ten_files_a_comment(signed_in, item, teacher):
    sent = {"words": "看", "attachments": [upload(samples.jpeg()) for _number in range(11)]}
    answer = signed_in(teacher).post(path(item), sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["attachments"])


@pytest.mark.parametrize("words", ["", "   ", "长" * 2001])
def test_words_are_wanted_and_not_too_many(signed_in, item, teacher, words):
    answer = signed_in(teacher).post(path(item), {"words": words})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["words"])


def test_pupils_do_not_talk_about_the_plan(signed_in, item, pupil):
    assert signed_in(pupil).post(path(item), {"words": "看"}).status_code == 403
    PlanItem.objects.filter(pk=item.pk).update(status="dropped", reason="…")
    assert signed_in(pupil).post(path(item), {"words": "看"}).status_code == 404


@pytest.mark.parametrize(
    "kind", ["planning.planitems", "campus.person", "nothing", "planning.plan"]
)
def test_what_nobody_has_handed_in_cannot_be_talked_about(signed_in, item, head, kind):
    address = reverse("records:comment", args=[kind, item.pk])
    assert signed_in(head).post(address, {"words": "看"}).status_code == 404


def test_a_comment_cannot_be_read_away(signed_in, item, head):
    assert signed_in(head).get(path(item)).status_code == 405


# Mentions


def meant(words: str, item: PlanItem, by: Person) -> list[Person]:
    found = mentions.mentioned(words, thing=item, by=by)
    assert found.faults == []
    return found.people


@pytest.mark.parametrize(
    "words",
    [
        "@江小川", "请@江小川带梯子", "@T003", "@t003 请看", "＠江小川，请看", "@T003请看",
        "(@江小川)", "@江小川@江小川",
    ],
)  # fmt: skip
def test_a_name_or_number_after_an_at_means_a_person(item, head, technician, words):
    assert meant(words, item, head) == [technician]


@pytest.mark.parametrize("words", ["", "江小川", "a@b.cn", "9@T003", "@ 江小川", "@"])
def test_nobody_is_meant_without_one(item, head, technician, words):
    assert meant(words, item, head) == []


def test_the_longest_name_counts(item, head, safety_officer):
    make_person("T090", "安若", department=head.department)
    assert meant("@安若溪请看", item, head) == [safety_officer]


def test_a_number_ends_where_its_digits_end(item, head, technician):
    assert mentions.mentioned("@T0031", thing=item, by=head).people == []


def test_two_of_a_name_are_told_apart_by_their_numbers(item, head, technician):
    other = make_person("T099", "江小川", department=head.department)
    found = mentions.mentioned("@江小川", thing=item, by=head)
    assert (found.people, len(found.faults)) == ([], 1)
    assert [number in found.faults[0] for number in ("@T003", "@T099")] == [True, True]
    assert meant("@T099", item, head) == [other]


def test_an_unknown_name_offers_those_that_begin_alike(item, head, technician):
    found = mentions.mentioned("@江大川", thing=item, by=head)
    assert [("江大川" in fault, "@T003 江小川" in fault) for fault in found.faults] == [
        (True, True)
    ]


def test_whoever_has_left_is_not_meant(item, head, technician):
    Person.objects.filter(pk=technician.pk).update(is_active=False)
    assert len(mentions.mentioned("@T003", thing=item, by=head).faults) == 1


def test_a_pupil_who_cannot_read_it_is_not_brought_in(item, head, pupil):
    found = mentions.mentioned("@林暮云", thing=item, by=head)
    assert (found.people, len(found.faults)) == ([], 1)


def test_a_pupil_cannot_find_out_who_is_there(item, pupil, technician):
    known = mentions.mentioned("@技", thing=item, by=pupil).faults
    unknown = mentions.mentioned("@江小川", thing=item, by=pupil)
    # Staff read the timeline, so a name that is known may be written; nobody is ever offered.
    assert unknown.people == [technician]
    assert ["T003" in fault for fault in known] == [False]


def test_too_many_names_are_refused(item, head):
    found = mentions.mentioned(" ".join(f"@T{n:03}" for n in range(21)), thing=item, by=head)
    assert (found.people, len(found.faults)) == ([], 1)


def test_many_names_ask_no_more_than_one(item, head, technician, safety_officer, teacher,
                                         django_assert_num_queries):  # fmt: skip
    for words in ("@T003", "@T003 @T002 @T005"):
        with django_assert_num_queries(1):
            meant(words, item, head)


def test_the_timeline_goes_by_day_oldest_first(item, head, teacher):
    last = comment(item, teacher, words="b", at=NEXT_DAY)
    first = comment(item, head, words="a", at=AT)
    moved = actions.note(
        item, by=head, at=AT, text="It is now %(state)s.", facts={"state": "x"}, status="under_way"
    )
    days = timeline_of(item)
    assert [(day.day.day, [one.anchor for one in day.happenings]) for day in days] == [
        (3, [f"entry-{first.pk}", f"entry-{moved.pk}"]), (4, [f"entry-{last.pk}"]),
    ]  # fmt: skip
    assert days[0].happenings[1].state == PlanItem.Status.UNDER_WAY.label


def test_the_timeline_asks_as_much_for_many_entries_as_for_one(
    item, teacher, django_assert_num_queries
):
    for _number in range(3):
        comment(item, teacher, attachments=[upload(samples.jpeg())])
        with django_assert_num_queries(2):
            timeline_of(item)


CHANGES = {
    "save": lambda entry: entry.save(),
    "update": lambda entry: TimelineEntry.objects.filter(pk=entry.pk).update(words="anders"),
    "delete": lambda entry: TimelineEntry.objects.filter(pk=entry.pk).delete(),
    "raw update": lambda entry: connection.cursor().execute(
        "UPDATE campus_timelineentry SET words = 'anders' WHERE id = %s", [entry.pk]
    ),
    "raw delete": lambda entry: connection.cursor().execute(
        "DELETE FROM campus_timelineentry WHERE id = %s", [entry.pk]
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_said_stays_said(item, teacher, change):
    entry = comment(item, teacher)
    entry.words = "anders"
    with pytest.raises(DatabaseError), transaction.atomic():
        CHANGES[change](entry)
    assert TimelineEntry.objects.get().words == "已到场"
