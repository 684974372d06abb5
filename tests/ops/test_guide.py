"""README and guide: what they link to is there, and their pictures are those that are taken."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from ops.screenshots import PICTURES, TAKEN

ROOT = Path(__file__).resolve().parent.parent.parent
GUIDE = ROOT / "docs" / "使用指南"
PAGES = [ROOT / "README.md", ROOT / "docs" / "办公室使用手册.md", *sorted(GUIDE.glob("*.md"))]
LINK = re.compile(r"""\]\(([^)\s]+)\)|src="([^"]+)\"""")


def links(page: Path) -> list[str]:
    """Where a page leads to or takes pictures from, but for other sites."""
    found = [unquote(a or b) for a, b in LINK.findall(page.read_text())]
    return [each for each in found if "://" not in each]


def headings(page: Path) -> set[str]:
    """The anchors of a page, as the sites that show it make them of headings."""
    lines = [line.lstrip("#").strip() for line in page.read_text().splitlines() if line[:1] == "#"]
    return {re.sub(r"[^\w\- ]", "", line).replace(" ", "-").lower() for line in lines}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_leads_somewhere(page):
    broken = []
    for link in links(page):
        path, _sign, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in headings(target)):
            broken.append(link)
    assert broken == []


def test_the_index_names_every_page_of_the_guide():
    named = {link for link in links(GUIDE / "README.md") if not link.startswith("..")}
    assert named == {page.name for page in GUIDE.glob("*.md")} - {"README.md"}


def test_each_picture_is_taken_kept_and_shown_somewhere():
    shown = {
        (page.parent / link).resolve()
        for page in PAGES for link in links(page) if link.endswith(".png")
    }  # fmt: skip
    assert {picture.file for picture in TAKEN} == set(PICTURES.glob("*.png")) == shown


def test_pictures_are_small():
    sizes = {path.name: path.stat().st_size for path in PICTURES.glob("*.png")}
    assert {name for name, size in sizes.items() if size > 120_000} == set()
    assert sum(sizes.values()) <= 3_000_000
