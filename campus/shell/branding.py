"""The school's own colour and badge; public, since the sign-in page wears them too."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ImproperlyConfigured
from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

STYLE = """:root {{
  --tblr-primary: {colour}; --tblr-primary-rgb: {rgb};
  --tblr-link-color: {colour}; --tblr-link-color-rgb: {rgb};
  --tblr-link-hover-color: {colour}; --tblr-link-hover-color-rgb: {rgb};
}}
[data-bs-theme="dark"] {{
  --tblr-primary: {light}; --tblr-primary-rgb: {light_rgb}; --tblr-primary-fg: #111827;
  --tblr-link-color: {light}; --tblr-link-color-rgb: {light_rgb};
  --tblr-link-hover-color: {light}; --tblr-link-hover-color-rgb: {light_rgb};
}}
"""


@login_not_required
@require_safe
@cache_control(max_age=3600, public=True)
def accent(request: HttpRequest) -> HttpResponse:
    """The style sheet of the school's accent colour, lighter in the dark."""
    return HttpResponse(accent_style(settings.SCHOOL_ACCENT), content_type="text/css")


@cache
def accent_style(colour: str) -> str:
    """CSS variables for `colour`; raises ImproperlyConfigured unless it is written #rrggbb."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ImproperlyConfigured(f"SCHOOL_ACCENT must be a colour like #0f766e, not {colour!r}.")
    parts = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    lighter = [round(part + (255 - part) * 0.55) for part in parts]
    return STYLE.format(
        colour=colour,
        rgb=", ".join(map(str, parts)),
        light="#" + "".join(f"{part:02x}" for part in lighter),
        light_rgb=", ".join(map(str, lighter)),
    )


@login_not_required
@require_safe
@cache_control(max_age=3600, public=True)
def badge(request: HttpRequest) -> FileResponse:
    """The school's badge: the file that SCHOOL_BADGE names, else the portal's own."""
    own = Path(settings.BASE_DIR) / "static" / "img" / "badge.svg"
    return FileResponse(Path(settings.SCHOOL_BADGE or own).open("rb"))
