"""What happened to access and to personal data (操作日志): added to and never changed.

AuditEntry: one act, with who did it, when, from which address; kept for 180 days at the least.
Nouns and areas name their kinds of acts, each with the sentence by which it is told.
"""
