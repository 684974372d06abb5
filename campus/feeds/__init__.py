"""Secret addresses under which a person's calendar is read by their own phone or computer.

FeedAddress: made, renewed (the old one is dead from then on), stopped. Only its digest is kept.
"""
