"""`manage.py school_time`: works on a bare machine, and says what it cannot read."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command

from campus.management.commands.school_time import parse_duration

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("moment", "length", "printed"),
    [
        ("2025-09-26T16:50", "2h", "2025-09-28T09:20"),
        ("2025-09-26T16:50:00", "0.5h", "2025-09-26T17:20"),
        ("2025-09-26 16:50", "45m", "2025-09-28T08:05"),
        ("2025-09-26T16:50:30", "40m", "2025-09-28T08:01"),
        ("2025-09-26T08:50Z", "1h30m", "2025-09-28T08:50"),
        ("2025-09-26T16:50", "0h", "2025-09-26T16:50"),
    ],
)
def test_the_moment_is_printed_to_the_minute(moment, length, printed, capsys):
    call_command("school_time", moment, length)
    assert capsys.readouterr().out == f"{printed}\n"


@pytest.mark.parametrize(
    ("moment", "length"),
    [
        ("yesterday", "2h"),
        ("2025-02-30T08:00", "2h"),
        ("2025-09-26T16:50", "2 days"),
        ("2025-09-26T16:50", ""),
        ("9999-12-31T17:00", "9h"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(moment, length, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("school_time", moment, length)
    printed = capsys.readouterr()
    assert (ended.value.code, printed.out, printed.err.count("\n")) == (2, "", 1)


def test_neither_database_nor_environment_is_needed():
    done = subprocess.run(
        [sys.executable, "manage.py", "school_time", "2025-09-26T16:50", "2h"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("2025-09-28T09:20\n", "")


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("2h", 120), ("0.5h", 30), (".5h", None), ("45m", 45), ("1h30m", 90), ("0h", 0),
        (" 2H ", 120), ("1.5m", 1.5), ("10000h", 600_000), ("10001h", None), ("", None),
        ("h", None), ("2", None), ("2d", None), ("-2h", None), ("30m1h", None), ("2 h", None),
        ("٢h", None), ("1e3h", None), ("9999999h", None),
    ],
)  # fmt: skip
def test_hours_and_minutes_are_read_and_all_else_is_refused(typed, minutes):
    assert read(typed) == (None if minutes is None else timedelta(minutes=minutes))


def read(typed: str) -> timedelta | None:
    try:
        return parse_duration(typed)
    except ValueError:
        return None
