"""The school's own colour and badge."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from campus.shell.branding import accent_style


def test_the_accent_is_lighter_in_the_dark():
    style = accent_style("#102030")
    light, dark = style.split('[data-bs-theme="dark"]')
    assert "--tblr-primary: #102030; --tblr-primary-rgb: 16, 32, 48;" in light
    assert "--tblr-primary: #939ba2; --tblr-primary-rgb: 147, 155, 162;" in dark


def test_what_is_no_colour_is_refused():
    with pytest.raises(ImproperlyConfigured):
        accent_style("red; } body { display: none")


def test_the_badge_is_shown_before_sign_in(client, db):
    answer = client.get(reverse("badge"))
    assert answer.headers["Content-Type"] == "image/svg+xml"
