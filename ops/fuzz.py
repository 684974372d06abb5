"""`make fuzz`: the API of a demo school asked for all that its description allows and more, for
some minutes, with all checks of schemathesis, by HTTP."""

import json
import os
import secrets
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from ops.demo_portal import manage, start_web
from ops.servers import passing_servers

SEED = "20260901"
EXAMPLES = "60"
# What fits the description may still name a record that there is not: that is told (422, 400).
SETTINGS = """
[checks.positive_data_acceptance]
expected-statuses = ["2xx", "400", "401", "403", "404", "409", "422", "429"]
"""
ASK = """
import json, sys
from django.utils import timezone
from campus.models import Person
from logistics.api.documents import openapi
from logistics.api.scopes import SCOPES
from logistics.api.tokens.actions import make_token
head = Person.objects.get(number="head")
_token, secret = make_token(name="Fuzz", scopes=SCOPES, days=1, by=head, at=timezone.now())
print(json.dumps({"secret": secret, "openapi": openapi()}))
"""


def main(arguments: list[str]) -> int:
    """Run it; further arguments go to schemathesis. 1 where it finds something."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        env = {
            **os.environ, **stack.enter_context(passing_servers("fuzz")),
            "DJANGO_SETTINGS_MODULE": "logistics.settings.local",
            "SECRET_KEY": secrets.token_urlsafe(48), "API_CALLS_A_MINUTE": "1000000",
        }  # fmt: skip
        manage(env, "migrate", "--verbosity", "0")
        manage(env, "collectstatic", "--no-input", "--verbosity", "0")
        manage(env, "demo_school")
        # The API itself is asked what it makes of an address of any length.
        address = start_web(stack, env, "--workers", "2", "--limit-request-line", "0")
        asked = json.loads(manage(env, "shell", "--verbosity", "0", "--command", ASK))
        description, settings = folder / "openapi.json", folder / "schemathesis.toml"
        description.write_text(json.dumps(asked["openapi"]), encoding="utf-8")
        settings.write_text(SETTINGS, encoding="utf-8")
        return subprocess.run(
            [Path(sys.executable).parent / "schemathesis", "--config-file", settings, "run",
             description, "--url", f"{address}/api/v1", "--seed", SEED,
             "--max-examples", EXAMPLES, "--header", f"Authorization: Bearer {asked['secret']}",
             *arguments],
            cwd=folder, check=False,
        ).returncode  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
