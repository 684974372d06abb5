"""Photos from a phone: shrunk before they travel, each on its own, tried again where one fails."""

import base64
import io
import re

import pytest
from django.urls import reverse
from PIL import Image
from playwright.sync_api import FilePayload, Page, Route, expect

from campus.attachments.models import Attachment
from campus.models import TimelineEntry
from planning.models import PlanItem
from tests.browser.conftest import PHONE, Visitor
from tests.campus.attachments import samples
from tests.planning.school_plan import DRILL, adopted, item_of
from tests.processes import wait_until

pytestmark = pytest.mark.django_db(transaction=True)

UPLOAD = "**" + reverse("attachments:upload")


@pytest.fixture
def phone(chromium, live_server, settings, tmp_path):
    """A visitor with a phone, and private files in a folder that goes away."""
    settings.MEDIA_ROOT = tmp_path
    context = chromium.new_context(viewport=PHONE, locale="zh-CN", has_touch=True, is_mobile=True)
    yield Visitor(context, live_server.url)
    context.close()


@pytest.fixture
def item(head, semester) -> PlanItem:
    return item_of(adopted(by=head), DRILL.title)


def photo(width: int = 4000, height: int = 3000, name: str = "IMG_0001.jpg") -> FilePayload:
    """A photo as a phone's camera hands it over, with its place; heavier than it need be."""
    data = samples.jpeg(width, height, quality=97)
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def opened(visitor: Visitor, person, item: PlanItem) -> Page:
    visitor.sign_in(person)
    visitor.page.add_init_script(LISTEN)
    return visitor.goto(item.get_absolute_url())


def choose(page: Page, *files: FilePayload) -> None:
    page.locator("input[type=file][multiple]").set_input_files(list(files))


LISTEN = """
window.travelled = [];
const send = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.send = function (body) {
  const reader = new FileReader();
  reader.onload = () => window.travelled.push(reader.result.split(",")[1]);
  reader.readAsDataURL(body.get("file"));
  send.call(this, body);
};
"""


def travelled(page: Page) -> bytes:
    """The one file that the page has sent; the browser's own record leaves the bytes out."""
    # The page forbids what `wait_for_function` does between two looks.
    wait_until(lambda: page.evaluate("window.travelled.length"))
    (sent,) = page.evaluate("window.travelled")
    return base64.b64decode(sent)


def test_a_photo_shrinks_before_it_travels_and_is_kept_without_its_place(phone, technician, item):
    page = opened(phone, technician, item)
    taken = photo()
    choose(page, taken)
    row = page.locator("[data-files-item]")
    expect(row).to_have_attribute("data-state", "kept")
    sent = travelled(page)
    assert Image.open(io.BytesIO(sent)).size == (2560, 1920)
    assert len(sent) < len(taken["buffer"]) / 2
    assert [word for word in (b"Exif", b"secret", b"Invented") if word in sent] == []

    kept = Attachment.objects.loose_of(technician).get()
    expect(row.locator("img")).to_have_attribute("src", kept.small_url)
    expect(row.locator("img")).to_have_js_property("naturalWidth", 320)
    assert kept.file
    assert (kept.name, kept.file.width, kept.file.height) == ("IMG_0001.jpg", 2560, 1920)
    assert not phone.is_wider_than_its_screen()

    page.locator("textarea[name=words]").fill("演练完毕")
    page.locator("button[name=finish]").click()
    expect(page.locator(".gallery-picture img")).to_have_js_property("naturalWidth", 320)
    kept.refresh_from_db()
    item.refresh_from_db()
    assert (kept.thing, item.status) == (item, PlanItem.Status.DONE)
    assert phone.complaints == []


def test_a_photo_that_needs_no_shrinking_travels_as_it_is(phone, technician, item):
    page = opened(phone, technician, item)
    small = photo(800, 600)
    choose(page, small)
    assert travelled(page) == small["buffer"]


def test_a_file_chosen_before_the_script_is_there_travels_as_well(phone, technician, item):
    held: list[Route] = []
    phone.sign_in(technician)
    phone.page.route("**/js/attachments.js", lambda route: held.append(route))
    phone.page.goto(phone.address + item.get_absolute_url(), wait_until="commit")
    choose(phone.page, photo(800, 600))
    while not held:
        phone.page.wait_for_timeout(20)
    held[0].continue_()
    expect(phone.page.locator("[data-files-item]")).to_have_attribute("data-state", "kept")


def test_what_the_browser_cannot_draw_goes_as_it_is(phone, technician, item):
    page = opened(phone, technician, item)
    heic: FilePayload = {"name": "IMG_2.HEIC", "mimeType": "image/heic", "buffer": samples.HEIC}
    choose(page, heic)
    expect(page.locator("[data-files-item] img")).to_have_js_property("naturalWidth", 96)
    assert travelled(page) == samples.HEIC


def test_progress_is_shown_while_a_file_travels(phone, technician, item):
    page = opened(phone, technician, item)
    slow = page.context.new_cdp_session(page)
    slow.send("Network.enable")
    slow.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 20, "downloadThroughput": -1, "uploadThroughput": 400_000},
    )
    page.evaluate(
        """() => {
          window.seen = [];
          const look = () => {
            const bar = document.querySelector("[data-files-progress]");
            if (bar && !bar.hidden) window.seen.push(bar.value);
            window.looking = requestAnimationFrame(look);
          };
          look();
        }"""
    )
    choose(
        page,
        {"name": "a.pdf", "mimeType": "application/pdf", "buffer": samples.pdf(b"x" * 900_000)},
    )
    expect(page.locator("[data-files-item]")).to_have_attribute("data-state", "kept")
    seen = set(page.evaluate("window.seen"))
    assert len([value for value in seen if 0 < value < 100]) >= 2


def test_one_of_three_fails_and_is_tried_again(phone, technician, item):
    page = opened(phone, technician, item)
    calls: list[str] = []

    def second_fails(route: Route) -> None:
        calls.append("call")
        if len(calls) == 2:
            route.abort()
        else:
            route.continue_()

    page.route(UPLOAD, second_fails)
    choose(page, *(photo(640, 480, f"IMG_{number}.jpg") for number in (1, 2, 3)))
    kept = page.locator("[data-files-item][data-state=kept]")
    failed = page.locator("[data-files-item][data-state=failed]")
    expect(kept).to_have_count(2)
    expect(failed.locator("[data-files-fault]")).to_be_visible()

    page.locator("textarea[name=words]").fill("三张照片")
    page.locator(".comment-acts .btn-primary").click()
    expect(page.locator("[data-files-note]")).to_be_visible()
    assert item.notes.count() == 0

    failed.locator("[data-files-retry]").click()
    expect(kept).to_have_count(3)
    page.locator(".comment-acts .btn-primary").click()
    expect(page.locator(".gallery-picture")).to_have_count(3)
    assert item.notes.get().attachments.count() == 3


def test_a_form_sent_too_early_waits_for_its_files(phone, technician, item):
    page = opened(phone, technician, item)
    held: list[Route] = []
    page.route(UPLOAD, lambda route: held.append(route))
    choose(page, photo(640, 480))
    expect(page.locator("[data-files-item]")).to_have_attribute("data-state", "travelling")
    page.locator("textarea[name=words]").fill("请看")
    page.locator(".comment-acts button").last.click()
    expect(page.locator("[data-files-note]")).to_be_visible()
    assert TimelineEntry.objects.count() == 0
    held[0].continue_()
    expect(page.locator(".gallery-picture")).to_have_count(1)
    assert TimelineEntry.objects.get().words == "请看"


def test_a_file_that_is_not_taken_says_why_and_can_be_taken_out(phone, technician, item):
    page = opened(phone, technician, item)
    choose(page, {"name": "a.svg", "mimeType": "image/svg+xml", "buffer": b"<svg/>"})
    row = page.locator("[data-files-item]")
    expect(row.locator("[data-files-fault]")).to_have_text(re.compile("JPEG"))
    expect(row.locator("[data-files-retry]")).to_be_hidden()
    row.locator("[data-files-remove]").click()
    expect(row).to_have_count(0)


def test_after_a_slip_the_files_are_still_there_and_can_be_taken_out(phone, technician, item):
    page = opened(phone, technician, item)
    choose(page, photo(640, 480))
    row = page.locator("[data-files-item]")
    expect(row).to_have_attribute("data-state", "kept")
    page.locator("textarea[name=words]").fill("@查无此人")
    page.locator(".comment-acts .btn-primary").click()
    expect(page.locator(".invalid-feedback")).to_be_visible()
    expect(row.locator("img")).to_have_js_property("naturalWidth", 320)
    with page.expect_response("**/remove/") as answered:
        row.locator("[data-files-remove]").click()
    assert answered.value.status == 204
    assert Attachment.objects.count() == 0


def test_without_script_the_form_carries_the_files_itself(
    chromium, live_server, settings, tmp_path, technician, item
):
    settings.MEDIA_ROOT = tmp_path
    context = chromium.new_context(viewport=PHONE, locale="zh-CN", java_script_enabled=False)
    visitor = Visitor(context, live_server.url)
    page = opened(visitor, technician, item)
    choose(page, photo(640, 480))
    page.locator("textarea[name=words]").fill("@查无此人")
    page.locator(".comment-acts .btn-primary").click()
    expect(page.locator(".files-keep input")).to_be_checked()
    page.locator("textarea[name=words]").fill("好了")
    page.locator(".comment-acts .btn-primary").click()
    expect(page.locator(".gallery-picture")).to_have_count(1)
    context.close()


def test_names_are_offered_after_an_at(phone, head, technician, item):
    page = opened(phone, head, item)
    box = page.locator("textarea[name=words]")
    box.click()
    box.press_sequentially("请@江")
    offer = page.locator("[role=option]")
    expect(offer).to_have_count(1)
    box.press("Enter")
    expect(box).to_have_value("请@江小川 ")
    expect(offer).to_have_count(0)
    assert phone.complaints == []
