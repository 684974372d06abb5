"""The portal installed on a device, with and without a connection."""

from playwright.sync_api import Page, expect

from ops.browser import LAUNCH, find_chromium
from tests.processes import wait_until

READY = """() => new Promise((done, give_up) => {
  setTimeout(() => give_up(new Error("no service worker is ready after 15 s")), 15000);
  navigator.serviceWorker.ready.then((found) => done(found.scope));
})"""
KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const requests = await (await caches.open(name)).keys();
    found.push(...requests.map((request) => new URL(request.url).pathname));
  }
  return found.sort();
}"""
WORN = [
    "/accent.css", "/badge", "/offline/", "/static/css/steward.css", "/static/js/forms.js",
    "/static/js/offline.js", "/static/js/steward.js", "/static/js/theme.js",
    "/static/vendor/htmx.min.js", "/static/vendor/tabler.min.css",
]  # fmt: skip


def wait_for_worker(page: Page) -> str:
    """Until the service worker is in charge of the page; answers with its scope.

    A page that was on its way when the worker woke up is in its charge from the next time on.
    """
    scope = page.evaluate(READY)
    page.reload()
    # The page forbids what `wait_for_function` does between two looks.
    wait_until(lambda: page.evaluate("navigator.serviceWorker.controller !== null"))
    return scope


def test_without_a_connection_an_honest_page_stands_in_until_it_is_back(visitor, head):
    page = visitor.sign_in(head)
    assert wait_for_worker(page) == f"{visitor.address}/"
    page.context.set_offline(True)
    page.goto(f"{visitor.address}/calendar/")
    assert page.locator("h1").count() == 1
    expect(page.locator("section[lang=en] h2")).to_have_text("No connection")
    assert head.name not in page.content()
    assert not visitor.is_wider_than_its_screen()
    styled = page.evaluate("getComputedStyle(document.querySelector('.plain-card')).borderRadius")
    assert styled != "0px"
    page.context.set_offline(False)
    expect(page.locator("nav a[aria-current]").first).to_be_attached()
    assert page.url == f"{visitor.address}/calendar/"


def test_nothing_of_the_portal_s_pages_is_kept_even_after_a_round_through_it(visitor, head):
    page = visitor.sign_in(head)
    wait_for_worker(page)
    for path in ("/", "/calendar/", "/inbox/"):
        visitor.goto(path)
    assert page.evaluate(KEPT) == WORN
    assert visitor.complaints == []


def test_after_signing_out_a_device_without_connection_shows_nothing_of_before(
    desktop_visitor, head
):
    page = desktop_visitor.sign_in(head)
    wait_for_worker(page)
    page.locator(
        ".sidebar form[action='/sign-out/'] button, .sidebar a[href='/sign-out/']"
    ).first.click()
    if "/sign-out/" in page.url:
        page.locator("main form button").click()
    page.wait_for_url("**/sign-in/**")
    page.context.set_offline(True)
    page.go_back()
    page.wait_for_load_state()
    assert head.name not in page.content()
    assert page.evaluate(KEPT) == WORN


def test_a_new_release_takes_over_and_the_old_files_go(desktop_visitor, head, settings):
    page = desktop_visitor.sign_in(head)
    wait_for_worker(page)
    [before] = page.evaluate("caches.keys()")
    settings.SCHOOL_NAME = "另一所学校"
    page.evaluate("navigator.serviceWorker.ready.then((found) => found.update())")
    wait_until(lambda: before not in page.evaluate("caches.keys()"))
    page.context.set_offline(True)
    desktop_visitor.goto("/")
    expect(page.locator(".plain-brand strong")).to_have_text("另一所学校")
    assert page.evaluate(KEPT) == WORN


def test_chromium_finds_the_portal_fit_to_be_installed(chromium, tmp_path, live_server):
    """In a profile of its own: from a private window nothing can be installed."""
    context = chromium.browser_type.launch_persistent_context(
        str(tmp_path), executable_path=find_chromium(), args=LAUNCH
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/sign-in/")
    wait_for_worker(page)
    devtools = context.new_cdp_session(page)
    manifest = devtools.send("Page.getAppManifest")
    hindrances = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    context.close()
    assert (manifest["url"], manifest["errors"]) == (f"{live_server.url}/manifest.webmanifest", [])
    assert hindrances == []
