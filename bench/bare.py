"""The yardstick: the least that a list can be, behind the same session and sign-in.

`bare-list/` asks the front desk's own query and shows the same 25 rows and columns with Django's
templates alone, and with Django's own middleware alone. It stands beside the portal's own pages, so
that both are asked in turn.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import Context, Template
from django.urls import path

from campus.models import Enquiry
from logistics.api.operations.cases import KINDS
from logistics.urls import urlpatterns as pages
from repairs.models import Ticket

# What Django itself needs for a signed-in page.
MIDDLEWARE = [each for each in settings.MIDDLEWARE if each.startswith("django.")]

COLUMNS = next(each.shape.columns for each in KINDS if each.name == "tickets")
LIST = Template(
    "<table>{% for case in cases %}<tr><td>{{ case.number }}</td><td>{{ case.title }}</td>"
    "<td>{{ case.place }}</td><td>{{ case.get_status_display }}</td><td>{{ case.assignee }}</td>"
    "<td>{{ case.raised_at }}</td><td>{{ case.due_at }}</td></tr>{% endfor %}</table>"
)


def bare_list(request: HttpRequest) -> HttpResponse:
    """The newest 25 cases."""
    seen = Enquiry.objects.visible_to(request.user)  # type: ignore[arg-type]  # signed in
    cases = seen.select_related("place", "assignee", "reporter").order_by("-raised_at", "-id")
    return HttpResponse(LIST.render(Context({"cases": cases[:25]})))


def bare_json(request: HttpRequest) -> JsonResponse:
    """The newest 100 tickets in JSON, with what the API tells of each."""
    seen = Ticket.objects.visible_to(request.user)  # type: ignore[arg-type]  # signed in
    rows = seen.order_by("-raised_at", "-id").values(*COLUMNS)[:100]
    return JsonResponse({"data": list(rows)})


urlpatterns = [path("bare-list/", bare_list), path("bare-json/", bare_json), *pages]
