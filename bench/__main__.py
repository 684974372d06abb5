"""Measure the pages at a small and at a large school, on servers of their own.

Two figures a page: its time over that of a bare page of 25 rows in the same run, and its time with
a million rows over its time with a thousand. Ratios hold on any machine; milliseconds do not.
"""

import os
import sys

from ops.servers import passing_servers


def main() -> int:
    """Run the measurements; 1 if a goal was missed."""
    with passing_servers("bench") as servers:
        os.environ |= {**servers, "DJANGO_SETTINGS_MODULE": "logistics.settings.test"}
        from bench.pages import measure  # noqa: PLC0415  # Django reads the addresses set above

        return measure()


if __name__ == "__main__":
    sys.exit(main())
