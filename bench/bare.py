"""The yardstick: the least that a page can be, behind the same session, sign-in and middleware."""

from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.urls import path

from campus.models import InboxEntry

PAGE = Template(
    "<table>{% for entry in entries %}<tr><td>{{ entry.pk }}</td><td>{{ entry.notice.text }}</td>"
    "<td>{{ entry.notice.told_at }}</td></tr>{% endfor %}</table>"
)


def bare(request: HttpRequest) -> HttpResponse:
    """One indexed query of 25 rows and a template."""
    entries = InboxEntry.objects.filter(person=request.user.pk).select_related("notice")[:25]
    return HttpResponse(PAGE.render(Context({"entries": entries})))


urlpatterns = [path("bare/", bare)]
