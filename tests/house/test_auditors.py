"""Whoever reads the audit log is let in nowhere else: every address of the table, asked as one."""

import pytest

from campus.models import Role
from tests.conftest import make_person
from tests.house.test_doors import ROWS, cookies_of, knock, quick_sign_in, things  # noqa: F401  # fixtures
from tests.house.things import address

# Their own account, what pages are dressed in, and what they read.
OPEN = {
    "accent", "account:account", "account:device_end", "account:devices",
    "account:devices_end_others", "account:own_data", "account:own_data_file",
    "account_reauthenticate", "badge", "healthz_web", "icon", "jobs:file", "jobs:job",
    "lists:view_delete", "lists:view_edit", "manifest", "mfa_activate_totp", "mfa_authenticate",
    "mfa_deactivate_totp", "mfa_download_recovery_codes", "mfa_generate_recovery_codes",
    "mfa_index", "mfa_reauthenticate", "mfa_view_recovery_codes", "my_day", "offline",
    "people:looks", "people:password", "privacy:map", "privacy:map_file", "service_worker",
}  # fmt: skip


@pytest.mark.usefixtures("quick_sign_in")
def test_an_auditor_is_let_in_nowhere_but_to_the_log_and_the_own_account(things):  # noqa: F811  # the fixture
    auditor = cookies_of(make_person("T950", "顾明鉴", Role.AUDITOR))
    let_in = {
        name
        for name, method, *_answers in ROWS
        if knock(address(name, things), method, auditor) != 403
    }
    assert {name for name in let_in if not name.startswith("audit:")} == OPEN
