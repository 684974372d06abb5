"""What the reader says of a text has its words in the catalogues."""

import ast
from pathlib import Path

from django.utils.translation import override

from campus.sheets import guard
from planning import plan_text
from planning.models.doubts import READ_DOUBTS, REFUSALS
from planning.plan_text import carriers


def test_every_doubt_of_the_reader_has_its_sentence():
    with override("en"):
        assert {code: str(words) for code, words in READ_DOUBTS.items()} == plan_text.DOUBTS


def test_every_refusal_of_the_reader_has_its_sentence():
    assert set(REFUSALS) == set(refusals_in_code())


def refusals_in_code() -> list[str]:
    """The last text handed to what is raised by the reader and by the guard of packed files, the
    sentences for foreign files, and the default of NoSchedule."""
    found = [plan_text.NoSchedule().sentence, *carriers.REFUSED.values()]
    for file in [*Path(plan_text.__file__).parent.glob("*.py"), Path(guard.__file__)]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in REFUSING and node.args:
                found += literals(node.args[-1])
    return found


def literals(node: ast.expr) -> list[str]:
    return [str(node.value)] if isinstance(node, ast.Constant) else []


REFUSING = {"Unreadable", "UnreadableSource", "NoSchedule"}
