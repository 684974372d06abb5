"""No file, template or suppression grows past its bound unnoticed."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
NAMELESS = {"utils", "common", "core", "helpers", "misc", "services", "mixins", "signals"}


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "--", *patterns],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    return [ROOT / name for name in listed if (ROOT / name).exists()]


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_no_python_file_is_longer_than_400_lines():
    code = [path for path in tracked("*.py") if "migrations" not in path.parts]
    assert {path.name: len(lines(path)) for path in code if len(lines(path)) > 400} == {}


def test_no_template_is_longer_than_150_lines():
    found = {path.name: len(lines(path)) for path in tracked("templates/*.html")}
    assert {name: count for name, count in found.items() if count > 150} == {}


@pytest.mark.parametrize(
    "pattern",
    [r"<style", r"\sstyle=", r"\son[a-z]+=", r"<script(?![^>]*\ssrc=)", r"javascript:"],
)
def test_no_template_carries_inline_script_or_style(pattern):
    guilty = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in tracked("templates/*.html")
        for line in lines(path)
        if re.search(pattern, line)
    ]
    assert guilty == []


def test_nothing_foreign_is_loaded_by_a_template_or_style():
    guilty = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in tracked("templates/*.html", "static/css/*.css", "static/js/*.js")
        for line in lines(path)
        if re.search(r"(src|href|url|import)[=(\s]*[\"']?(https?:)?//", line)
    ]
    assert guilty == []


def test_every_suppression_gives_its_reason():
    rule = re.compile(
        r"#\s*(noqa(?!:)|noqa:\s*[A-Z0-9, ]+$|type: ignore(?!\[)|type: ignore\[[^]]+\]$)"
    )
    guilty = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in tracked("*.py")
        if path != Path(__file__)
        for line in lines(path)
        if rule.search(line)
    ]
    assert guilty == []


def test_no_room_is_named_for_having_no_name():
    named = {
        str(path.relative_to(ROOT))
        for path in tracked("*.py")
        if NAMELESS & {path.stem, *path.relative_to(ROOT).parts}
    }
    assert named == set()


def test_no_migration_lays_triggers_the_slow_way():
    slow = [path.name for path in tracked("*/migrations/*.py")
            if "pgtrigger.migrations.AddTrigger" in path.read_text(encoding="utf-8")]  # fmt: skip
    assert slow == []


def test_migrations_take_many_steps_together():
    """Each step by itself draws all models of the portal anew."""
    slow = [
        str(path.relative_to(ROOT))
        for path in tracked("*.py")
        if "migrations" in path.parts and path.name != "__init__.py"
        if (text := path.read_text(encoding="utf-8")).count("migrations.") > 3
        if "Together(" not in text and "RunPython" not in text
    ]
    assert slow == []


def test_sentences_are_marked_with_names_that_the_catalogue_looks_for():
    from ops.messages import KEYWORDS

    named = re.compile(r"\b\w*gettext\w* as (\w+)")
    code = [path for path in tracked("*.py") if path.parts[-1] != "messages.py"]
    names = {name for path in code for name in named.findall(path.read_text(encoding="utf-8"))}
    assert names <= {*KEYWORDS, "translate"}
