"""The registers of a semester as a workbook: its own rows alone, and no pupil by name."""

from io import BytesIO

from openpyxl import load_workbook

from campus.jobs import actions as jobs
from campus.models import InboxEntry, Job, Place
from logistics.report import work
from logistics.report.registers import REGISTERS, registers_for, write_registers
from safety.actions import hazards
from tests.logistics.report.conftest import OVER, moment


def rows_of(held, title: str) -> list[tuple]:
    held.seek(0)
    return list(load_workbook(held)[title].iter_rows(values_only=True))


def test_each_register_is_a_sheet_with_the_rows_of_the_semester(
    head, semester, faults, plan, fault, pupil
):
    fault(pupil, moment(2025, 12, 1))
    hazards.report(by=pupil, at=moment(2025, 12, 2), title="扶手松动", place=Place.objects.all()[0])
    held, heard = BytesIO(), []
    count = write_registers(semester, head, held, lambda done, of: heard.append((done, of)))
    contents = rows_of(held, "目录")
    assert (count, heard[-1]) == (10, (10, 10))
    assert {title: rows for title, rows, *_days in contents[1:] if rows} == {
        "工作计划": 4,
        "隐患台账": 1,
        "报修": 5,
    }
    assert [each.value for each in load_workbook(held)["报修"]["H"]] == [
        "来件人", "学生", "许知言", "许知言", "许知言", "许知言",
    ]  # fmt: skip
    assert rows_of(held, "隐患台账")[1][3] == "学生"
    book = load_workbook(held)
    assert pupil.name not in str([list(sheet.values) for sheet in book])


def test_no_list_of_pupils_is_among_them(head):
    assert [each.page.name for each in REGISTERS if each.page.people] == []
    assert [each.page.name for each in registers_for(head)] == [
        each.page.name for each in REGISTERS
    ]


def test_files_are_written_by_jobs_and_end_in_the_inbox(report, head, signed_in):
    browser = signed_in(head)
    for what in ("document", "registers"):
        browser.post(f"/reports/{report.pk}/{what}/")
    for job in Job.objects.all():
        jobs.run(job.pk, at=OVER)
    told = {job.kind: (job.state, job.file_name, job.sentence) for job in Job.objects.all()}
    assert told == {
        work.DOCUMENT: (
            "done", "云起高级中学后勤服务处2025—2026学年第一学期工作总结.docx", "文档已生成。"
        ),
        work.REGISTERS: (
            "done", "2025–2026 第一学期台账.xlsx", "文件已生成，共8行台账记录。"
        ),
    }  # fmt: skip
    assert InboxEntry.objects.filter(person=head, notice__topic="job").count() == 2
    sizes = [len(b"".join(browser.get(f"/jobs/{job.pk}/file/"))) for job in Job.objects.all()]
    assert min(sizes) > 5000


def test_a_job_of_somebody_who_may_no_longer_fails_with_the_reason(report, head):
    job = work.ask_for_document(report, by=head, at=OVER)
    head.duties.update(ends_on="2020-12-31")
    jobs.run(job.pk, at=OVER)
    job.refresh_from_db()
    assert (job.state, job.sentence) == ("failed", "学期工作总结由后勤负责人撰写。")
