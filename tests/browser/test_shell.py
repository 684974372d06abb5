"""The shell of every page, as a browser sees it."""


def test_signing_in_leads_to_my_day_without_a_complaint(visitor, head):
    page = visitor.type_in(head)
    assert page.locator("h1").count() == 1
    assert not visitor.is_wider_than_its_screen()
    assert visitor.complaints == []


PAGES = (
    "/", "/calendar/", "/calendar/week/", "/calendar/list/", "/calendar/month-sheet/",
    "/calendar/week-plan/", "/plan/", "/plan/import/", "/plan/carry-over/", "/plan/items/new/",
    "/plan/entries/new/", "/plan/rules/", "/inbox/", "/inbox/robots/", "/inbox/robots/new/",
    "/inbox/deliveries/", "/school-time/", "/school-time/days/", "/school-time/hours/",
    "/account/password/", "/there-is-no-such-page/",
)  # fmt: skip


def test_no_page_asks_a_foreign_host_complains_or_runs_over_its_screen(visitor, head, semester):
    visitor.sign_in(head)
    too_wide = []
    for path in PAGES:
        visitor.goto(path)
        too_wide += [path] if visitor.is_wider_than_its_screen() else []
    assert too_wide == []
    assert visitor.complaints == []
    assert visitor.foreign_hosts() == set()


def test_the_portal_can_be_used_without_scripts(chromium, live_server, head):
    from tests.browser.conftest import PHONE, Visitor

    context = chromium.new_context(viewport=PHONE, locale="zh-CN", java_script_enabled=False)
    page = Visitor(context, live_server.url).sign_in(head)
    page.locator("header.topbar .menu > summary").click()
    page.locator(".menu-panel button[name=language]").click()
    assert page.locator("html").get_attribute("lang") == "en"
    context.close()


def test_dark_is_kept_from_page_to_page(desktop_visitor, head):
    page = desktop_visitor.sign_in(head)
    page.locator(".sidebar [data-theme-toggle]").click()
    page.reload()
    assert page.locator("html").get_attribute("data-bs-theme") == "dark"
