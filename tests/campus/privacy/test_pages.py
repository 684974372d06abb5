"""Times of keeping, the data map and the yearly audit as pages."""

from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from campus.models import AuditEntry, AuditYear, RetentionRule, RetentionRun
from campus.privacy.actions import yearly
from campus.privacy.checklist import POINTS
from campus.privacy.registry import DATA, KEPT


def test_every_kind_stands_there_with_its_time(signed_in, head):
    lines = signed_in(head).get("/privacy/keeping/").context["lines"]
    assert [term.kind.name for term, _count in lines] == list(KEPT)


def test_the_school_sets_a_time_with_the_reason(signed_in, head):
    browser = signed_in(head)
    assert browser.post("/privacy/keeping/inbox/", {"months": "6"}).status_code == 422
    browser.post("/privacy/keeping/inbox/", {"months": "6", "reason": "Enough"})
    rule = RetentionRule.objects.get()
    assert (rule.kind, rule.months, rule.by) == ("inbox", 6, head)
    assert AuditEntry.objects.filter(kind="retention_ruled").count() == 1
    assert browser.get("/privacy/keeping/nothing/").status_code == 404


def test_no_log_is_kept_for_less_than_the_law_asks(signed_in, head):
    browser = signed_in(head)
    browser.post("/privacy/keeping/audit_log/", {"months": "3", "reason": "Short"})
    assert not RetentionRule.objects.exists()


def test_a_trial_counts_and_is_shown(signed_in, head):
    browser = signed_in(head)
    browser.post("/privacy/keeping/trial/")
    assert RetentionRun.objects.get().is_trial
    counts = [count for _term, count in browser.get("/privacy/keeping/").context["lines"]]
    assert counts == [0] * len(KEPT)


def test_the_map_is_read_and_taken_away(signed_in, head):
    browser = signed_in(head)
    assert list(browser.get("/privacy/map/").context["kinds"]) == list(DATA.values())
    answer = browser.get("/privacy/map/file/")
    [sheet] = load_workbook(BytesIO(answer.content)).worksheets
    assert sheet.max_row == len(DATA) + 1


@pytest.fixture
def audit(db) -> AuditYear:
    return yearly.lay(2025)


def test_the_head_signs_once_all_points_are_answered(signed_in, head, administrator, audit):
    browser = signed_in(head)
    browser.post("/privacy/years/2025/sign/")
    audit.refresh_from_db()
    assert audit.signed_by is None
    for point in POINTS:
        path = f"/privacy/years/2025/{point.key}/"
        assert signed_in(administrator).post(path, {"state": "met"}).status_code == 302
    assert signed_in(administrator).post("/privacy/years/2025/sign/").status_code == 403
    browser.post("/privacy/years/2025/sign/")
    audit.refresh_from_db()
    assert audit.signed_by == head
    browser.post("/privacy/years/2025/map/", {"state": "open", "remark": "Late"})
    assert set(audit.points.values_list("state", flat=True)) == {"met"}


def test_what_is_not_met_says_what_will_be_done(signed_in, head, audit):
    answer = signed_in(head).post("/privacy/years/2025/map/", {"state": "partly", "remark": ""})
    assert answer.status_code == 422


def test_the_audit_is_a_sheet_and_waits_for_the_head_from_november_on(signed_in, head, audit):
    answer = signed_in(head).get("/privacy/years/2025/file/")
    [sheet] = load_workbook(BytesIO(answer.content)).worksheets
    assert sheet.max_row == len(POINTS) + 1


def test_this_years_audit_is_begun(signed_in, head):
    year = timezone.localdate().year
    answer = signed_in(head).post("/privacy/years/begin/")
    assert answer.headers["Location"] == f"/privacy/years/{year}/"
