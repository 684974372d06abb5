"""How migrations lay triggers.

`makemigrations` writes pgtrigger's own operation, which draws all models of the portal anew for
each trigger: with some hundred of them half of the time that an empty database takes to be made.
Write this one in its place. Migrations name it for good: it stays as it is.
"""

import pgtrigger.migrations
from django.db.migrations.state import ProjectState


class AddTrigger(pgtrigger.migrations.AddTrigger):
    """Lay a trigger; what migrations know of the model's fields is not changed by it."""

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]
