"""Official vehicles (公务用车): the file of each, who may drive, where they have been.

Vehicle (一车一档): in use → laid up → in use …, disposed of at the end.
OdometerReading: what the odometer showed at a moment; never less than before.
TripRequest (用车申请): requested → approved → dispatched → driven; or refused, or withdrawn.
ApprovalRule, Approval: which trips want whose approval; a step of a request, waiting → decided.
Trip (派车单): planned → on the road → ended; or called off.
UsageCap (总量控制): how much may be driven in a semester or a year; used, committed, left.
FleetMonth: a month that is over → its sheet published.
FuelCard, CardTurn, CardMove: a card (一车一卡), who has it when, each yuan that came or went.
CardMonth: a month of a card, closed by one person → checked by another.
RefuelRecord: a fill with odometer and receipt → cancelled, if it was wrong.
TankInterval: what was used from one full tank to the next; what stands out is explained.
ServiceRequest: asked → approved → in the workshop → back → done with its bill → checked.
ServicePlan: what is done every so many kilometres or months; running → ended.
VehicleWorkshop, ServiceBill, ServicePart: where it is done, and what is asked for it.
VehicleIncident: an accident or a violation; open → closed.
"""
