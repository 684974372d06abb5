"""Nothing sent is done twice, and nothing typed is lost.

Submission: noted in the transaction of what it brings about; sent again, it leads to the same page.
KeptForm: what somebody sent after the session had run out; shown to them once they are back.
"""
