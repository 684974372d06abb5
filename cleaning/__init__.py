"""Cleaning: areas in the care of classes, and the duty class that checks them.

CleaningArea (包干区, classrooms among them): in use → given up on a day.
Care: one class cleans one area from a day to a day; given, handed over, ended.
Rotation: classes that take turns at areas → laid as care, laid anew as often as need be.
DutyWeek (值周): the class that checks in a week → scored by the Student Affairs Office after it.
DutyGroup: a group of the duty class with its leader, and what it checks.
Checks are walks over parts (`inspections`): what an area scores counts for the class that had the
care of it on that day.
"""
