"""The pages of papers: who sees which, writes, renews, sets aside, keeps the kinds."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from campus.models import Duty, Person, Place, Role
from planning.actions import papers
from planning.models import Paper, PaperKind
from planning.papers import USUAL
from tests.campus.attachments.samples import pdf


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def kinds(head) -> dict[str, PaperKind]:
    with translation.override("en"):
        laid = papers.lay_usual_kinds(by=head, at=timezone.now())
    return {kind.code: kind for kind in laid}


@pytest.fixture
def canteen_manager(office) -> Person:
    person = Person.objects.create(
        number="T101", name="夏南乔", kind="staff", department=office, must_change_password=False
    )
    Duty.objects.create(person=person, role=Role.CANTEEN_MANAGER, starts_on=timezone.localdate())
    return person


@pytest.fixture
def certificate(kinds, teacher, head) -> Paper:
    """The teacher's health certificate, which ends in ten days."""
    return papers.record(
        kinds["health_certificate"], teacher, by=head, at=timezone.now(), number="H-1",
        ends_on=timezone.localdate() + timedelta(days=10),
    )  # fmt: skip


def listed(answer) -> list[str]:
    return [str(row.record.holder) for row in answer.context["rows"]]


def test_leaders_see_all_others_their_own_and_pupils_none(
    signed_in, certificate, head, technician, teacher, pupil
):
    assert listed(signed_in(head).get("/plan/papers/")) == ["许知言"]
    assert listed(signed_in(teacher).get("/plan/papers/")) == ["许知言"]
    assert listed(signed_in(technician).get("/plan/papers/")) == []
    assert signed_in(pupil).get("/plan/papers/").status_code == 403
    path = certificate.get_absolute_url()
    codes = [signed_in(p).get(path).status_code for p in (head, teacher, technician, pupil)]
    assert codes == [200, 200, 404, 404]


@pytest.fixture
def some_papers(certificate, kinds, head, technician, safety_officer) -> None:
    """Qualifications that ended five days ago, end in 60 and 300 days, and one set aside."""
    today, kind = timezone.localdate(), kinds["qualification"]
    facts = {"by": head, "at": timezone.now()}
    for holder, left in ((technician, -5), (technician, 60), (safety_officer, 300)):
        papers.record(kind, holder, ends_on=today + timedelta(days=left), **facts)
    over = papers.record(kind, safety_officer, ends_on=today + timedelta(days=5), **facts)
    papers.set_aside(over, why="写错", **facts)


@pytest.mark.parametrize(
    ("query", "ends"),
    [
        ({}, [-5, 10, 60, 300]),
        ({"current": "expired"}, [-5]),
        ({"current": "soon"}, [10]),
        ({"current": "later"}, [10, 60]),
        ({"current": "over"}, [5]),
        ({"current": "all"}, [-5, 5, 10, 60, 300]),
        ({"q": "H-1"}, [10]),
        ({"q": "知言"}, [10]),
    ],
)
def test_the_list_is_sorted_by_what_ends_first_and_narrowed(
    signed_in, some_papers, head, query, ends
):
    rows = signed_in(head).get("/plan/papers/", query).context["rows"]
    assert [row.record.days_left(timezone.localdate()) for row in rows] == ends


def test_a_list_of_many_asks_as_few_questions(signed_in, certificate, kinds, head, technician):
    browser = signed_in(head)

    def queries() -> int:
        browser.get("/plan/papers/")
        with CaptureQueriesContext(connection) as counted:
            browser.get("/plan/papers/")
        return len(counted)

    one = queries()
    for days in range(20, 24):
        papers.record(
            kinds["qualification"], technician, by=head, at=timezone.now(),
            ends_on=timezone.localdate() + timedelta(days=days),
        )  # fmt: skip
    assert queries() == one


def test_whose_work_a_kind_is_writes_its_papers_and_no_others(
    signed_in, kinds, canteen_manager, teacher
):
    browser = signed_in(canteen_manager)
    offered = browser.get("/plan/papers/new/").context["kinds"]
    assert {kind.code for kind in offered} == {"health_certificate", "food_licence"}
    certificate, licence = kinds["health_certificate"].pk, kinds["driving_licence"].pk
    typed = {"holder": teacher.pk, "issued_on": "2025-09-01", "number": "H-7"}
    scan = SimpleUploadedFile("scan.pdf", pdf(), "application/pdf")
    answer = browser.post(f"/plan/papers/new/?kind={certificate}", typed | {"attachments": scan})
    paper = Paper.objects.get()
    assert answer.headers["Location"] == paper.get_absolute_url()
    assert (paper.holder, paper.ends_on.isoformat()) == (teacher, "2026-08-31")
    shown = browser.get(paper.get_absolute_url())
    assert [file.name for file in shown.context["attachments"]] == ["scan.pdf"]
    assert browser.post(f"/plan/papers/new/?kind={licence}", typed).status_code == 403
    assert browser.get("/plan/papers/new/?kind=x").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"holder": ""}, "holder"),
        ({"holder": "pupil"}, "holder"),
        ({"issued_on": ""}, "ends_on"),
        ({"issued_on": "2025-09-01", "ends_on": "2025-08-01"}, "__all__"),
        ({"ends_on": "never"}, "ends_on"),
    ],
)
def test_slips_are_told_at_their_field(signed_in, kinds, head, teacher, pupil, wrong, field):
    typed = {"holder": teacher.pk, "issued_on": "2025-09-01"} | wrong
    if wrong.get("holder") == "pupil":
        typed["holder"] = pupil.pk
    kind = kinds["health_certificate"].pk
    answer = signed_in(head).post(f"/plan/papers/new/?kind={kind}", typed)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]


def test_the_same_paper_again_is_told_in_the_form(signed_in, certificate, head, teacher):
    typed = {"holder": teacher.pk, "ends_on": certificate.ends_on.isoformat()}
    path = f"/plan/papers/new/?kind={certificate.kind_id}"
    assert signed_in(head).post(path, typed).status_code == 422


def test_a_place_holds_a_paper_and_shows_it(signed_in, kinds, head, teacher, safety_officer):
    place = Place.objects.create(kind="building", code="ST", name="食堂")
    kind = kinds["fire_check"].pk
    signed_in(safety_officer).post(
        f"/plan/papers/new/?kind={kind}", {"holder": "st", "ends_on": "2030-01-01"}
    )
    assert Paper.objects.get().holder == place
    shown = {
        person.name: [
            row.title
            for _sort, rows in signed_in(person).get(f"/places/{place.pk}/").context["page"].records
            for row in rows
        ]
        for person in (head, teacher)
    }
    assert shown == {"程远山": ["Yearly check of fire equipment"], "许知言": []}


def test_the_next_paper_takes_the_place_of_this_one(signed_in, certificate, head):
    path = f"/plan/papers/{certificate.pk}/"
    form = signed_in(head).get(f"{path}renew/").context["form"]
    assert form["number"].value() == "H-1"
    assert signed_in(head).post(f"{path}renew/", {"ends_on": "2020-01-01"}).status_code == 422
    answer = signed_in(head).post(f"{path}renew/", {"ends_on": "2040-01-01", "number": "H-2"})
    following = Paper.objects.get(number="H-2")
    assert answer.headers["Location"] == following.get_absolute_url()
    assert listed(signed_in(head).get("/plan/papers/")) == ["许知言"]
    shown = signed_in(head).get(following.get_absolute_url())
    assert shown.context["renews"] == certificate


def test_the_holder_reads_and_does_not_write(signed_in, certificate, teacher):
    path = f"/plan/papers/{certificate.pk}/"
    for verb in ("edit", "renew", "set-aside"):
        assert signed_in(teacher).get(f"{path}{verb}/").status_code == 403


def test_corrected_and_set_aside(signed_in, certificate, head):
    path = f"/plan/papers/{certificate.pk}/"
    signed_in(head).post(f"{path}edit/", {"ends_on": "2040-01-01", "number": "H-9"})
    certificate.refresh_from_db()
    assert (certificate.number, certificate.ends_on.isoformat()) == ("H-9", "2040-01-01")
    assert signed_in(head).post(f"{path}set-aside/", {"why": ""}).status_code == 422
    assert signed_in(head).post(f"{path}set-aside/", {"why": "写错"}).status_code == 302
    assert listed(signed_in(head).get("/plan/papers/")) == []


def test_kinds_are_the_schools_own(signed_in, administrator, head, teacher):
    browser = signed_in(administrator)
    assert browser.get("/plan/papers/kinds/").context["lacks_usual"] is True
    browser.post("/plan/papers/kinds/usual/")
    browser.post("/plan/papers/kinds/usual/")
    assert PaperKind.objects.count() == len(USUAL)
    shown = browser.get("/plan/papers/kinds/")
    assert (shown.context["lacks_usual"], len(shown.context["rows"])) == (False, len(USUAL))
    kind = PaperKind.objects.get(code="contract")
    typed = {"name": "聘用合同", "holder_type": kind.holder_type_id, "months": "36"}
    browser.post(f"/plan/papers/kinds/{kind.pk}/", typed)
    kind.refresh_from_db()
    assert (kind.name, kind.months, kind.code, kind.is_offered) == (
        "聘用合同", 36, "contract", False
    )  # fmt: skip
    again = browser.post("/plan/papers/kinds/new/", typed)
    assert list(again.context["form"].errors) == ["name"]
    assert signed_in(head).get("/plan/papers/kinds/").status_code == 200
    assert signed_in(teacher).get("/plan/papers/kinds/").status_code == 403


def test_what_holds_a_kind_stays_once_there_are_papers(signed_in, certificate, head):
    kind = certificate.kind
    other = PaperKind.objects.get(code="fire_check").holder_type_id
    signed_in(head).post(
        f"/plan/papers/kinds/{kind.pk}/", {"name": kind.name, "holder_type": other}
    )
    kind.refresh_from_db()
    assert kind.holder_type_id != other


def test_a_rule_of_papers_is_told_in_all_days(signed_in, certificate, head):
    subject = certificate.kind.subject
    with translation.override("en"):
        shown = signed_in(head).get(f"/plan/rules/{subject}/")
    label = shown.context["form"].fields["days_before"].label
    with translation.override("en"):
        assert str(label) == "Days before"


def test_the_selected_are_set_aside_for_one_reason_or_not_at_all(
    signed_in, certificate, head, kinds, technician
):
    second = papers.record(
        kinds["health_certificate"], technician, by=head, at=timezone.now(),
        ends_on=timezone.localdate() + timedelta(days=20),
    )  # fmt: skip
    browser, path = signed_in(head), "/plan/papers/set-aside/"
    both = {"item": [certificate.pk, second.pk]}
    browser.post(path, both)
    assert Paper.objects.watched().count() == 2
    browser.post(path, {**both, "why": "离职"})
    assert set(Paper.objects.values_list("set_aside_why", flat=True)) == {"离职"}
    browser.post(path, {**both, "why": "离职"})
    assert Paper.objects.watched().count() == 0


def test_whoever_does_not_keep_a_paper_cannot_select_it(signed_in, certificate, teacher):
    browser = signed_in(teacher)
    assert [row.can_be_selected for row in browser.get("/plan/papers/").context["rows"]] == [False]
    sent = {"item": certificate.pk, "why": "离职"}
    assert browser.post("/plan/papers/set-aside/", sent).status_code == 403
    assert Paper.objects.watched().count() == 1
