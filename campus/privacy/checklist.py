"""What the yearly compliance audit looks at, each point with its articles and where to look.

Regulations on the Protection of Minors in Cyberspace (2024) art. 32 to 37; Personal Information
Protection Law art. 13 to 57; Provisions on Children's Personal Information (2019); GB/T 22239-2019.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Point:
    """One point: what should be so, by which articles, and the page that shows it."""

    key: str
    words: Promise
    source: Promise
    evidence: str = ""
    args: tuple[str, ...] = ()


POINTS = (
    Point("minimum", _("Only what is necessary is collected; nobody is made to agree to more."),
          _("Regulations on Minors in Cyberspace art. 32; PIPL art. 6"), "privacy:map"),
    Point("map", _("The record of what is processed is complete and true."),
          _("PIPL art. 51 and 55"), "privacy:map"),
    Point("notice", _("Pupils and guardians are told what is kept, what for and by whom."),
          _("PIPL art. 17; Data Security Regulations art. 21"), "account:own_data"),
    Point("children", _("There are special rules for children under 14, and a person is named."),
          _("PIPL art. 31; Provisions on Children's Information art. 8"), "privacy:children"),
    Point("consent", _("Of every child under 14 there is the guardian's consent."),
          _("PIPL art. 31"), "people:fields"),
    Point("rights", _("Requests to see, correct and erase were answered in time and in writing."),
          _("Regulations on Minors in Cyberspace art. 34; PIPL art. 45 to 47"),
          "privacy:requests"),
    Point("least", _("Everybody sees only what their duty needs."),
          _("Regulations on Minors in Cyberspace art. 36"), "people:who_may"),
    Point("approval", _("Pupils' data left the portal only with an approval, and each is noted."),
          _("Regulations on Minors in Cyberspace art. 36"), "privacy:take_aways"),
    Point("looks", _("Looks at pupils' data are noted and were looked through."),
          _("Regulations on Minors in Cyberspace art. 36"), "people:looks"),
    Point("log", _("The audit log is whole and kept for six months at least."),
          _("Cybersecurity Law; GB/T 22239-2019 8.1.4.3")),
    Point("factor", _("Whoever administers has a second factor."), _("GB/T 22239-2019 8.1.4.1")),
    Point("keeping", _("What is needed no more was erased or made anonymous in time."),
          _("PIPL art. 19 and 47"), "privacy:keeping"),
    Point("breach", _("There is a plan for leaks; those that happened were reported and told."),
          _("Regulations on Minors in Cyberspace art. 35; PIPL art. 57")),
    Point("impact", _("The impact assessment is up to date and kept for three years."),
          _("PIPL art. 55 and 56")),
    Point("outside", _("With everybody outside who gets data there is a contract."),
          _("PIPL art. 21 and 23"), "privacy:map"),
    Point("backup", _("Backups are encrypted, and bringing one back was tried."),
          _("GB/T 22239-2019 8.1.4.9")),
    Point("training", _("Those who handle pupils' data were trained this year."),
          _("PIPL art. 51")),
)  # fmt: skip
