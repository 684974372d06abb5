"""Building a checklist in the browser, and bringing its lines in from a sheet."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from inspections.actions import checklists
from inspections.models import Checklist

pytestmark = pytest.mark.django_db
LONG = "长" * 10_000


def now():
    return timezone.now()


def test_a_checklist_is_built_line_by_line_without_script(signed_in, safety_officer):
    browser = signed_in(safety_officer)
    made = browser.post(
        "/inspections/checklists/new/",
        {"name": "冰箱", "topic": "safety", "roles": ["safety_officer"], "is_offered": "on"},
    )
    checklist = Checklist.objects.get(name="冰箱")
    assert made.url == f"/inspections/checklists/{checklist.pk}/draft/"
    add = f"{made.url}lines/new/"
    browser.post(add, {"title": "温度", "kind": "number", "low": 0, "high": 8, "points": 0})
    choices = {"title": "秩序", "kind": "choice", "choices": "好\n!差", "points": 0}
    browser.post(add, {**choices, "another": "1"})
    draft = checklist.versions.get()
    order = draft.items.get(title="秩序")
    assert (order.choices, order.bad_choices) == (["好", "差"], ["差"])
    browser.post(f"{made.url}lines/{order.key}/up/")
    browser.post(f"{made.url}lines/{order.key}/copy/")
    browser.post(f"{made.url}lines/{draft.items.get(title='温度').key}/remove/")
    assert list(draft.items.values_list("title", flat=True)) == ["秩序", "秩序"]
    browser.post(f"{made.url}use/")
    checklist.refresh_from_db()
    assert checklist.current == draft


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"title": ""}, "title"), ({"title": LONG}, "title"), ({"kind": "smell"}, "kind"),
        ({"points": "-1"}, "__all__"), ({"points": "viel"}, "points"),
        ({"kind": "choice", "choices": "一个"}, "__all__"), ({"kind": "score"}, "__all__"),
    ],
)  # fmt: skip
def test_a_slip_in_a_line_stands_at_its_field(signed_in, head, patrol, typed, field):
    checklists.begin_draft(patrol, by=head, at=now())
    sent = {"title": "门", "kind": "pass_fail", "points": "0", **typed}
    path = f"/inspections/checklists/{patrol.pk}/draft/lines/new/"
    answer = signed_in(head).post(path, sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_lines_come_from_a_sheet_and_go_back_into_one(signed_in, head, patrol):
    browser = signed_in(head)
    sheet = browser.get(f"/inspections/checklists/{patrol.pk}/sheet/").content
    file = SimpleUploadedFile("lines.xlsx", sheet)
    path = f"/inspections/checklists/{patrol.pk}/bring-in/"
    answer = browser.post(path, {"file": file, "replace": "on"})
    assert answer.url == f"/inspections/checklists/{patrol.pk}/draft/"
    draft, used = patrol.versions.get(in_use_at=None), patrol.current
    told = ("key", "title", "kind", "points", "unit")
    assert list(draft.items.values_list(*told)) == list(used.items.values_list(*told))


def test_every_fault_of_a_sheet_is_told_and_nothing_taken(signed_in, head, patrol):
    rows = ["检查项,答案类型,扣分,下限,上限,选项,必填", "门,合格,一半,,,,", "温度,数字,,9,2,,或许",
            "秩序,选择,,,,好,", "灯,气味,,,,,"]  # fmt: skip
    file = SimpleUploadedFile("lines.csv", "\n".join(rows).encode())
    path = f"/inspections/checklists/{patrol.pk}/bring-in/"
    answer = signed_in(head).post(path, {"file": file, "replace": "on"})
    assert answer.status_code == 422
    faults = {(fault.row, fault.heading) for fault in answer.context["read"].faults}
    assert faults == {(2, "扣分"), (3, ""), (3, "必填"), (4, ""), (5, "答案类型")}
    assert patrol.versions.count() == 1


@pytest.mark.parametrize(
    ("data", "name"), [(b"", "a.xlsx"), (b"%PDF-1.7", "a.pdf"), (b"x,y\n1,2", "a.csv")]
)
def test_what_is_no_table_says_so(signed_in, head, patrol, data, name):
    path = f"/inspections/checklists/{patrol.pk}/bring-in/"
    answer = signed_in(head).post(path, {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 422


def test_the_template_comes_back_without_a_line(signed_in, head, patrol):
    browser = signed_in(head)
    sheet = browser.get("/inspections/checklists/template/").content
    file = SimpleUploadedFile("template.xlsx", sheet)
    path = f"/inspections/checklists/{patrol.pk}/bring-in/"
    browser.post(path, {"file": file})
    assert patrol.versions.get(in_use_at=None).items.count() == 3
