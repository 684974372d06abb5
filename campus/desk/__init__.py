"""The office's front desk: whoever does not know which area a matter belongs to raises it here.

Enquiry: new → under way (on hold) → answered → closed; or handed on to an area, merged, refused,
withdrawn. An answer that does not settle it reopens it.
"""
