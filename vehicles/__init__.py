"""Official vehicles (公务用车): the file of each, who may drive, where they have been.

Vehicle (一车一档): in use → laid up → in use …, disposed of at the end.
OdometerReading: what the odometer showed at a moment; never less than before.
"""
