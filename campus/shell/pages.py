"""The pages that stand in for one that cannot be shown; each says what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import requires_csrf_token
from django_guid import get_guid

from campus.submissions.middleware import kept_path


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: an insider without the right, told the reason."""
    return render(request, "403.html", {"reason": str(exception), "number": get_guid()}, status=403)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing here, or nothing for this person; the two look alike on purpose."""
    return render(request, "404.html", {"number": get_guid()}, status=404)


@requires_csrf_token
def broken(request: HttpRequest) -> HttpResponse:
    """500: drawn without the database, which may be what is broken."""
    return render(request, "500.html", {"plain": True, "number": get_guid()}, status=500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token has run out: what was typed is kept and shown; else 403."""
    if path := kept_path(request):
        return redirect(path)
    return render(request, "stale_form.html", {"plain": True, "number": get_guid()}, status=403)
