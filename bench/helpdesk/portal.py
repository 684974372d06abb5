"""A django-helpdesk of its own, driven over stdin; runs under the interpreter that has it.

Knows nothing of Campus Steward. Each line that comes in is `lay ROWS`, or a page and a number of
rounds; the answer is a line, for a page its median time in seconds.
"""

import base64
import json
import os
import statistics
import sys
import time
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.urls import include, path

settings.configure(
    SECRET_KEY="only-measured",
    ALLOWED_HOSTS=["testserver"],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
    SITE_ID=1,
    DATABASES={"default": {"ENGINE": "django.db.backends.postgresql", **json.loads(os.environ["HELPDESK_DATABASE"])}},  # noqa: E501  # one value
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend",
    INSTALLED_APPS=[
        "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions",
        "django.contrib.messages", "django.contrib.staticfiles", "django.contrib.sites",
        "django.contrib.humanize", "django.contrib.admin", "rest_framework", "helpdesk",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[{
        "BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
        "OPTIONS": {"context_processors": [
            "django.template.context_processors.request",
            "django.contrib.auth.context_processors.auth",
            "django.contrib.messages.context_processors.messages",
        ]},
    }],
    STATIC_URL="/static/",
    HELPDESK_TEAMS_MODE_ENABLED=False,
)  # fmt: skip
django.setup()

from django.contrib.auth import get_user_model  # noqa: E402  # after the set-up
from django.core.management import call_command  # noqa: E402  # after the set-up
from django.db import connection  # noqa: E402  # after the set-up
from django.test import Client  # noqa: E402  # after the set-up

urlpatterns = [path("", include("helpdesk.urls", namespace="helpdesk"))]

# The same words as in the portal's own rows; three follow-ups a ticket.
TICKETS = """
    INSERT INTO helpdesk_ticket
      (title, queue_id, created, modified, submitter_email, status, on_hold, description,
       resolution, priority, secret_key)
    SELECT (ARRAY['走廊灯不亮', '水龙头滴水', '门锁坏了', '空调不制冷', '窗户关不上', '插座松动',
                  '黑板反光', '桌椅摇晃'])[1 + n %% 8]
             || CASE WHEN n <= 30 THEN '鹦鹉' ELSE '' END || ' ' || n,
           1, timestamptz '2000-01-01' + n * interval '13 minutes',
           timestamptz '2000-01-01' + n * interval '13 minutes', 'a@school.example', 4, false,
           '第' || n || '次登记，请尽快处理，谢谢。', '', 3, 'key'
    FROM generate_series(1, %s) n"""
FOLLOW_UPS = """
    INSERT INTO helpdesk_followup (ticket_id, date, title, comment, public, email_recipients)
    SELECT id, created, '已看过', '已看过', true, '[]'
    FROM helpdesk_ticket, generate_series(1, 3)"""


def lay(rows: int) -> None:
    """Tables, a queue, somebody who may see all, and so many tickets."""
    call_command("migrate", verbosity=0)
    people: Any = get_user_model().objects
    people.create_superuser("staff", "staff@school.example", "x")
    queues: Any = apps.get_model("helpdesk.Queue")  # type: ignore[misc]  # of the other portal
    queues.objects.create(title="Q", slug="q", allow_public_submission=True)
    with connection.cursor() as cursor:
        cursor.execute(TICKETS, [rows])
        cursor.execute(FOLLOW_UPS)
        cursor.execute("VACUUM ANALYZE")


def query(words: str) -> str:
    """The address of the rows of its list, as its own page asks for them."""
    asked = {
        "filtering": {"status__in": [1, 2, 3, 4, 5]}, "sorting": "created", "sortreverse": True,
        "search_string": words,
    }  # fmt: skip
    coded = base64.b64encode(json.dumps(asked).encode()).decode()
    table = "draw=1&start=0&length=25&order[0][column]=5&order[0][dir]=desc"
    return f"/datatables_ticket_list/{coded}?{table}"


def median(page: str, rounds: int) -> float:
    """The median time of so many rounds in seconds, after two to warm up."""
    client = Client(raise_request_exception=True)
    client.force_login(get_user_model().objects.get())
    return statistics.median([timed(client, page) for _ in range(rounds + 2)][2:])


def timed(client: Client, page: str) -> float:
    begun = time.perf_counter()
    answer = ask(client, page)
    taken = time.perf_counter() - begun
    if answer.status_code not in (200, 302) or (page == "create" and answer.status_code == 200):
        raise RuntimeError(f"{page} answered {answer.status_code}")
    return taken


def ask(client: Client, page: str) -> Any:
    if page == "list":
        return client.get(query(""))
    if page == "search":
        return client.get(query("鹦鹉"))
    if page == "one":
        return client.get("/tickets/100/")
    typed = {
        "queue": 1, "title": "水龙头滴水", "body": "请尽快处理", "priority": 3,
        "submitter_email": "a@school.example",
    }  # fmt: skip
    return client.post("/tickets/submit/", typed)


def main() -> None:
    for line in sys.stdin:
        word, number = line.split()
        if word == "lay":
            lay(int(number))
            print("laid", flush=True)
        else:
            print(median(word, int(number)), flush=True)


if __name__ == "__main__":
    main()
