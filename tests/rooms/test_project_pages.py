"""Projects page by page: slips at their field, who writes what, lists that ask little."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campus.models import Attachment
from rooms.actions import projects, watching
from rooms.models import Acceptance, Milestone, ProjectStage, Risk, RoomProject, Spending
from tests.campus.attachments.samples import jpeg
from tests.rooms.conftest import AT, accept


@pytest.mark.parametrize(
    ("path", "sent", "field"),
    [
        ("edit", {"title": "", "kind": "new", "leader": "T003", "places": "SY-102"}, "title"),
        ("edit", {"title": "x", "kind": "new", "leader": "T003", "places": "无此处"}, "places"),
        ("stages/new", {"name": "x", "position": "1", "planned_from": "2025-11-04",
                        "planned_to": "2025-11-03"}, "planned_to"),
        ("stages/new", {"name": "x", "position": "1", "done_on": "2025-11-03"}, "begun_on"),
        ("stages/new", {"name": "x", "position": "1", "begun_on": "2099-01-01"}, "begun_on"),
        ("stages/new", {"name": "x", "position": "0"}, "position"),
        ("lines/new", {"name": "设备", "planned": "9"}, "name"),
        ("lines/new", {"name": "x", "planned": "-1"}, "planned"),
        ("spend", {"amount": "-5"}, "amount"), ("spend", {"amount": "0"}, "amount"),
        ("spend", {"amount": "1000.01"}, "amount"), ("spend", {"on": "2099-01-01"}, "on"),
        ("spend", {"line": "999999"}, "line"), ("spend", {"amount": "1e9"}, "amount"),
        ("milestones/new", {"title": "x", "due_on": "2025-02-30"}, "due_on"),
        ("risks/new", {"title": "x", "likelihood": "6", "impact": "1", "measure": "x",
                       "owner": "T003", "status": "open"}, "likelihood"),
        ("accept", {"on": "2025-11-03", "people": "x", "result": "refused"}, "defects"),
        ("accept", {"on": "2025-11-03", "people": "x", "result": "accepted", "defects": "y"},
         "result"),
        ("accept", {"on": "2025-11-03", "people": "x", "result": "accepted",
                    "walk": "https://example.com/"}, "walk"),
        ("photos", {"role": "before"}, "attachments"), ("call-off", {"reason": ""}, "reason"),
    ],
)  # fmt: skip
def test_a_slip_stands_at_its_field(signed_in, head, project, line, path, sent, field):
    if path == "spend":
        sent = {"line": line.pk, "on": "2025-11-03", "amount": "1", "supplier": "x"} | sent
    answer = signed_in(head).post(f"/rooms/projects/{project.pk}/{path}/", sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_a_project_is_written_by_its_leader_on_its_pages(
    signed_in, project, line, technician, teacher, head, pupil
):
    path, browser = f"/rooms/projects/{project.pk}/", signed_in(technician)
    stage = project.stages.order_by("position")[0]
    browser.post(f"/rooms/stages/{stage.pk}/begin/")
    browser.post(f"/rooms/stages/{stage.pk}/", {
        "name": "需求", "position": "2", "begun_on": "2025-11-03", "person": technician.number,
    })  # fmt: skip
    browser.post(f"{path}spend/", {"line": line.pk, "on": "2025-11-03", "amount": "300.50",
                                   "supplier": "云起"})  # fmt: skip
    browser.post(f"{path}milestones/new/", {"title": "到货", "due_on": "2025-12-01"})
    browser.post(f"{path}risks/new/", {
        "title": "延迟", "likelihood": "4", "impact": "5", "measure": "分批",
        "owner": technician.number, "status": "open",
    })  # fmt: skip
    browser.post(f"/rooms/milestones/{Milestone.objects.get().pk}/reach/")
    picture = {"role": "before", "attachments": jpeg_file()}
    browser.post(f"{path}photos/", picture)
    browser.post(f"{path}accept/", {"on": "2025-11-03", "people": "信息处", "result": "accepted"})
    stage.refresh_from_db()
    assert (stage.name, stage.position, Spending.objects.get().amount) == (
        "需求", 2, Decimal("300.50"),
    )  # fmt: skip
    assert (Milestone.objects.get().done_on, Risk.objects.get().score) == (
        timezone.localdate(), 20,
    )  # fmt: skip
    assert (Attachment.objects.get().role, Acceptance.objects.get().result) == (
        "before", "accepted",
    )  # fmt: skip
    for each in ("", "money/", "record/", "sheet/"):
        assert signed_in(teacher).get(f"{path}{each}").status_code == 200
        assert signed_in(pupil).get(f"{path}{each}").status_code == 404
    acts = ("edit", "spend", "accept", "photos", "stages/new", "risks/new", "finish", "call-off")
    assert [signed_in(teacher).post(f"{path}{act}/").status_code for act in acts] == [403] * 8
    assert browser.post(f"{path}call-off/", {"reason": "x"}).status_code == 403
    over = {"over": "5", "over_reason": "x"}
    assert browser.post(f"/rooms/lines/{line.pk}/over/", over).status_code == 403
    assert signed_in(head).post(f"/rooms/lines/{line.pk}/over/", over).status_code == 302


def jpeg_file() -> Any:
    return SimpleUploadedFile("before.jpg", jpeg(64, 48), content_type="image/jpeg")


def test_only_the_head_names_another_leader(signed_in, project, technician, teacher, head):
    path = f"/rooms/projects/{project.pk}/edit/"
    sent = {"title": "新名", "kind": "upgrade", "leader": teacher.number, "places": "SY-102"}
    for person, leader in ((technician, technician), (head, teacher)):
        signed_in(person).post(path, sent)
        written = RoomProject.objects.get()
        assert (written.title, written.leader) == ("新名", leader)


def test_lists_of_projects_ask_the_same_few_questions(
    signed_in, project, line, spend, head, technician, room
):
    browser, path = signed_in(head), f"/rooms/projects/{project.pk}/"

    def asked(path: str) -> int:
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        return len(queries)

    def add(number: int) -> None:
        other = projects.lay_project(
            title=f"项目{number}", places=[room.place], leader=technician, by=head, at=AT
        )
        for each in (project, other):
            watching.write_risk(
                Risk(project=each), title="延迟", likelihood=4, impact=4, measure="x",
                owner=technician, by=head, at=AT,
            )  # fmt: skip
            watching.write_milestone(
                Milestone(project=each), title=f"到货{number}", due_on=date(2025, 12, 1),
                person=technician, by=head, at=AT,
            )  # fmt: skip
        spend(1)
        accept(project, head)
        projects.write_stage(
            ProjectStage(project=project), position=2, name="x", person=technician, by=head, at=AT
        )

    paths = [
        "/rooms/projects/", "/rooms/projects/?which=risky", "/rooms/projects/risks/?which=high",
        "/rooms/projects/spendings/", path, f"{path}money/", f"{path}record/", f"{path}sheet/",
    ]  # fmt: skip
    add(0)
    few = [asked(each) for each in paths]
    for number in (1, 2):
        add(number)
    assert [asked(each) for each in paths] == few
    assert max(few) <= 12
    rows = browser.get("/rooms/projects/?which=risky").context["rows"]
    assert len(rows) == RoomProject.objects.count()
