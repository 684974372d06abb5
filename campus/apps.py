"""Django's name for the ground."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampusConfig(AppConfig):
    """The ground; its models live with their nouns and are gathered in `campus.models`."""

    name = "campus"
    verbose_name = _("Campus")
