"""What devices count and measure (设备读数): meters, temperature probes, gates.

Device: one of them at its place, with its limits, how long it may be silent, and the digest of the
token by which it sends; in use, or not.
Reading: what a device has sent of one moment, once; never changed. A gate's is how many came in and
out, and nothing about anybody.
DeviceDay: the sums of a device's day, kept by the database.
Two readings in a row out of bounds, or a device that is silent too long, are told once a spell.
"""
