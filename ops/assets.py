"""Fetch the locked front-end packages and lay what the pages use under static/vendor/."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"

MAP = re.compile(r"/[*/]# sourceMappingURL=\S+(?: \*/)?")

# package file -> name under static/vendor/
FILES = {
    "@tabler/core/dist/css/tabler.min.css": "tabler.min.css",
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    # Lines and bars with what tells them apart: the simpler build has no legend and no tooltip.
    "echarts/dist/echarts.common.min.js": "echarts.min.js",
}


def main() -> None:
    """Install by the packaged npm and copy the files."""
    npm = [str(Path(sys.executable).with_name("npm"))]
    env = {**os.environ, "npm_config_loglevel": "error"}
    subprocess.run(
        [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=ROOT, env=env, check=True
    )
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    for source, name in FILES.items():
        text = (MODULES / source).read_text(encoding="utf-8")
        # The maps to the sources are not served, so no file may point to one.
        (VENDOR / name).write_text(MAP.sub("", text), encoding="utf-8")


if __name__ == "__main__":
    main()
