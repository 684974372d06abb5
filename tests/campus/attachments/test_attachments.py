"""Keeping, binding and removing files; what the database and the nightly sweep see to."""

import hashlib
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, transaction

from campus.attachments import actions, tasks
from campus.attachments.contents.photos import NOT_TAKEN
from campus.attachments.contents.refusal import ALLOWED
from campus.attachments.models import Attachment, StoredFile
from campus.doors import Refused
from planning.models import CalendarEntry
from tests.campus.attachments import samples
from tests.campus.attachments.samples import file_of, upload

AT = datetime(2025, 11, 3, 1, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def entry(head) -> CalendarEntry:
    """Any record will do."""
    return entry_by(head)


def entry_by(person) -> CalendarEntry:
    days = {"starts_on": AT.date(), "ends_on": AT.date()}
    return CalendarEntry.objects.create(title="Drill", by=person, changed_at=AT, **days)


def keep(by, data=None, name="photo.jpg", at=AT) -> Attachment:
    return actions.keep_upload(upload(data or samples.jpeg(), name), by=by, at=at)


def lying(folder: Path) -> set[str]:
    """The files in the storage."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def make_older(folder: Path, by: timedelta) -> None:
    then = (AT - by).timestamp()
    for path in folder.rglob("*"):
        os.utime(path, (then, then))


def test_an_upload_is_kept_loose_under_the_digest_of_what_is_kept(teacher, folder):
    kept = keep(teacher, name="走廊.jpeg")
    data = (folder / file_of(kept).path).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    assert file_of(kept).path == f"attachments/{digest[:2]}/{digest}"
    assert lying(folder) == {file_of(kept).path, file_of(kept).small_path}
    assert (kept.name, kept.by, kept.at, kept.thing) == ("走廊.jpg", teacher, AT, None)
    assert (file_of(kept).kind, file_of(kept).size) == ("jpeg", len(data))
    assert (file_of(kept).width, file_of(kept).height) == (64, 48)


def test_the_same_content_lies_there_once(teacher, head, folder):
    first, second = keep(teacher), keep(head, samples.jpeg(comment=b"another"), "b.jpg")
    assert first.file == second.file
    assert len(lying(folder)) == 2


def test_what_is_not_taken_leaves_nothing(teacher, folder):
    with pytest.raises(ValidationError) as refused:
        keep(teacher, b"<svg/>")
    assert refused.value.messages == [f"{NOT_TAKEN} {ALLOWED}"]
    assert (Attachment.objects.count(), lying(folder)) == (0, set())


def test_a_rolled_back_upload_leaves_a_file_that_the_sweep_takes_and_no_row(teacher, folder):
    with transaction.atomic():
        keep(teacher)
        transaction.set_rollback(True)
    assert (StoredFile.objects.count(), len(lying(folder))) == (0, 2)
    make_older(folder, DAY + timedelta(minutes=1))
    assert actions.sweep(at=AT) == 2
    assert lying(folder) == set()


def test_a_file_that_was_cut_off_is_written_anew(teacher, folder):
    path = folder / file_of(keep(teacher)).path
    whole = path.read_bytes()
    path.write_bytes(whole[:10])
    keep(teacher)
    assert path.read_bytes() == whole


def test_the_sweep_spares_what_is_needed_and_what_is_new(teacher, entry, folder):
    kept = keep(teacher)
    actions.attach(entry, [kept], by=teacher, at=AT)
    make_older(folder, 30 * DAY)
    keep(teacher, samples.pdf(), "new.pdf")
    before = lying(folder)
    assert actions.sweep(at=AT) == 0
    assert lying(folder) == before


def test_what_is_never_sent_is_thrown_away_after_a_day(teacher, entry, folder):
    forgotten = keep(teacher, at=AT - DAY - timedelta(minutes=1))
    waiting = keep(teacher, samples.pdf(), "new.pdf")
    sent = keep(teacher, samples.docx(), at=AT - 3 * DAY)
    actions.attach(entry, [sent], by=teacher, at=AT - 3 * DAY)
    assert actions.clear_loose(at=AT) == 1
    assert set(Attachment.objects.all()) == {waiting, sent}
    make_older(folder, 2 * DAY)
    actions.sweep(at=AT)
    assert lying(folder) == {file_of(waiting).path, file_of(sent).path}
    assert not StoredFile.objects.filter(pk=file_of(forgotten).pk).exists()


def test_the_nightly_task_does_both(teacher, folder):
    keep(teacher, at=AT - 400 * DAY)
    make_older(folder, 400 * DAY)
    tasks.clear_up()
    assert (Attachment.objects.count(), StoredFile.objects.count(), lying(folder)) == (0, 0, set())


def test_loose_files_and_fresh_uploads_are_bound_to_a_record(teacher, entry):
    loose = keep(teacher)
    bound = actions.attach(
        entry, [loose, upload(samples.pdf(), "paper.pdf")], by=teacher, at=AT, role="before"
    )
    assert list(Attachment.objects.of(entry)) == bound
    assert [(each.name, each.role, each.thing) for each in bound] == [
        ("photo.jpg", "before", entry), ("paper.pdf", "before", entry),
    ]  # fmt: skip


def test_nobody_binds_what_another_has_uploaded(teacher, head, entry):
    with pytest.raises(Refused):
        actions.attach(entry, [keep(teacher)], by=head, at=AT)
    assert list(Attachment.objects.of(entry)) == []


def test_what_is_bound_is_not_bound_again(teacher, entry):
    kept = keep(teacher)
    actions.attach(entry, [kept], by=teacher, at=AT)
    with pytest.raises(Refused):
        actions.attach(entry_by(teacher), [kept], by=teacher, at=AT)


def test_all_are_bound_or_none(teacher, entry):
    kept = keep(teacher)
    with pytest.raises(ValidationError):
        actions.attach(entry, [kept, upload(b"nothing")], by=teacher, at=AT)
    assert list(Attachment.objects.of(entry)) == []
    assert list(Attachment.objects.loose_of(teacher)) == [kept]


def test_at_most_ten_at_once(teacher, entry):
    kept = [keep(teacher) for _number in range(11)]
    with pytest.raises(Refused):
        actions.attach(entry, kept, by=teacher, at=AT)
    assert len(actions.attach(entry, kept[:10], by=teacher, at=AT)) == 10


def test_whoever_sends_nothing_cannot_fill_the_disk(teacher, head, monkeypatch):
    monkeypatch.setattr(actions, "MOST_LOOSE", 2)
    keep(teacher)
    keep(teacher)
    with pytest.raises(ValidationError):
        keep(teacher)
    assert keep(head).by == head


def test_a_loose_file_is_removed_without_a_trace(teacher):
    actions.remove(keep(teacher), by=teacher, at=AT)
    assert Attachment.objects.count() == 0


def test_of_a_records_file_the_row_stays_and_tells_who_removed_it(teacher, head, entry, folder):
    kept = actions.attach(entry, [keep(teacher)], by=teacher, at=AT)[0]
    actions.remove(kept, by=head, at=AT + DAY)
    kept.refresh_from_db()
    assert (kept.file, kept.removed_by, kept.removed_at) == (None, head, AT + DAY)
    with pytest.raises(Refused):
        actions.remove(kept, by=head, at=AT)
    make_older(folder, 2 * DAY)
    actions.sweep(at=AT + DAY)
    assert lying(folder) == set()


def test_copies_for_another_record_share_the_content(teacher, head, entry, folder):
    photo, gone = actions.attach(
        entry, [keep(teacher), keep(teacher, samples.pdf())], by=teacher, at=AT, role="after"
    )
    actions.remove(gone, by=teacher, at=AT)
    other = entry_by(head)
    copies = actions.copy_attachments(entry, to=other)
    copy = copies[photo.pk]
    assert list(copies) == [photo.pk]
    assert (copy.thing, copy.file, copy.role, copy.by) == (other, photo.file, "after", teacher)
    assert list(Attachment.objects.of(other)) == list(copies.values())


@pytest.mark.parametrize(
    "facts",
    [
        {"object_id": 1},
        {"role": "sideways"},
        {"file": None},
        {"removed_at": AT},
    ],
)
def test_the_database_refuses_half_an_attachment(teacher, facts):
    kept = keep(teacher)
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.filter(pk=kept.pk).update(**facts)


@pytest.mark.parametrize("facts", [{"kind": "exe"}, {"size": 0}, {"width": None}])
def test_the_database_refuses_half_a_file(teacher, facts):
    kept = keep(teacher)
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.filter(pk=file_of(kept).pk).update(**facts)


def test_a_content_is_there_once_in_the_database_too(teacher):
    file = file_of(keep(teacher))
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.create(sha256=file.sha256, kind="pdf", size=1)


@pytest.mark.django_db(transaction=True)
def test_the_sweep_waits_for_an_upload_of_the_same_content(teacher, folder):
    """An old file without a row gets one just while the sweep is about to delete it."""
    with transaction.atomic():
        path = file_of(keep(teacher)).path
        transaction.set_rollback(True)
    kept, goes_on = threading.Event(), threading.Event()

    def upload_slowly() -> None:
        with transaction.atomic():
            keep(teacher)
            kept.set()
            goes_on.wait(5)
        connection.close()

    uploading = threading.Thread(target=upload_slowly)
    uploading.start()
    kept.wait(5)
    threading.Timer(0.5, goes_on.set).start()
    assert actions.delete_orphan(path) is False
    uploading.join()
    assert default_storage.exists(path)


@pytest.mark.django_db(transaction=True)
def test_two_who_upload_the_same_content_at_once_both_keep_it_whole(teacher, head, monkeypatch):
    save, begun = default_storage.save, threading.Barrier(2)

    def slowly(path: str, content: File) -> str:
        """The other upload has looked meanwhile, and found nothing."""
        time.sleep(0.3)
        return save(path, content)

    def upload_now(by) -> StoredFile:
        try:
            begun.wait(5)
            return file_of(keep(by))
        finally:
            connection.close()

    monkeypatch.setattr(default_storage, "save", slowly)
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(upload_now, [teacher, head])
    assert one == other
    assert default_storage.size(one.path) == one.size
    lying = [path.name for path in Path(default_storage.path(one.path)).parent.iterdir()]
    assert sorted(lying) == [one.sha256, f"{one.sha256}.small"]


def test_a_file_is_not_deleted_while_a_row_needs_it(teacher):
    kept = keep(teacher)
    assert actions.delete_orphan(file_of(kept).path) is False
    assert default_storage.exists(file_of(kept).path)
