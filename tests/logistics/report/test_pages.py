"""Pages of the report: made, read, edited by two at once, photos, notes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from campus.attachments.actions import attach
from campus.models import Role
from logistics.report import actions
from logistics.report.models import ReportNote, SectionPhoto, SemesterReport
from repairs.models import Ticket
from tests.conftest import make_person
from tests.logistics.report.conftest import OVER, edited, moment, section
from tests.planning.tasks import photo


@pytest.fixture
def browser(signed_in, head):
    return signed_in(head)


def test_the_head_makes_a_report_of_a_semester_that_has_none(browser, semester, faults):
    assert (
        browser.post("/reports/make/", {"semester": "", "language": "zh-hans"}).status_code == 422
    )
    answer = browser.post("/reports/make/", {"semester": semester.pk, "language": "zh-hans"})
    report = SemesterReport.objects.get()
    assert answer.url == report.get_absolute_url()
    page = browser.get(answer.url).content.decode()
    assert "（一）维修服务" in page
    assert str(semester) not in browser.get("/reports/make/").content.decode()


def test_staff_read_it_and_pupils_know_nothing_of_it(signed_in, report, teacher, pupil):
    path = report.get_absolute_url()
    page = signed_in(teacher).get(path).content.decode()
    assert ("共受理报修4件" in page, f"{path}renew/" in page) == (True, False)
    held = section(report, "repairs")
    paths = (path, f"/reports/sections/{held.pk}/edit/", "/reports/", "/reports/notes/")
    assert [signed_in(pupil).get(each).status_code for each in paths] == [404, 404, 403, 403]
    assert signed_in(teacher).get(paths[1]).status_code == 403


def test_of_two_who_edit_one_section_the_second_is_asked(browser, signed_in, report, office):
    other = signed_in(make_person("T050", "韩星野", Role.HEAD, department=office))
    path = f"/reports/sections/{section(report, 'repairs').pk}/edit/"
    drawn = {each: each.get(path).context["form"] for each in (browser, other)}

    def send(who, text: str):
        typed = {"title": "维修服务", "text": text, "seen": drawn[who].initial["seen"]}
        return who.post(path, typed)

    assert send(browser, "甲的话。\r\n第二段。").status_code == 302
    answer = send(other, "乙的话。")
    assert answer.status_code == 422
    assert [str(words) for words in answer.context["form"].errors["text"]] == [
        "其间有人改动了这部分，目前的内容列在旁边。如要以您的为准，请再次保存。"
    ]
    page = answer.content.decode()
    assert ("乙的话。" in page, "甲的话。" in page) == (True, True)
    drawn[other].initial["seen"] = answer.context["form"].now
    assert send(other, "乙的话。").status_code == 302
    assert section(report, "repairs").text == "乙的话。"


def test_what_only_the_other_has_changed_stays(browser, report, head):
    path = f"/reports/sections/{section(report, 'repairs').pk}/edit/"
    form = browser.get(path).context["form"]
    text = form.initial["text"].replace("\n", "\r\n")
    edited(report, "repairs", "甲的话。\n第二段。", by=head)
    browser.post(path, {"title": "维修", "text": text, "seen": form.initial["seen"]})
    held = section(report, "repairs")
    assert (held.title, held.text) == ("维修", "甲的话。\n第二段。")


def test_a_newer_text_is_compared_and_merged_on_its_pages(browser, report, head, fault, teacher):
    held = section(report, "repairs")
    edited(report, "repairs", f"{held.text}回访满意。", by=head)
    fault(teacher, moment(2025, 12, 1), kept=["answer", "done"])
    assert "有1个可采用新文字" in strip_tags(
        browser.post(f"{report.get_absolute_url()}renew/", follow=True).content.decode()
    )
    page = browser.get(f"/reports/sections/{held.pk}/newer/").content.decode()
    assert "<del>4</del><ins>5</ins>" in page.replace("<p>", "").replace("</p>", "")
    merge = f"/reports/sections/{held.pk}/merge/"
    form = browser.get(merge).context["form"]
    typed = {name: form.initial[name] for name in ("title", "text", "newer", "seen")}
    assert typed["text"].startswith("共受理报修5件")
    assert typed["text"].endswith("回访满意。")
    browser.post(merge, typed)
    merged = section(report, "repairs")
    assert (merged.text, merged.is_offered) == (typed["text"], False)
    versions = browser.get(f"/reports/sections/{held.pk}/versions/").content.decode()
    assert "与新文字合并" in versions
    browser.post(f"/reports/sections/{held.pk}/versions/1/restore/")
    assert section(report, "repairs").text == held.text
    assert browser.get(f"/reports/sections/{held.pk}/versions/99/").status_code == 404


def test_photos_of_records_are_chosen_with_captions(browser, signed_in, report, head, teacher):
    shown = attach(Ticket.objects.all()[0], [photo(head)], by=head, at=moment(2025, 11, 3))[0]
    held = section(report, "repairs")
    path = f"/reports/sections/{held.pk}/photos/"
    page = browser.get(path).content.decode()
    assert ("灯不亮" in page, "不要选用能辨认出人的照片" in page) == (True, True)
    name = f"photo-{shown.pk}"
    slip = browser.post(path, {f"{name}-chosen": "on", f"{name}-caption": ""})
    assert (slip.status_code, "请说明照片内容" in slip.content.decode()) == (422, True)
    browser.post(path, {f"{name}-chosen": "on", f"{name}-caption": "走廊灯修复后"})
    chosen = SectionPhoto.objects.get()
    assert (chosen.attachment, chosen.caption) == (shown, "走廊灯修复后")
    reader = signed_in(teacher)
    assert reader.get(f"/reports/photos/{chosen.pk}/").status_code == 200
    assert "没有其他照片" in browser.get(path).content.decode()
    browser.post(f"/reports/photos/{chosen.pk}/drop/")
    assert not SectionPhoto.objects.exists()


def test_a_note_with_its_photo_goes_into_the_report(signed_in, report, dispatcher, teacher):
    writer = signed_in(dispatcher)
    slip = writer.post("/reports/notes/new/", {"key": "repairs", "text": ""})
    assert (slip.status_code, list(slip.context["form"].errors)) == (422, ["text"])
    kept = photo(dispatcher)
    typed = {"key": "repairs", "text": "快修进课间", "photos-kept": str(kept.pk)}
    answer = writer.post("/reports/notes/new/", typed)
    note = ReportNote.objects.get()
    assert (answer.url, note.key) == (note.get_absolute_url(), "repairs")
    assert SectionPhoto.objects.get().caption == "快修进课间"
    assert signed_in(teacher).post(f"{answer.url}take-back/").status_code == 403
    assert "快修进课间" in signed_in(teacher).get("/reports/notes/?q=快修").content.decode()
    writer.post(f"{answer.url}take-back/")
    assert writer.get(answer.url).status_code == 404


def test_title_signature_and_day_are_the_heads_to_say(browser, report):
    path = f"{report.get_absolute_url()}head/"
    form = browser.get(path).context["form"]
    typed = {"title": "", "signed_by": "总务处", "dated_on": "2026-01-20",
             "seen": form.initial["seen"]}  # fmt: skip
    assert browser.post(path, typed).status_code == 422
    browser.post(path, {**typed, "title": "第一行\r\n第二行\r\n"})
    report.refresh_from_db()
    told = (report.title, report.signed_by, str(report.dated_on), str(report))
    assert told == ("第一行\n第二行", "总务处", "2026-01-20", "第一行第二行")


def test_pages_ask_as_much_for_few_rows_as_for_many(browser, report, head, semester):
    held = section(report, "repairs")
    paths = [report.get_absolute_url(), f"{report.get_absolute_url()}sheet/", "/reports/",
             "/reports/notes/", f"/reports/sections/{held.pk}/versions/",
             f"/reports/sections/{held.pk}/photos/"]  # fmt: skip
    counts = []
    for more in (1, 2):
        for number in range(more):
            edited(report, "repairs", f"{more}{number}。", by=head)
            actions.write_note(
                semester, key="repairs", text=f"{more}{number}", photos=[photo(head)], by=head,
                at=OVER,
            )  # fmt: skip
            attach(Ticket.objects.all()[number], [photo(head)], by=head, at=moment(2025, 11, 3))
        for path in paths:
            browser.get(path)
            with CaptureQueriesContext(connection) as asked:
                browser.get(path)
            counts.append(len(asked))
    assert counts[: len(paths)] == counts[len(paths) :]
    assert max(counts) <= 12
