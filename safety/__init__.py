"""Safety: what endangers people is found, mended, proved and practised.

Hazard: reported → graded → being rectified → waiting for verification → closed out by somebody
else; or sent back, reported upward, rejected, merged, handed on.
MajorCriterion: what makes a hazard a major one, as the school keeps the list.
Incident: recorded → reported to the authority → dealt with → lessons drawn; some are simulated.
Norm, NormRequirement, NormEvidence: what is required, and what proves it until when.
Drill: planned → running → held, or called off; groups report, problems become hazards.
SafetyEvent: an activity for classes, counted by class; SafetyDate: what it hangs on.
DutyShift: laid, swapped by two, logged, taken over by the next.
Chemical: what is left follows from its moves; a controlled one's count once two have signed.
FireEquipment: hung, serviced, scrapped, by the rule of its sort.
"""
