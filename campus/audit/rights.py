"""Who reads the log, and where its readers may go."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role

# Besides the log, an auditor opens the pages of their own account and what pages are dressed in.
OWN = {
    "account:account", "account:devices", "account:device_end", "account:devices_end_others",
    "account:own_data", "account:own_data_file", "people:password", "account_logout",
    "account_inactive", "account_reauthenticate", "mfa_index", "mfa_authenticate",
    "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes", "mfa_download_recovery_codes", "account_login", "language",
    "accent", "badge", "healthz", "healthz_web", "manifest", "icon", "service_worker", "offline",
}  # fmt: skip
READ = {
    "people:looks",
    "privacy:map",
    "privacy:map_file",
    "jobs:job",
    "jobs:file",
    "lists:view_edit",
    "lists:view_delete",
}
# Lists have some addresses in common; of these an auditor opens those of two lists.
OF_LISTS = {"lists:list_sheet", "lists:list_export", "lists:list_save"}
LOG, LOOKS = "audit_log", "pupil_looks"


def is_auditor(person: Person) -> bool:
    """Whether the person reads the log today, and therefore nothing else."""
    return person.on_duty_as(Role.AUDITOR)


def can_read(person: Person) -> Answer:
    """Read the audit log."""
    if is_auditor(person):
        return YES
    return no(_("Only auditors read the audit log."))


def can_open(name: str, list_name: str = "") -> Answer:
    """Open the address called `name` as an auditor; `list_name` is the list it is about."""
    if name in OF_LISTS:
        is_open = list_name in (LOG, LOOKS)
    else:
        is_open = name.startswith("audit:") or name in OWN or name in READ
    if is_open:
        return YES
    return no(_("An auditor reads the audit log and nothing else of the portal."))
