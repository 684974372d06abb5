"""Everybody's own tiles in their own order."""

import pytest

from logistics.areas import measures
from logistics.dashboard.models import Arrangement

ALL = [each.key for each in measures()]


@pytest.fixture
def press(signed_in, head):
    """`press("tiles/reset")`: a button is pressed; answers with the tiles shown since."""
    browser = signed_in(head)

    def pressed(path: str) -> list[str]:
        assert browser.post(f"/dashboard/{path}/").status_code == 302
        return [each.key for each in browser.get("/dashboard/").context["tiles"]]

    return pressed


def test_tiles_are_moved_put_away_shown_again_and_reset(press, semester):
    first, second, third, *rest = ALL
    assert press(f"tiles/{third}/up") == [first, third, second, *rest]
    assert press(f"tiles/{first}/down") == [third, first, second, *rest]
    assert press(f"tiles/{third}/up") == [third, first, second, *rest]
    assert press(f"tiles/{rest[-1]}/down") == [third, first, second, *rest]
    assert press(f"tiles/{first}/remove") == [third, second, *rest]
    assert press(f"tiles/{first}/add") == [third, second, *rest, first]
    assert press(f"tiles/{first}/add") == [third, second, *rest, first]
    assert press("tiles/reset") == ALL
    assert not Arrangement.objects.exists()


def test_a_tile_that_is_away_is_not_moved(press, signed_in, head, semester):
    press(f"tiles/{ALL[0]}/remove")
    answer = signed_in(head).post(f"/dashboard/tiles/{ALL[0]}/up/")
    assert answer.status_code == 302
    assert Arrangement.objects.get().keys == ALL[1:]


def test_with_all_tiles_away_the_page_says_where_they_are(signed_in, head, semester):
    Arrangement.objects.create(person=head, keys=[])
    page = signed_in(head).get("/dashboard/")
    assert (page.status_code, page.context["tiles"], page.context["charts"]) == (200, [], [])
    assert "/dashboard/tiles/" in page.content.decode()


def test_nobody_arranges_what_they_are_not_told(signed_in, teacher, semester):
    browser = signed_in(teacher)
    assert browser.post("/dashboard/tiles/safety.hazards_open/add/").status_code == 404
    assert browser.post("/dashboard/tiles/no.such/add/").status_code == 404
    # Also what was chosen while it was theirs to see.
    Arrangement.objects.create(person=teacher, keys=["safety.hazards_open", "planning.done"])
    shown = browser.get("/dashboard/").context["tiles"]
    assert [each.key for each in shown] == ["planning.done"]
