"""What holds for every page that can be shown."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.house.test_doors import ROWS, area_of, groups_of, things  # noqa: F401  # `things` is a fixture
from tests.house.things import address

PAGES = [row[0] for row in ROWS if row[1] == "GET" and row[2] == "200"]
POLICY = {
    "default-src 'self'", "img-src 'self' data:", "object-src 'none'", "base-uri 'self'",
    "form-action 'self'", "frame-ancestors 'none'",
}  # fmt: skip
# Files, parts of pages, and what is asked by programs.
NO_PAGES = {
    "accent", "api:openapi", "badge", "feed", "healthz_web", "icon", "manifest", "service_worker",
    "account:own_data_file", "assessment:week_table", "attachments:file",
    "attachments:small", "desk:case_already",
    "canteen:board", "cleaning:areas_template", "dashboard:table", "dormitory:allotment_template",
    "feedback:case_already", "idp:oidc:configuration", "idp:oidc:jwks",
    "inspections:appeals:case_already", "inspections:campaign_wall",
    "inspections:checklist_export", "inspections:checklists_template", "jobs:file",
    "lists:list_export", "people:suggest", "places:suggest",
    "planning:actions:case_already", "planning:items_export", "repairs:case_already",
    "repairs:import_template", "repairs:requests:case_already", "repairs:spares_suggest",
    "repairs:supplies_month_export", "repairs:supplies_suggest", "repairs:supply_ledger_export",
    "privacy:case_already", "privacy:map_file", "privacy:year_file",
    "report:photo",
    "rosters:export", "rosters:template",
    "safety:hazards:case_already",
    "safety:incidents:case_already", "safety:norms_export",
    "safety:drill_board", "safety:chemical_export",
    "vehicles:month_export", "vehicles:requests:case_already",
    "vehicles:account_export", "vehicles:fuel_month_export", "vehicles:service:case_already",
}  # fmt: skip

GROUPS = groups_of(name for name in PAGES if name not in NO_PAGES)


def pages_of(areas: list[str]) -> list[str]:
    """The names of the areas' pages."""
    return [name for name in PAGES if name not in NO_PAGES and area_of(name) in areas]


@pytest.fixture
def shown(head, things):  # noqa: F811  # the fixture above
    """The head's view of a page, by the name of its address, and what it asked of the database.
    Nothing is kept for it: that is when a page asks most."""

    def show(name: str) -> tuple[Any, list[str]]:
        cache.clear()
        client = Client()
        client.force_login(head)
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address(name, things))
        return answer, [each["sql"] for each in asked if not each["sql"].startswith(AROUND)]

    return show


# The beginnings and ends of transactions ask nothing.
AROUND = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
MOST_QUERIES = 12


@pytest.mark.parametrize("areas", GROUPS)
def test_pages_have_one_heading_a_title_a_strict_policy_and_ask_little(areas, shown):
    assert {name: wrong for name in pages_of(areas) if (wrong := slips(name, shown))} == {}


def slips(name: str, shown: Callable[[str], Any]) -> list[str]:
    """What a page lacks; it is opened twice, as the first time fills what is kept in memory."""
    shown(name)
    answer, queries = shown(name)
    text = answer.content.decode()
    held = {
        "one heading": len(re.findall(r"<h1[\s>]", text)) == 1,
        "a title": re.search(r"<title>\s*\S", text) is not None,
        "the policy": set(answer.headers["Content-Security-Policy"].split("; ")) == POLICY,
        # A view whose own words are called as the shell's takes these away.
        "the ways": "ways-label" in str((answer.context or {}).get("ways", "ways-label")),
        f"{len(queries)} queries: {queries}": len(queries) <= MOST_QUERIES,
    }
    return [what for what, is_so in held.items() if not is_so]


def test_a_missing_page_helps_whoever_is_signed_in_and_whoever_is_not(client, head):
    assert client.get("/there-is-no-such-page/").status_code in {302, 404}
    client.force_login(head)
    answer = client.get("/there-is-no-such-page/")
    assert answer.status_code == 404
    assert 'href="/"' in answer.content.decode()


def test_a_page_that_breaks_says_so_without_the_database(rf):
    from campus.shell.pages import broken

    answer = broken(rf.get("/"))
    assert answer.status_code == 500
    assert 'href="/"' in answer.content.decode()


def test_a_form_whose_token_has_run_out_is_sent_back_kindly(head):
    client = Client(enforce_csrf_checks=True)
    client.force_login(head)
    answer = client.post("/inbox/read-all/")
    assert answer.status_code == 403
    assert "<h1" in answer.content.decode()
