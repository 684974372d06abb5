"""A section's text is changed in one way: with a version that says who did it and how."""

from datetime import datetime

from campus.models import Person
from campus.storing import store
from logistics.report.models import ReportSection, SectionVersion


def locked(section: ReportSection) -> ReportSection:
    """The section as it stands now; whoever else changes it waits."""
    held = ReportSection.objects.select_for_update(of=("self",)).select_related("report")
    return held.get(pk=section.pk)


def keep(
    section: ReportSection, way: SectionVersion.Way, *, by: Person | None, at: datetime
) -> None:
    """Store the section, and what it says as its newest version."""
    store(section)
    version = SectionVersion(
        section=section, number=section.versions.count() + 1, way=way, title=section.title,
        text=section.text, by=by, at=at,
    )  # fmt: skip
    store(version)
