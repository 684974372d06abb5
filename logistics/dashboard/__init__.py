"""The semester on one screen: the measures of all areas, and what needs the reader now.

Arrangement: which tiles somebody has chosen, and in what order; without one the school's own.
WallScreen: a secret address for a screen in the hall, which shows numbers and no names; revoked
when it is deleted. Only its digest is kept.
MeasureWeek: what a measure that stands as it is now came to at the end of a week.
DigestWish: who wants the weekly letter, and in which language. Digest: one letter, once for each
person and week: waiting → sent, or given up.
"""
