"""The yardsticks: the least that a page can be, behind the same session and sign-in.

`bare/` is any page of 25 rows; `bare-list/` asks the front desk's own query and shows the same 25
rows and columns with Django's templates alone, and with Django's own middleware alone.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.urls import path

from campus.models import Enquiry, InboxEntry

# What Django itself needs for a signed-in page.
MIDDLEWARE = [each for each in settings.MIDDLEWARE if each.startswith("django.")]

PAGE = Template(
    "<table>{% for entry in entries %}<tr><td>{{ entry.pk }}</td><td>{{ entry.notice.text }}</td>"
    "<td>{{ entry.notice.told_at }}</td></tr>{% endfor %}</table>"
)
LIST = Template(
    "<table>{% for case in cases %}<tr><td>{{ case.number }}</td><td>{{ case.title }}</td>"
    "<td>{{ case.place }}</td><td>{{ case.get_status_display }}</td><td>{{ case.assignee }}</td>"
    "<td>{{ case.raised_at }}</td><td>{{ case.due_at }}</td></tr>{% endfor %}</table>"
)


def bare(request: HttpRequest) -> HttpResponse:
    """One indexed query of 25 rows and a template."""
    entries = InboxEntry.objects.filter(person=request.user.pk).select_related("notice")[:25]
    return HttpResponse(PAGE.render(Context({"entries": entries})))


def bare_list(request: HttpRequest) -> HttpResponse:
    """The newest 25 cases."""
    seen = Enquiry.objects.visible_to(request.user)  # type: ignore[arg-type]  # signed in
    cases = seen.select_related("place", "assignee", "reporter").order_by("-raised_at", "-id")
    return HttpResponse(LIST.render(Context({"cases": cases[:25]})))


urlpatterns = [path("bare/", bare), path("bare-list/", bare_list)]
