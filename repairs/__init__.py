"""Repairs: every report gets an answer.

Category: what sort of fault it is, as the school names them; offered, or no more.
Ticket: reported → assigned → accepted → under way (or on hold) → done → confirmed by whoever
reported it, or by itself; or rejected, cancelled, merged, handed on; reported again where it does
not hold.
"""
