"""The roof: settings, addresses, navigation, and the pages that look across all areas."""

from logistics.celery import app as celery_app

__all__ = ["celery_app"]
