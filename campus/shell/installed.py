"""The portal as an app on a phone or a desktop: its manifest, its icons, and what it says offline.

All of this is public and the same for everybody: what a shared device keeps, it may show to all.
"""

import hashlib
import io
import json
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from campus.shell.drawing import Icon, drawn

# What every page wears, and the page without a connection: kept by the browser for that moment.
WORN = (
    "vendor/tabler.min.css",
    "vendor/htmx.min.js",
    "css/steward.css",
    "js/theme.js",
    "js/steward.js",
    "js/forms.js",
    "js/offline.js",
)
# 180 is what iOS puts on its home screen; a maskable one may be cut to any shape.
ICONS = {
    "192": Icon(192),
    "512": Icon(512),
    "180": Icon(180, filled=True),
    "maskable-192": Icon(192, filled=True),
    "maskable-512": Icon(512, filled=True),
}
PAPER = "#f6f8fb"


@login_not_required
@require_safe
@cache_control(max_age=3600, public=True)
def manifest(request: HttpRequest) -> HttpResponse:
    """The web app manifest, in the school's name and colour."""
    with override(settings.LANGUAGE_CODE):
        told = {
            "id": "/",
            "name": full_name(),
            "short_name": settings.OFFICE_NAME or _("Logistics Office"),
            "description": _("Plan, notices and daily work of the school's logistics office"),
            "lang": "zh-Hans",
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "theme_color": settings.SCHOOL_ACCENT,
            "background_color": PAPER,
            "icons": [icon_entry(name, icon) for name, icon in ICONS.items() if name != "180"],
        }
    text = json.dumps(told, ensure_ascii=False, indent=1)
    return HttpResponse(text, content_type="application/manifest+json; charset=utf-8")


def full_name() -> str:
    school = settings.SCHOOL_NAME or _("Demo High School")
    return f"{school} {settings.OFFICE_NAME or _('Logistics Office')}"


def icon_entry(name: str, icon: Icon) -> dict[str, str]:
    return {
        "src": reverse("icon", args=[name]),
        "sizes": f"{icon.size}x{icon.size}",
        "type": "image/png",
        "purpose": "maskable" if icon.filled else "any",
    }


@login_not_required
@require_safe
@cache_control(max_age=86400, public=True)
def icon(request: HttpRequest, name: str) -> HttpResponse:
    """One of the icons as PNG; 404 for a size that is not on offer."""
    if name not in ICONS:
        raise Http404
    return HttpResponse(
        png(ICONS[name], settings.SCHOOL_BADGE, settings.SCHOOL_ACCENT), "image/png"
    )


@cache
def png(icon: Icon, badge: str, accent: str) -> bytes:
    """The icon's bytes, drawn once in each web process."""
    stream = io.BytesIO()
    picture = drawn(icon, badge=Path(badge) if badge else None, accent=accent)
    picture.save(stream, "PNG", optimize=True)
    return stream.getvalue()


@login_not_required
@require_safe
@never_cache
def service_worker(request: HttpRequest) -> HttpResponse:
    """The service worker: what it keeps by name, and the script that does it.

    It has to lie at the top to be in charge of every page. A new release has other names, so that
    browsers see another worker and take over its files.
    """
    kept = [*map(static, WORN), reverse("accent"), reverse("badge")]
    version = hashlib.sha256("\n".join([*kept, offline_page()]).encode()).hexdigest()[:12]
    facts = {"version": version, "kept": kept, "page": reverse("offline")}
    text = (
        f"self.steward = {json.dumps(facts)};\n"
        f"importScripts({json.dumps(static('js/service_worker.js'))});\n"
    )
    return HttpResponse(text, content_type="text/javascript; charset=utf-8")


@login_not_required
@require_safe
@cache_control(max_age=0, public=True)
def offline(request: HttpRequest) -> HttpResponse:
    """What is shown in the place of any page without a connection; the same for everybody."""
    return HttpResponse(offline_page())


def offline_page() -> str:
    """The page as a text that knows of no request: no token, no name, no choice of anybody."""
    with override(settings.LANGUAGE_CODE):
        context = {
            "school": settings.SCHOOL_NAME or _("Demo High School"),
            "office": settings.OFFICE_NAME or _("Logistics Office"),
            "accent": settings.SCHOOL_ACCENT,
        }
        return render_to_string("offline.html", context)


View = Callable[..., HttpResponse]


def forgetting(view: View) -> View:
    """Have the browser drop the pages it has kept, once a form sent to `view` has done its work.

    Otherwise "back" on a shared screen would show what the last person saw.
    """

    @wraps(view)
    def forget(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        if request.method == "POST" and answer.status_code == 302:
            answer["Clear-Site-Data"] = '"cache"'
        return answer

    return forget
