"""What the roof keeps of people, for the data map."""

from django.utils.translation import gettext_lazy as _

from campus.privacy.registry import BOTH, DataKind, name_authors, name_data


def hand_in() -> None:
    """Own ways and arrangements of pages; authors of what the roof writes."""
    name_data(
        DataKind(
            name="ways",
            label=_("Your ways through the portal"),
            whose=BOTH,
            fields=_(
                "The last six systems you opened, what is unread there, your tokens, your"
                " dashboard, its letter"
            ),
            purpose=_("So that you find again what you use."),
            seen_by=_("You alone."),
            kept=_("Until you change it, or your account is made anonymous."),
            models=(
                "logistics.RecentUse", "logistics.Arrangement", "logistics.DigestWish",
                "logistics.Digest", "logistics.UnreadCount", "logistics.Token",
            ),
        )
    )  # fmt: skip
    name_authors(
        f"logistics.{name}"
        for name in (
            "AssessmentScheme", "AssessmentWeek", "SemesterArchive", "WallScreen", "ReportNote",
            "SemesterReport", "SectionVersion",
        )
    )  # fmt: skip
