"""Repairs: every report gets an answer.

Category: what sort of fault it is, as the school names them; offered, or no more.
Ticket: reported → assigned → accepted → under way (or on hold) → done → confirmed by whoever
reported it, or by itself; or rejected, cancelled, merged, handed on; reported again where it does
not hold.
FixedAsset: in use, idle, to be mended or to be disposed of → disposed of.
AssetMove: a transfer or disposal, asked for → approved, refused or taken back.
Loan: a spare device lent until a day → returned.
MaintenancePlan: what is maintained how often by whom → its jobs, laid ahead by the clock.
MaintenanceJob: planned → under way → done; or skipped for a reason, or missed.
ExpectedItem: so many of a thing without a number should be in a room.
PropertyCheck: rooms to be counted by a day: under way → closed.
RoomCheck: a room of a check: to be counted → counted, or left out for a reason.
RoomLine: a thing of a room with its counts; a difference is open → a ticket, or accepted.
Supply, Stock, StockMove: an item of the store, how much there is, each piece that came or went.
SupplyRequest: requested → approved or refused → ready → issued; or bought and received.
SupplyIssue: handed out → signed for.
SheetImport: a table being read → faulty or ready → brought in, or thrown away.
"""
