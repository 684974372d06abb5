"""Whole plans of many shapes give exactly their items, whatever file carries them."""

from pathlib import Path

import pytest

from planning.plan_text import Source, read_source
from planning.plan_text.layout import laid_out
from tests.planning.plan_text.plans import case_files, expected, lines_of, read_case
from tests.planning.plan_text.renderings import CARRIERS

TEXTS = [case for case in case_files() if case.suffix == ".txt"]


@pytest.mark.parametrize("case", case_files(), ids=lambda case: case.name)
def test_a_plan_gives_its_items(case: Path):
    assert lines_of(read_case(case)) == expected(case)


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case.stem)
def test_the_carrier_changes_nothing(case: Path, carrier: str):
    blocks = laid_out(read_case(case).blocks)
    assert lines_of(read_source(carrier, CARRIERS[carrier](blocks))) == expected(case)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_the_encoding_changes_nothing(encoding: str):
    case = TEXTS[0]
    text = case.read_text(encoding="utf-8")
    source = read_source("plan.txt", text.encode(encoding))
    assert (lines_of(source), type(source)) == (expected(case), Source)


def test_traditional_text_in_big5_is_read():
    case = next(case for case in TEXTS if case.stem.endswith("traditional"))
    text = case.read_text(encoding="utf-8").replace("汀雨高級中學", "汀雨中學")
    assert lines_of(read_source("plan.txt", text.encode("big5"))) == expected(case)
