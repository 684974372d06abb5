"""The roof: settings, addresses, navigation, and the pages that look across all areas."""

import gc

# Python looks for waste after each 700 new objects, and a start makes a million that stay: that was
# a fifth of the time of each start.
gc.set_threshold(20_000, 50, 100)

from logistics.celery import app as celery_app  # noqa: E402  # it is what takes long

__all__ = ["celery_app"]
