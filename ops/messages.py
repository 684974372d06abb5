"""Message catalogues: `update` from the code, `compile` for the server, `check` for the build.

Babel does what gettext's programs would, so that no machine needs them. Templates are turned into
Python-like text by Django itself, which keeps line numbers and every translation tag it knows.
"""

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
LANGUAGE = "zh_Hans"
KEYWORDS: dict = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def main(verb: str) -> None:
    """Do `verb`: "update", "compile" or "check" (ends with a list of what is missing)."""
    {"update": update, "compile": compile_all, "check": check}[verb]()


def update() -> None:
    """Bring the catalogue up to date: new strings in, strings no longer used out."""
    catalog = read()
    catalog.update(extract(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    write_catalog(catalog)
    missing = [message for message in catalog if message.id and not is_complete(message)]
    print(f"{len(catalog)} messages, {len(missing)} without a translation.")


def compile_all() -> None:
    """Write the binary catalogue beside the text one."""
    with file("mo").open("wb") as target:
        write_mo(target, read())


def check() -> None:
    """End with a sentence per string that is missing, untranslated or no longer used."""
    known = {key(message): message for message in read() if message.id}
    used = {key(message): message for message in extract() if message.id}
    faults = [f"not in the catalogue: {name}" for name in used if name not in known]
    faults += [f"no longer used: {name}" for name in known if name not in used]
    faults += [
        f"not translated, or with other placeholders: {name}"
        for name, message in known.items()
        if name in used and not is_complete(message)
    ]
    if faults:
        raise SystemExit("\n".join([*sorted(faults), "Run `make messages` and translate."]))


def extract() -> Catalog:
    """Every translatable string of the tracked Python files and templates."""
    catalog = Catalog(project="Campus Steward", charset="utf-8")
    for path in tracked():
        for _line, text, comments, context in strings_of(ROOT / path):
            catalog.add(text, locations=[(path, 0)], auto_comments=comments, context=context)
    return catalog


def strings_of(path: Path) -> Iterator[tuple]:
    if path.suffix == ".py":
        yield from extract_from_file("python", path, keywords=KEYWORDS, comment_tags=["#:"])
        return
    text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    # The indentation of a template means nothing, but Python's tokenizer would stumble over it.
    flat = "\n".join(line.strip() for line in text.splitlines())
    calls = extract_python(BytesIO(flat.encode()), KEYWORDS, (), {"encoding": "utf-8"})
    for line, name, arguments, comments in calls:
        yield from from_call(line, str(name), arguments, comments)


def from_call(line: int, name: str, arguments: object, comments: object) -> Iterator[tuple]:
    """Sort a call's strings into context, singular and plural as `KEYWORDS` says."""
    values = list(arguments) if isinstance(arguments, list | tuple) else [arguments]
    context = values.pop(0) if "pgettext" in name else None
    texts = tuple(value for value in values if isinstance(value, str))
    if texts:
        yield line, texts if name.startswith("n") else texts[0], comments, context


def tracked() -> list[str]:
    """Source files of the portal, also those not yet committed; tests and tools speak English."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "--", "*.py", "templates/*"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    outside = ("tests/", "ops/", "bench/")
    return sorted(p for p in listed if not p.startswith(outside) and (ROOT / p).exists())


def read() -> Catalog:
    if not file("po").exists():
        return Catalog(locale=LANGUAGE, project="Campus Steward", charset="utf-8")
    with file("po").open("rb") as source:
        return read_po(source, locale=LANGUAGE)


def write_catalog(catalog: Catalog) -> None:
    file("po").parent.mkdir(parents=True, exist_ok=True)
    with file("po").open("wb") as target:
        write_po(target, catalog, width=100, sort_output=True, no_location=True, omit_header=False)


def file(suffix: str) -> Path:
    return LOCALE / LANGUAGE / "LC_MESSAGES" / f"django.{suffix}"


def key(message: Message) -> tuple:
    return (message.context, message.id if isinstance(message.id, str) else message.id[0])


def is_complete(message: Message) -> bool:
    """Translated, not marked doubtful, and with the very placeholders of the source."""
    texts = [message.string] if isinstance(message.string, str) else list(message.string or [])
    return all(texts) and not message.fuzzy and not list(message.check())


if __name__ == "__main__":
    main(sys.argv[1])
