"""Uploading one file at once, and who is handed which file."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from campus.attachments import actions, rights
from campus.attachments.contents.photos import NOT_TAKEN
from campus.attachments.contents.refusal import ALLOWED
from campus.attachments.models import Attachment
from planning.models import CalendarEntry
from tests.campus.attachments import samples
from tests.campus.attachments.samples import file_of, upload

UPLOAD = reverse("attachments:upload")


def keep(by, data=None, name="photo.jpg", at=None) -> Attachment:
    return actions.keep_upload(upload(data or samples.jpeg(), name), by=by, at=at or timezone.now())


@pytest.fixture
def entry(head) -> CalendarEntry:
    """For the staff alone."""
    now = timezone.now()
    return CalendarEntry.objects.create(
        title="Drill", by=head, changed_at=now, starts_on=now.date(), ends_on=now.date()
    )


@pytest.fixture
def bound(entry, teacher) -> Attachment:
    return actions.attach(entry, [keep(teacher)], by=teacher, at=timezone.now())[0]


def test_an_upload_is_answered_with_what_the_page_draws(signed_in, pupil):
    answer = signed_in(pupil).post(UPLOAD, {"file": upload(samples.jpeg(), "伞.heic")})
    kept = Attachment.objects.get()
    assert (answer.status_code, kept.by) == (201, pupil)
    assert answer.json() == {
        "id": kept.pk,
        "name": "伞.jpg",
        "url": f"/files/{kept.pk}/%E4%BC%9E.jpg",
        "small": f"/files/{kept.pk}/small",
        "remove": f"/files/{kept.pk}/remove/",
    }


def test_a_paper_has_no_small_picture(signed_in, teacher):
    answer = signed_in(teacher).post(UPLOAD, {"file": upload(samples.pdf(), "a.pdf")})
    assert answer.json()["small"] == ""


def test_an_upload_that_is_not_taken_is_answered_with_the_sentence(signed_in, teacher):
    answer = signed_in(teacher).post(UPLOAD, {"file": upload(b"<svg/>", "a.svg")})
    assert (answer.status_code, answer.json()) == (422, {"error": f"{NOT_TAKEN} {ALLOWED}"})
    assert Attachment.objects.count() == 0


@pytest.mark.parametrize("sent", [{}, {"file": "words"}, {"file": upload(b"", "empty.jpg")}])
def test_nothing_sent_is_said(signed_in, teacher, sent):
    answer = signed_in(teacher).post(UPLOAD, sent)
    assert (answer.status_code, list(answer.json())) == (422, ["error"])


def test_too_much_that_was_never_sent_is_said(signed_in, teacher, monkeypatch):
    monkeypatch.setattr(actions, "MOST_LOOSE", 1)
    keep(teacher)
    answer = signed_in(teacher).post(UPLOAD, {"file": upload(samples.jpeg())})
    assert (answer.status_code, answer.json()) == (422, {"error": actions.too_many()})


def test_a_picture_is_shown_and_may_do_nothing(signed_in, teacher):
    kept = keep(teacher)
    answer = signed_in(teacher).get(kept.get_absolute_url())
    assert b"".join(answer.streaming_content)[:2] == b"\xff\xd8"
    headers = {
        name: answer.headers[name]
        for name in (
            "Content-Type", "Content-Disposition", "X-Content-Type-Options",
            "Content-Security-Policy", "Cache-Control",
        )
    }  # fmt: skip
    assert headers == {
        "Content-Type": "image/jpeg",
        "Content-Disposition": 'inline; filename="photo.jpg"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'; img-src 'self'; "
        "style-src 'unsafe-inline'",
        "Cache-Control": "private, max-age=3600",
    }


def test_the_small_picture_is_small(signed_in, teacher):
    kept = keep(teacher, samples.jpeg(800, 600))
    answer = signed_in(teacher).get(kept.small_url)
    assert Image.open(io.BytesIO(b"".join(answer.streaming_content))).size == (320, 240)


@pytest.mark.parametrize(
    ("data", "given", "disposition"),
    [
        (samples.pdf(), "a.html", 'inline; filename="a.html.pdf"'),
        (samples.docx(), "a.docx", 'attachment; filename="a.docx"'),
        (samples.xlsx(), "a.xlsx", 'attachment; filename="a.xlsx"'),
    ],
)
def test_a_pdf_is_shown_and_office_files_are_saved(signed_in, teacher, data, given, disposition):
    kept = keep(teacher, data, given)
    answer = signed_in(teacher).get(kept.get_absolute_url())
    assert answer.headers["Content-Disposition"] == disposition
    assert answer.headers["Content-Security-Policy"].split(";")[0] == "sandbox"
    assert signed_in(teacher).get(kept.small_url).status_code == 404


@pytest.mark.parametrize("name", ["small", "photo.jpg", "whatever.html"])
def test_a_loose_file_is_its_uploaders_alone(signed_in, teacher, head, name):
    path = f"/files/{keep(teacher).pk}/{name}"
    assert signed_in(teacher).get(path).status_code == 200
    assert signed_in(head).get(path).status_code == 404


@pytest.mark.parametrize(
    ("person", "status"),
    [("head", 200), ("teacher", 200), ("technician", 200), ("pupil", 404)],
)
def test_a_records_files_are_for_whoever_sees_the_record(request, signed_in, bound, person, status):
    browser = signed_in(request.getfixturevalue(person))
    assert browser.get(bound.get_absolute_url()).status_code == status
    assert browser.get(bound.small_url).status_code == status


def test_the_uploader_loses_sight_of_a_file_with_the_record(signed_in, bound, teacher, entry):
    CalendarEntry.objects.filter(pk=entry.pk).delete()
    assert signed_in(teacher).get(bound.get_absolute_url()).status_code == 404


def test_whoever_is_not_signed_in_is_handed_nothing(client, bound):
    for path in (bound.get_absolute_url(), bound.small_url):
        answer = client.get(path)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/sign-in/?")


def test_a_removed_file_is_gone(signed_in, bound, head):
    actions.remove(bound, by=head, at=timezone.now())
    assert signed_in(head).get(bound.get_absolute_url()).status_code == 404


def test_behind_a_proxy_the_proxy_sends_the_bytes(signed_in, settings, teacher):
    settings.FILES_BY_PROXY = "/private/"
    kept = keep(teacher)
    answer = signed_in(teacher).get(kept.get_absolute_url())
    assert answer.headers["X-Accel-Redirect"] == f"/private/{file_of(kept).path}"


def test_ones_own_loose_file_is_removed_at_once(signed_in, teacher):
    kept = keep(teacher)
    assert signed_in(teacher).post(f"/files/{kept.pk}/remove/").status_code == 204
    assert Attachment.objects.count() == 0


@pytest.mark.parametrize(
    ("person", "status"),
    [("teacher", 302), ("head", 302), ("technician", 403), ("administrator", 403), ("pupil", 404)],
)
def test_the_uploader_and_the_head_remove_a_records_file(request, signed_in, bound, person, status):
    browser = signed_in(request.getfixturevalue(person))
    assert browser.post(f"/files/{bound.pk}/remove/").status_code == status
    bound.refresh_from_db()
    assert (bound.removed_at is not None) == (status == 302)


@pytest.mark.parametrize(
    ("who", "after", "allowed"),
    [
        ("teacher", timedelta(minutes=60), True),
        ("teacher", timedelta(minutes=61), False),
        ("head", timedelta(days=900), True),
        ("technician", timedelta(0), False),
    ],
)
def test_the_uploader_has_an_hour(request, bound, who, after, allowed):
    person = request.getfixturevalue(who)
    assert bool(rights.can_remove(person, bound, bound.at + after)) == allowed


def test_handing_a_file_asks_little(signed_in, bound, teacher, django_assert_num_queries):
    browser = signed_in(teacher)
    with django_assert_num_queries(4):  # person, duties, attachment with its file, record
        browser.get(bound.small_url)
