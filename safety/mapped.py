"""What safety keeps of people: its lines of the data map, and what it holds of one person."""

from django.utils.translation import gettext_lazy as _

from campus.privacy.registry import AS_RECORDS, BOTH, DataKind, name_authors, name_data


def hand_in() -> None:
    """Put the area's data on the map."""
    name_data(
        DataKind(
            name="hazards",
            label=_("Hazards and incidents"),
            whose=BOTH,
            fields=_("What was seen or happened, who reported and mended it"),
            purpose=_("So that nobody comes to harm; nothing about health is kept."),
            seen_by=_("Safety officers, the head, whoever it is given to."),
            kept=AS_RECORDS,
            models=(
                "safety.Hazard",
                "safety.Incident",
            ),
        ),
    )
    name_authors(
        f"safety.{name}"
        for name in (
            "Chemical",
            "ChemicalMove",
            "ChemicalCount",
            "Drill",
            "DrillReport",
            "DrillProblem",
            "DutyShift",
            "DutyMember",
            "DutySwap",
            "DutyLogEntry",
            "SafetyEvent",
            "NormEvidence",
        )
    )
