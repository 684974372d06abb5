"""The portal as an app: what a device is given to keep, and that it is the same for everybody."""

import io
import json
import re

import pytest
from django.test import Client
from PIL import Image

from campus.shell.drawing import Icon, drawn
from campus.shell.installed import ICONS
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def told_by(client: Client) -> dict:
    return json.loads(client.get("/manifest.webmanifest").content)


def test_the_manifest_bears_the_school_s_name_and_colour(client, settings):
    settings.SCHOOL_NAME, settings.OFFICE_NAME = "云起高级中学", "后勤服务处"
    settings.SCHOOL_ACCENT = "#7c2d12"
    told = told_by(client)
    assert (told["name"], told["short_name"]) == ("云起高级中学 后勤服务处", "后勤服务处")
    assert told["theme_color"] == "#7c2d12"
    assert (told["start_url"], told["scope"], told["display"]) == ("/", "/", "standalone")


def test_every_icon_of_the_manifest_is_a_picture_of_its_size(client):
    for entry in told_by(client)["icons"]:
        answer = client.get(entry["src"])
        assert answer.headers["Content-Type"] == "image/png"
        with Image.open(io.BytesIO(answer.content)) as picture:
            assert f"{picture.width}x{picture.height}" == entry["sizes"]


def test_icons_come_in_the_sizes_that_devices_ask_for(client):
    asked = {(entry["sizes"], entry["purpose"]) for entry in told_by(client)["icons"]}
    assert asked == {
        ("192x192", "any"), ("512x512", "any"), ("192x192", "maskable"), ("512x512", "maskable")
    }  # fmt: skip
    assert client.get("/icon-180.png").status_code == 200
    assert client.get("/icon-100000.png").status_code == 404


@pytest.mark.parametrize("name", ["maskable-512", "180"])
def test_an_icon_that_is_cut_to_shape_has_no_empty_corner(client, name):
    with Image.open(io.BytesIO(client.get(f"/icon-{name}.png").content)) as picture:
        side = picture.width - 1
        corners = [picture.convert("RGBA").getpixel(at) for at in [(0, 0), (side, side)]]
    assert corners == [(15, 118, 110, 255)] * 2


def test_a_badge_of_dots_is_the_icon_and_a_drawing_leaves_the_portal_s_mark(tmp_path):
    badge = tmp_path / "badge.png"
    Image.new("RGB", (300, 150), "#ff0000").save(badge)
    made = drawn(Icon(100), badge=badge, accent="#0f766e")
    assert made.getpixel((50, 50)) == (255, 0, 0, 255)
    assert made.getpixel((50, 15)) == (255, 255, 255, 255)
    drawing = tmp_path / "badge.svg"
    drawing.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    own = drawn(Icon(100), badge=None, accent="#0f766e")
    assert drawn(Icon(100), badge=drawing, accent="#0f766e").tobytes() == own.tobytes()


def test_what_is_kept_is_within_the_safe_circle_of_a_maskable_icon():
    made = drawn(ICONS["maskable-512"], badge=None, accent="#0f766e").convert("RGB")
    outside = {
        made.getpixel((x, y))
        for x in range(0, 512, 4)
        for y in range(0, 512, 4)
        if (x - 256) ** 2 + (y - 256) ** 2 > (0.4 * 512) ** 2
    }
    assert outside == {(15, 118, 110)}


def worker(client: Client) -> dict:
    """What the worker is told: its version, what it keeps, and the page."""
    text = client.get("/sw.js").content.decode()
    found = re.match(
        r"self\.steward = (.*);\nimportScripts\(\".*service_worker.*\.js\"\);\n$", text
    )
    assert found, text
    return json.loads(found[1])


def test_the_worker_keeps_what_the_page_without_a_connection_wears_and_nothing_else(client):
    page = client.get("/offline/").content.decode()
    worn = set(re.findall(r'<(?:script|link rel="stylesheet")[^>]* (?:src|href)="([^"]+)"', page))
    assert set(worker(client)["kept"]) == worn | {"/badge"}


def test_the_worker_is_asked_for_anew_each_time_and_is_the_same_for_everybody(
    client, signed_in, head
):
    answer = client.get("/sw.js")
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert worker(client) == worker(signed_in(head))


def test_a_new_name_or_colour_makes_a_new_version(client, settings):
    before = worker(client)["version"]
    settings.SCHOOL_NAME = "另一所学校"
    assert worker(client)["version"] != before


def test_the_page_without_a_connection_is_about_nobody(client, signed_in, head):
    mine = signed_in(head)
    mine.cookies["django_language"] = "en"
    page, same = client.get("/offline/"), mine.get("/offline/")
    assert page.content == same.content
    assert page.cookies == {}
    text = page.content.decode()
    assert (text.count("<h1"), head.name in text) == (1, False)
    assert {'lang="zh-Hans"', 'lang="en"'} <= set(re.findall(r'lang="[\w-]+"', text))


def test_a_first_password_does_not_stand_in_the_way(client, head):
    head.must_change_password = True
    head.save()
    client.force_login(head)
    addresses = ("/manifest.webmanifest", "/sw.js", "/offline/")
    assert [client.get(address).status_code for address in addresses] == [200, 200, 200]


def test_signing_out_has_the_browser_forget_the_pages(client, head):
    client.post("/sign-in/", {"login": head.number, "password": PASSWORD})
    assert "Clear-Site-Data" not in client.get("/sign-out/").headers
    assert client.post("/sign-out/").headers["Clear-Site-Data"] == '"cache"'
