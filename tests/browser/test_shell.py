"""The shell of every page, as a browser sees it."""


def test_signing_in_leads_to_my_day_without_a_complaint(visitor, head):
    page = visitor.sign_in(head)
    assert page.locator("h1").count() == 1
    assert not visitor.is_wider_than_its_screen()
    assert visitor.complaints == []


def test_nothing_is_asked_of_a_foreign_host(visitor, head):
    visitor.sign_in(head)
    visitor.goto("/account/password/")
    visitor.goto("/there-is-no-such-page/")
    assert visitor.foreign_hosts() == set()


def test_the_portal_can_be_used_without_scripts(chromium, live_server, head):
    from tests.browser.conftest import PHONE, Visitor

    context = chromium.new_context(viewport=PHONE, locale="zh-CN", java_script_enabled=False)
    page = Visitor(context, live_server.url).sign_in(head)
    page.locator("header.topbar summary").click()
    page.locator(".menu-panel button[name=language]").click()
    assert page.locator("html").get_attribute("lang") == "en"
    context.close()


def test_dark_is_kept_from_page_to_page(desktop_visitor, head):
    page = desktop_visitor.sign_in(head)
    page.locator(".sidebar [data-theme-toggle]").click()
    page.reload()
    assert page.locator("html").get_attribute("data-bs-theme") == "dark"
