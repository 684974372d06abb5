"""A label's way: printed, scanned with a phone, and what is wrong there is told to the desk."""

import io
from collections.abc import Iterator

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from campus.models import Enquiry, Place
from campus.places import actions
from tests.browser.conftest import DESKTOP, PHONE, Visitor

ROOMS = 30
# 150 dots an inch is what an office printer reaches in its draft mode.
SCALE = 150 / 72


@pytest.fixture
def house(transactional_db) -> Place:
    """A house with thirty rooms."""
    campus = actions.lay(kind="campus", code="A", name="主校区")
    house = actions.lay(kind="building", code="SY", name="格物楼", parent=campus)
    actions.lay_all(
        Place(kind="room", code=f"SY-{n}", name=f"{n} 化学实验室", parent=house)
        for n in range(101, 101 + ROOMS)
    )
    return house


@pytest.fixture
def keeper(chromium, live_server, settings, head) -> Iterator[Visitor]:
    """The head at a desk; labels say this portal's address."""
    settings.SITE_URL = live_server.url
    context = chromium.new_context(viewport=DESKTOP, locale="zh-CN")
    visitor = Visitor(context, live_server.url)
    visitor.sign_in(head)
    yield visitor
    context.close()


def printed(visitor: Visitor) -> list[Image.Image]:
    """The page as a printer gets it, sheet by sheet."""
    data = visitor.page.pdf(prefer_css_page_size=True)
    return [page.render(scale=SCALE).to_pil() for page in pypdfium2.PdfDocument(data)]


def read(sheet: Image.Image) -> list[str]:
    """What a reader of codes finds on a sheet."""
    return [code.text for code in zxingcpp.read_barcodes(sheet)]


def addresses(visitor: Visitor, kind: str) -> set[str]:
    tokens = Place.objects.filter(kind=kind).values_list("token", flat=True)
    return {f"{visitor.address}/q/{token}" for token in tokens}


@pytest.mark.parametrize(
    ("size", "sheets"), [("small", [24, 6]), ("large", [10, 10, 10]), ("door", [1] * ROOMS)]
)
def test_every_code_on_every_sheet_is_whole_and_says_its_place(keeper, house, size, sheets):
    keeper.goto(f"/places/labels/?within={house.pk}&kind=room&size={size}")
    pages = printed(keeper)
    assert {(round(page.width / SCALE), round(page.height / SCALE)) for page in pages} == {
        (595, 842)
    }  # fmt: skip
    found = [read(page) for page in pages]
    assert [len(each) for each in found] == sheets
    assert {text for each in found for text in each} == addresses(keeper, "room")


def test_a_scanned_label_leads_to_an_enquiry_at_the_place(
    keeper, house, chromium, live_server, pupil, dispatcher
):
    keeper.goto(f"/places/labels/?within={house.pk}&kind=building")
    [address] = read(printed(keeper)[0])
    context = chromium.new_context(viewport=PHONE, locale="zh-CN", has_touch=True)
    phone = Visitor(context, live_server.url)
    page = phone.goto(address.removeprefix(live_server.url))
    page.locator("input[name=login]").fill(pupil.number)
    page.locator("input[name=password]").fill("a-password-for-tests")
    page.locator("main form button.btn-primary").click()
    page.wait_for_url(f"{live_server.url}/places/{house.pk}/")
    page.locator(".place-acts a").filter(has=page.locator("svg")).first.click()
    page.wait_for_url("**/desk/new/**")
    assert page.locator("#id_place").input_value() == "SY"
    page.locator(".offer-chosen", has_text="格物楼").wait_for()
    page.locator("#id_title").fill("走廊里有气味")
    page.locator("main form.form-card button.btn-primary").click()
    page.wait_for_url("**/desk/*/")
    assert (Enquiry.objects.get().place, Enquiry.objects.get().reporter) == (house, pupil)
    assert not phone.is_wider_than_its_screen()
    assert phone.complaints == []
    context.close()


def test_a_place_is_chosen_with_the_keyboard_alone(desktop_visitor, head, house):
    page = desktop_visitor.sign_in(head)
    desktop_visitor.goto("/desk/new/")
    page.locator("#id_place").press_sequentially("化学")
    page.locator("#id_place-offers li").first.wait_for()
    assert page.locator("#id_place-offers li").count() == 8
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator("#id_place").get_attribute("aria-activedescendant") == "id_place-offers-1"
    page.keyboard.press("Enter")
    assert page.locator("#id_place").input_value() == "SY-102"
    assert page.locator("#id_place-offers").is_hidden()
    page.locator("#id_place").fill("SY-1")
    page.locator("#id_place-offers li").first.wait_for()
    page.keyboard.press("Escape")
    assert page.locator("#id_place-offers").is_hidden()
    assert desktop_visitor.complaints == []


def test_the_tree_opens_branch_by_branch(visitor, head, house):
    page = visitor.sign_in(head)
    visitor.goto("/places/")
    page.locator("summary", has_text="格物楼").click()
    page.locator(".place-leaf", has_text="101 化学实验室").wait_for()
    page.locator(".place-find input[name=q]").fill("化学")
    page.locator(".place-found li").first.wait_for()
    assert not visitor.is_wider_than_its_screen()
    assert visitor.complaints == []


def test_without_scripts_the_tree_opens_by_links(chromium, live_server, head, house):
    context = chromium.new_context(viewport=PHONE, locale="zh-CN", java_script_enabled=False)
    visitor = Visitor(context, live_server.url)
    page = visitor.sign_in(head)
    visitor.goto("/places/")
    page.locator("summary", has_text="格物楼").click()
    page.locator(".place-parts a[href*='?in=']").first.click()
    expect(page.locator(".place-leaf", has_text="101 化学实验室")).to_be_visible()
    context.close()


PAGES = ("/places/", "/places/list/", "/places/new/", "/plan/papers/", "/plan/papers/kinds/")


def test_no_page_complains_or_runs_over_its_screen(visitor, head, house):
    visitor.sign_in(head)
    one = f"/places/{house.pk}/"
    verbs = ("", "edit/", "move/", "end/", "renew/")
    own = [f"{one}{verb}" for verb in verbs]
    wide = []
    for path in (*PAGES, *own, f"/places/labels/?within={house.pk}", "/q/never-was-one"):
        visitor.goto(path)
        wide += [path] if visitor.is_wider_than_its_screen() else []
    assert (wide, visitor.complaints, visitor.foreign_hosts()) == ([], [], set())


def test_the_picture_of_a_label_can_be_read_from_the_screen_too(keeper, house):
    keeper.goto(f"/places/labels/?within={house.pk}&kind=building&size=door")
    picture = keeper.page.locator(".label-code").screenshot()
    assert read(Image.open(io.BytesIO(picture))) == sorted(addresses(keeper, "building"))
