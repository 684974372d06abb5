"""A call that is sent once more: a program that has heard no answer sends the same key again.

RepeatedCall: the key of a call with what was sent (as a digest) and what was answered; written in
the transaction of what the call brings about, kept for a day.
"""
