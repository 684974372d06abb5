"""Private files on their way to a browser."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from campus.shell.downloads import file_answer


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def body(answer) -> bytes:
    return b"".join(answer) if answer.streaming else answer.content


def test_without_a_proxy_the_web_process_sends_the_bytes():
    stored = default_storage.save("jobs/a.xlsx", ContentFile(b"rows"))
    answer = file_answer(stored, name="清单.xlsx")
    assert body(answer) == b"rows"
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename*=utf-8''%E6%B8%85%E5%8D%95.xlsx"
    )
    assert answer.headers["Cache-Control"] == "private, max-age=3600"


def test_the_proxy_is_told_where_the_file_lies(settings):
    settings.FILES_BY_PROXY = "/private-files"
    stored = default_storage.save("jobs/a-1.xlsx", ContentFile(b"rows"))
    answer = file_answer(stored, name="清单.xlsx")
    assert (answer.headers["X-Accel-Redirect"], body(answer)) == (
        "/private-files/jobs/a-1.xlsx",
        b"",
    )


@pytest.mark.parametrize("name", ["清单.xlsx", "a b.xlsx", "a%20b.xlsx", "a?b", "{env.HOME}"])
def test_a_name_that_proxies_read_differently_is_sent_by_the_web_process(settings, name):
    settings.FILES_BY_PROXY = "/private-files"
    stored = default_storage.save(f"jobs/{name}", ContentFile(b"rows"))
    answer = file_answer(stored, name="a.xlsx")
    assert ("X-Accel-Redirect" in answer.headers, body(answer)) == (False, b"rows")
