"""Make the virtual environment and all that is built into the project folder.

Runs under the system's Python with nothing but the standard library:
`python3 ops/setup.py run` for the portal, `python3 ops/setup.py dev` for tests and checks as well.
Each step leaves a stamp of what it was made from, so that a second start skips it.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
SUPPORTED = ((3, 11), (3, 12), (3, 13))


def main(kind: str) -> None:
    """Bring the folder up to date for `kind`: "run" or "dev"."""
    interpreter = find_interpreter()
    check_folder()
    make_venv(interpreter)
    install(kind)
    step("front-end assets", ["package-lock.json", "ops/assets.py"], "-m", "ops.assets")
    step("messages", sorted(glob("locale/*/*/*.po")), "-m", "ops.messages", "compile")


def find_interpreter() -> str:
    """The running Python if the portal supports it, else a supported one on the PATH."""
    if sys.version_info[:2] in SUPPORTED:
        return sys.executable
    for major, minor in reversed(SUPPORTED):
        if found := shutil.which(f"python{major}.{minor}"):
            return found
    raise SystemExit(
        f"Python 3.11, 3.12 or 3.13 is needed; python3 here is {sys.version.split()[0]}."
    )


def check_folder() -> None:
    """End with one sentence where nothing can be written or too little room is left."""
    try:
        with tempfile.TemporaryFile(dir=ROOT):
            pass
    except OSError as error:
        raise SystemExit(f"The folder {ROOT} cannot be written to ({error.strerror}).") from None
    wanted = 200 if PYTHON.exists() else 1500
    if shutil.disk_usage(ROOT).free < wanted * 2**20:
        raise SystemExit(f"The disk of {ROOT} is full: at least {wanted} MB must be free.")


def make_venv(interpreter: str) -> None:
    """A virtual environment with pip, also where Debian left `ensurepip` out of Python."""
    if PYTHON.exists() and works(str(PYTHON), "-m", "pip", "--version"):
        return
    say("virtual environment")
    if works(interpreter, "-c", "import ensurepip"):
        call(interpreter, "-m", "venv", "--clear", str(VENV))
        return
    call(interpreter, "-m", "venv", "--clear", "--without-pip", str(VENV))
    if works(interpreter, "-m", "pip", "--version"):
        call(interpreter, "-m", "pip", "--python", str(PYTHON), "install", "--quiet", "pip")
        return
    with tempfile.TemporaryDirectory() as folder:
        wheel = pip_of_the_system(Path(folder))
        call(str(PYTHON), f"{wheel}/pip", "install", "--quiet", "--no-index", str(wheel))


def pip_of_the_system(folder: Path) -> Path:
    """Debian's own pip wheel, unpacked without installing it, so that no root is needed."""
    if not shutil.which("apt-get"):
        raise SystemExit("This Python has neither ensurepip nor pip; install one of them.")
    state = folder / "lists"
    state.mkdir()
    local = ["-o", f"Dir::State::Lists={state}", "-o", f"Dir::Cache={folder}"]
    local += ["-o", "Debug::NoLocking=1", "-o", "APT::Sandbox::User="]
    call("apt-get", *local, "-qq", "update")
    call("apt-get", *local, "-qq", "download", "python3-pip-whl", cwd=folder)
    call("dpkg-deb", "-x", *map(str, folder.glob("*.deb")), str(folder / "unpacked"))
    return next((folder / "unpacked").rglob("pip-*.whl"))


def install(kind: str) -> None:
    """The locked packages of `kind`, each checked against its hash."""
    # What "dev" asks for contains all of "run": going back to "run" needs nothing new.
    if kind == "run" and is_fresh("packages-dev", ["requirements/dev.txt"]):
        return
    step(
        f"packages-{kind}",
        [f"requirements/{kind}.txt"],
        *("-m", "pip", "install", "--quiet", "--require-hashes", "--no-warn-script-location"),
        *("--disable-pip-version-check", "-r", f"requirements/{kind}.txt"),
    )


def step(name: str, sources: Iterable[str], *arguments: str) -> None:
    """Run the environment's Python with `arguments` unless nothing of `sources` has changed."""
    sources = list(sources)
    if is_fresh(name, sources):
        return
    say(name)
    call(str(PYTHON), *arguments)
    stamp(name).write_text(fingerprint(sources))


def is_fresh(name: str, sources: Iterable[str]) -> bool:
    """Whether step `name` was last made from these very sources."""
    return stamp(name).exists() and stamp(name).read_text() == fingerprint(sources)


def stamp(name: str) -> Path:
    return VENV / f"made-{name.replace(' ', '-')}"


def fingerprint(sources: Iterable[str]) -> str:
    joined = hashlib.sha256()
    for source in sources:
        joined.update(source.encode())
        joined.update((ROOT / source).read_bytes())
    return joined.hexdigest()


def glob(pattern: str) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in ROOT.glob(pattern)]


def say(what: str) -> None:
    print(f"Preparing: {what} …", flush=True)


def works(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, cwd=ROOT, check=False).returncode == 0


def call(*command: str, cwd: Path = ROOT) -> None:
    """Run `command`; end with one sentence and its last words when it fails."""
    env = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-15:]
        raise SystemExit("\n".join([*last, f"Failed: {' '.join(map(str, command))[:300]}"]))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "run")
