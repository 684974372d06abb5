"""Safety: what endangers people is found, mended, proved and practised.

Hazard: reported → graded → being rectified → waiting for verification → closed out by somebody
else; or sent back, reported upward, rejected, merged, handed on.
MajorCriterion: what makes a hazard a major one, as the school keeps the list.
"""
