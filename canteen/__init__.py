"""Canteen: what is served at what price, that it is safe, and what those who eat it say.

Canteen, Counter, Dish, MenuItem: a week's menu, typed, copied or from a sheet (MenuDraft: given →
put up). PriceNotice: written where a menu says something else than before, with its reason.
PortionCheck: what a portion weighed beside what the menu states.
FoodSample: taken → checked by another → disposed of, or sealed, and then it stays.
CanteenWorker, Post, RosterLine: on the line only by a certificate that covers the day;
MorningCheck: fit, or off the line for the day. Training: hours a year.
Supplier, GoodsReceipt: received → signed by a second person; Batch, BatchUse: from a dish to its
supplier and back. Device, Reading: within its limits, or with what was done.
AccompaniedMeal: laid → recorded by whoever ate along; a problem becomes a tracked action.
FiveCArea: what is kept in which agreed state; audits, daily and weekly controls are inspections.
Survey: written → open → closed → published; SurveyAnswered and SurveyCell know nothing of each
other.
"""
