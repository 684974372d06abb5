"""Personal data as the law asks for it: what is kept and why, for how long, who takes it away.

TakeAway: somebody wants pupils' data as a file or on paper → approved or declined by a second
person → used once within a day. DataRequest: a case by which somebody asks that their data be put
right or erased. RetentionRule: the school's own time for a kind of data; RetentionRun: one night's
report. AuditYear: the yearly compliance audit, open → signed.
"""
