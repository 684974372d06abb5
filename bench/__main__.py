"""Measure the pages at a large school and at a hundredth of it, on servers of their own.

Ends with a line for each figure: name, value, goal, met or short. All are ratios within one run or
counts: they hold on any machine, milliseconds do not. `BENCH_SCALE=0.1` takes a smaller school for
a quick look.
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
