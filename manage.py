#!/usr/bin/env python3
"""Django's command line, for the portal; any Python may call it, the environment's own runs it."""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    own = Path(__file__).resolve().parent / ".venv" / "bin" / "python"
    if own.exists() and Path(sys.prefix) != own.parent.parent and not os.environ.get("VIRTUAL_ENV"):
        os.execv(own, [str(own), *sys.argv])  # noqa: S606  # the very same command line

    import pghistory
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "logistics.settings.local")
    # Whatever a command changes carries its name in the row history.
    with pghistory.context(page=" ".join(["manage.py", *sys.argv[1:2]])):
        execute_from_command_line(sys.argv)
