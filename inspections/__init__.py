"""Checklists walked at places: who looked at what, when, and what was found.

Checklist: a named kind of inspection → its versions: a draft, put into use and frozen, replaced.
Inspection: one walk of a version at a place: planned → under way → (waits for a second signature)
→ finished; or missed, or cancelled with a reason.
Answer: what was seen of one line; saved as it is tapped, frozen when the walk is finished.
Finding: a failed line → settled on the spot, or continued by an area (a ticket, a hazard, …).
Schedule: which places are walked how often by whom → windows, laid ahead by the clock.
Campaign: areas with teams and a deadline (专项检查) → closed with its register.
Coverage: for each place and checklist when it was last seen, and when it is due again.
"""
