"""Nobody who holds the whole database and all logs can tell who of two wrote what."""

import json
import logging
from datetime import timedelta

import pytest
from django.db import connection

from campus.feedback import actions
from campus.feedback.models.letter import LetterQuerySet
from campus.feedback.receipts import new_code
from campus.models import Feedback
from logistics.watch.logs import Lines
from tests.campus.feedback.conftest import ONE, typed
from tests.laid_rows import TABLES

# What a story writes, and what hangs on it; empty before.
WRITTEN = (
    "campus_feedback, campus_feedbackevent, campus_letter, campus_timelineentry, campus_notice"
)
SEQUENCES = "SELECT quote_ident(relname) FROM pg_class WHERE relkind = 'S'"


def asked(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def dumped() -> dict[str, list[str]]:
    """Every row of every table as it lies there, in the order in which a dump reads it."""
    return {table: [text for text, in asked(f"SELECT t::text FROM {table} AS t ORDER BY ctid")]
            for table, in asked(TABLES)}  # fmt: skip


class Log(logging.Handler):
    """The lines of the log as production writes them, without what no two requests share."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[dict] = []
        self.setFormatter(Lines())

    def emit(self, record: logging.LogRecord) -> None:
        line = json.loads(self.format(record))
        own = {"time", "request_id", "ms"}
        self.lines.append({name: value for name, value in line.items() if name not in own})


@pytest.fixture
def log():
    handler, root = Log(), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def retold(monkeypatch, at_noon, log):
    """Tell a story and undo it: what the database and the logs hold of it."""
    # Chance would make two tellings differ that are the same.
    order = ("words", "receipt", "kind")
    monkeypatch.setattr(
        LetterQuerySet, "due", lambda self, at: self.filter(due_hour__lte=24).order_by(*order)
    )

    def tell(story) -> tuple[dict[str, list[str]], list[dict]]:
        # A sequence that was never asked gives its first number, and not the one after it.
        starts = [asked(f"SELECT '{name}', last_value, is_called FROM {name}")[0]
                  for name, in asked(SEQUENCES)]  # fmt: skip
        log.lines.clear()
        with connection.cursor() as cursor:
            cursor.execute("SAVEPOINT story")
            # Rows would come to lie in gaps that the telling before has left.
            cursor.execute(f"TRUNCATE {WRITTEN} CASCADE")
            story()
            held = dumped()
            cursor.execute("ROLLBACK TO SAVEPOINT story")
            cursor.executemany("SELECT setval(%s::regclass, %s, %s)", starts)
        return held, list(log.lines)

    return tell


@pytest.fixture
def two(signed_in, pupil, teacher, prices, manager):
    """The browsers of two people who have both looked at the form."""
    browsers = signed_in(pupil), signed_in(teacher)
    for browser in browsers:
        browser.get("/feedback/new/house/")
        browser.get("/feedback/")
    return browsers


def test_who_wrote_what_makes_no_difference_to_database_and_logs(two, retold, prices, manager):
    one, other = two
    codes = {"太贵了": new_code(), "分量太少": new_code()}

    def story(first, second):
        """Two write, read, are answered, reply and give stars; who is who, is the question."""

        def tell():
            for browser, words in ((first, "太贵了"), (second, "分量太少")):
                sent = typed(prices, words=words, code=codes[words])
                assert browser.post("/feedback/unnamed/house/", sent).status_code == 200
            actions.deliver(at=ONE)
            for entry in Feedback.objects.order_by("pk"):
                actions.answer(entry, words="谢谢，会改。", by=manager, at=ONE)
            for browser, words in ((first, "太贵了"), (second, "分量太少")):
                code = codes[words]
                browser.post("/feedback/receipt/", {"code": code})
                browser.post("/feedback/receipt/reply/", {"code": code, "words": words * 2})
                browser.post("/feedback/receipt/stars/", {"code": code, "stars": "4"})
            actions.deliver(at=ONE + timedelta(hours=1))

        return tell

    (database, logs), (swapped, swapped_logs) = (
        retold(story(one, other)), retold(story(other, one)),
    )  # fmt: skip
    assert {name for name in database if database[name] != swapped[name]} == set()
    assert logs == swapped_logs
    assert len(logs) > 0
    assert len(database["campus_feedback"]) == 2


def test_with_a_name_the_same_look_sees_who_it_was(two, retold, prices):
    one, other = two

    def named(browser):
        return lambda: browser.post("/feedback/new/house/", typed(prices))

    database, _logs = retold(named(one))
    swapped, _logs = retold(named(other))
    assert "campus_feedback" in {name for name in database if database[name] != swapped[name]}


def test_in_the_letterbox_there_is_neither_a_person_nor_a_moment(two, prices, pupil, at_noon):
    before = dumped()
    two[0].post("/feedback/unnamed/house/", typed(prices))
    after = dumped()
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"campus_letter", "campus_feedbackweek"}
    (letter,) = after["campus_letter"]
    assert not {pupil.number, pupil.name, "12:17", "04:17"} & set(letter.split(","))
    assert "04:17" not in letter
    assert "12:17" not in letter
