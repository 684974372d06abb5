"""A `.env` with a slip in it is told in one sentence."""

import pytest

from ops.dotenv import check_settings, read_dotenv


def test_names_values_quotes_and_comments(tmp_path):
    path = tmp_path / ".env"
    path.write_text('# a comment\n\nPORT=8001\nexport SCHOOL_NAME="云起 高级中学"\nEMPTY=\n')
    assert read_dotenv(path) == {"PORT": "8001", "SCHOOL_NAME": "云起 高级中学", "EMPTY": ""}


def test_no_file_means_no_settings(tmp_path):
    assert read_dotenv(tmp_path / ".env") == {}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"PORT=1\nPORT 8000\n", ".env, line 2: expected NAME=value, found 'PORT 8000'."),
        (b'NAME="open\n', ".env, line 1: the quote of NAME is not closed."),
    ],
)
def test_a_broken_line_is_named(tmp_path, text, sentence):
    path = tmp_path / ".env"
    path.write_bytes(text)
    with pytest.raises(SystemExit) as end:
        read_dotenv(path)
    assert str(end.value) == sentence


def test_a_file_that_is_no_text_is_told(tmp_path):
    path = tmp_path / ".env"
    path.write_bytes(b"\xff\xfe\x00P")
    with pytest.raises(SystemExit, match=r"^\.env cannot be read as UTF-8 text"):
        read_dotenv(path)


@pytest.mark.parametrize(
    "typed",
    [{"PORT": "eighty"}, {"PORT": "70000"}, {"DATABASE_URL": "mysql://x"}, {"REDIS_URL": "x"}],
)
def test_settings_that_cannot_be_meant_so_are_refused(typed):
    with pytest.raises(SystemExit):
        check_settings(typed)


def test_settings_that_can_be_meant_so_pass():
    check_settings({"PORT": "8001", "DATABASE_URL": "postgres://h/d", "REDIS_URL": "redis://h"})
