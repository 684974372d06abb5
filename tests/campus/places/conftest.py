"""A small school: one campus, a house with two floors and some rooms, and a second house."""

import pytest

from campus.models import Place
from campus.places import actions


@pytest.fixture
def school(db) -> dict[str, Place]:
    """The places by their codes."""
    rows = (
        ("A", "campus", "主校区", ""),
        ("JX", "building", "致知楼", "A"),
        ("JX-1", "floor", "1层", "JX"),
        ("JX-2", "floor", "2层", "JX"),
        ("JX-101", "room", "101", "JX-1"),
        ("JX-201", "room", "201 物理实验室", "JX-2"),
        ("JX-201-S", "spot", "洗眼器", "JX-201"),
        ("ST", "building", "食堂", "A"),
    )
    laid: dict[str, Place] = {}
    for code, kind, name, whole in rows:
        laid[code] = actions.lay(kind=kind, code=code, name=name, parent=laid.get(whole))
    return laid
