"""Django's name for the ground."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampusConfig(AppConfig):
    """The ground; its models live with their nouns and are gathered in `campus.models`."""

    name = "campus"
    verbose_name = _("Campus")

    def ready(self) -> None:
        """Hand in what the nouns declare; models are known only now."""
        from campus import acts, audited, mapped  # noqa: PLC0415  # any earlier finds no models
        from campus.audit import lists as audit  # noqa: PLC0415  # as above
        from campus.cases import at_place as cases  # noqa: PLC0415  # any earlier finds no models
        from campus.clients import registry as clients  # noqa: PLC0415  # as above
        from campus.desk import kind as desk  # noqa: PLC0415  # as above
        from campus.directory import registry as directory  # noqa: PLC0415  # as above
        from campus.feedback import kind as feedback  # noqa: PLC0415  # as above
        from campus.identity import lists as identities  # noqa: PLC0415  # as above
        from campus.identity import providers  # noqa: PLC0415  # as above
        from campus.identity import registry as identity  # noqa: PLC0415  # as above
        from campus.lists import exports  # noqa: PLC0415  # as above
        from campus.people import lists as people  # noqa: PLC0415  # as above
        from campus.places import lists as places  # noqa: PLC0415  # as above
        from campus.privacy import kind as requests  # noqa: PLC0415  # as above
        from campus.privacy import lists as privacy  # noqa: PLC0415  # as above
        from campus.privacy.actions import kinds as kept  # noqa: PLC0415  # as above
        from campus.readings import lists as readings  # noqa: PLC0415  # as above
        from campus.rosters import tasks as rosters  # noqa: PLC0415  # as above
        from campus.webhooks import lists as webhooks  # noqa: PLC0415  # as above

        for noun in (
            cases,
            acts,
            audited,
            mapped,
            audit,
            desk,
            feedback,
            exports,
            clients,
            identity,
            identities,
            providers,
            people,
            places,
            readings,
            privacy,
            requests,
            kept,
            rosters,
            webhooks,
            directory,
        ):
            noun.hand_in()
