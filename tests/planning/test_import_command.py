"""`manage.py import_plan`."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from planning.models import PlanDraft
from tests.planning.school_plan import ITEMS, TEXT

ROOT = Path(__file__).resolve().parent.parent.parent
LINES = [
    "2025-09-01\t2025-09-30\t\t高一学生宿舍消防演练",
    "2025-09-01\t2025-09-30\t\t召开安全工作例会",
    "2025-11-09\t2025-11-09\t\t11.9消防主题教育",
    "2025-11-01\t2025-11-30\t\t配合课程教学处做好期中考试保障",
]
TABLE = "| 日期 | 工作内容 | 责任部门 |\n|---|---|---|\n| 9月8日 | 防汛检查 | 安全处、医务室 |\n"


@pytest.fixture
def plan_file(tmp_path) -> Path:
    file = tmp_path / "plan.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def run(*arguments: object) -> tuple[str, str, int]:
    """What the command prints on stdout and stderr, and its exit code."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_plan", *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as end:
        return out.getvalue(), err.getvalue(), int(end.code or 0)
    return out.getvalue(), err.getvalue(), 0


def test_a_dry_run_prints_a_line_for_each_item(plan_file):
    out, err, code = run(plan_file, "--dry-run")
    assert (out.splitlines(), err, code) == (LINES, "", 0)


def test_units_are_joined_by_commas(tmp_path):
    file = tmp_path / "plan.md"
    file.write_text(f"2025-2026学年第一学期工作安排\n\n{TABLE}", encoding="utf-8")
    assert run(file, "--dry-run")[0] == "2025-09-08\t2025-09-08\t安全处,医务室\t防汛检查\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("policy.txt", "一、加强管理\n坚持安全第一。".encode()),
        ("empty.txt", b""),
        ("plan.docx", b"PK\x03\x04 broken"),
        ("plan.pdf", b"%PDF-1.7"),
    ],
)
def test_what_holds_no_plan_is_a_sentence_and_exit_code_2(tmp_path, name, data):
    file = tmp_path / name
    file.write_bytes(data)
    out, err, code = run(file, "--dry-run")
    assert (out, len(err.splitlines()), code) == ("", 1, 2)


def test_a_file_that_is_not_there_is_a_sentence_and_exit_code_2(tmp_path):
    out, err, code = run(tmp_path / "nothing.txt", "--dry-run")
    assert (out, len(err.splitlines()), code) == ("", 1, 2)


def test_a_dry_run_needs_no_database_and_no_environment(plan_file):
    bare = {"PATH": os.environ["PATH"], "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}
    done = subprocess.run(
        [sys.executable, "manage.py", "import_plan", str(plan_file), "--dry-run"],
        cwd=ROOT, env=bare, capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert (done.stdout.splitlines(), done.stderr, done.returncode) == (LINES, "", 0)


def test_by_somebody_it_leaves_a_draft_and_prints_where(plan_file, head, semester):
    out, _err, code = run(plan_file, "--by", head.number)
    draft = PlanDraft.objects.get()
    assert (out, code) == (f"{settings.SITE_URL}{draft.get_absolute_url()}\n", 0)
    assert (draft.by, draft.items.count()) == (head, len(ITEMS))
    assert draft.text.strip() == TEXT.strip()


def test_by_nobody_known_it_leaves_nothing(plan_file, db):
    out, err, code = run(plan_file, "--by", "T999")
    assert (out, len(err.splitlines()), code, PlanDraft.objects.count()) == ("", 1, 2, 0)


def test_by_somebody_who_may_not_plan_it_leaves_nothing(plan_file, teacher):
    out, err, code = run(plan_file, "--by", teacher.number)
    assert (out, len(err.splitlines()), code, PlanDraft.objects.count()) == ("", 1, 2, 0)
