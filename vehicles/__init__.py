"""Official vehicles (公务用车): the file of each, who may drive, where they have been.

Vehicle (一车一档): in use → laid up → in use …, disposed of at the end.
OdometerReading: what the odometer showed at a moment; never less than before.
TripRequest (用车申请): requested → approved → dispatched → driven; or refused, or withdrawn.
ApprovalRule, Approval: which trips want whose approval; a step of a request, waiting → decided.
Trip (派车单): planned → on the road → ended; or called off.
UsageCap (总量控制): how much may be driven in a semester or a year; used, committed, left.
FleetMonth: a month that is over → its sheet published.
"""
