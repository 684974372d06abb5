"""Chinese first; English is chosen."""

import pytest
from django.test import Client
from django.urls import reverse


@pytest.fixture
def foreign_browser(db) -> Client:
    """A browser that would like English."""
    return Client(headers={"Accept-Language": "en-US,en;q=0.9"})


def language_of(browser: Client) -> str:
    answer = browser.get(reverse("account_login"))
    assert f'<html lang="{answer.headers["Content-Language"]}"' in answer.content.decode()
    return answer.headers["Content-Language"]


def test_the_portal_speaks_chinese_whatever_the_browser_says(foreign_browser):
    assert language_of(foreign_browser) == "zh-hans"


def test_english_is_kept_once_it_was_chosen(foreign_browser):
    foreign_browser.post(reverse("language"), {"language": "en", "next": "/sign-in/"})
    assert language_of(foreign_browser) == "en"


def test_no_script_reads_what_the_browser_keeps_of_the_portal(foreign_browser):
    foreign_browser.post(reverse("language"), {"language": "en", "next": "/sign-in/"})
    foreign_browser.get(reverse("account_login"))
    kept = {name: bool(each["httponly"]) for name, each in foreign_browser.cookies.items()}
    assert kept == {"django_language": True, "csrftoken": True}


def test_a_language_that_the_portal_does_not_speak_changes_nothing(foreign_browser):
    foreign_browser.cookies["django_language"] = "de"
    assert language_of(foreign_browser) == "zh-hans"
