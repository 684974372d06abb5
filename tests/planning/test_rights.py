"""Who may plan, who may move an item, who may read how it goes."""

import pytest

from planning import rights
from planning.models import PlanDraft, PlanItem
from tests.conftest import make_person
from tests.planning.school_plan import EXAMS, item_of

CAST = ("head", "safety_officer", "technician", "administrator", "teacher", "pupil")


@pytest.fixture
def cast(request):
    return {name: request.getfixturevalue(name) for name in CAST}


def allowed(cast, may) -> set[str]:
    return {name for name, person in cast.items() if may(person)}


def test_only_the_head_plans(cast):
    assert allowed(cast, rights.can_plan) == {"head"}


def test_only_staff_read_the_progress(cast):
    assert allowed(cast, rights.can_read_progress) == set(CAST) - {"pupil"}


def test_the_head_and_the_staff_of_the_lead_unit_move_an_item(cast, drill):
    may = allowed(cast, lambda person: rights.can_move(person, drill))
    assert may == {"head", "safety_officer", "technician"}


def test_its_owner_moves_an_item_of_another_unit(cast, plan, teacher):
    exams = item_of(plan, EXAMS.title)
    assert not rights.can_move(teacher, exams)
    exams.owner = teacher
    assert rights.can_move(teacher, exams)


def test_somebody_without_a_department_is_no_units_staff(plan, db):
    stray = make_person("T099", "游子安")
    assert not rights.can_move(stray, plan.items.first())


def test_every_refusal_says_why(cast, drill):
    pupil = cast["pupil"]
    answers = [
        rights.can_plan(pupil), rights.can_move(pupil, drill), rights.can_read_progress(pupil),
    ]  # fmt: skip
    assert [bool(str(answer.reason)) for answer in answers] == [True, True, True]


def test_drafts_are_the_heads(cast, draft):
    seen = allowed(cast, lambda person: PlanDraft.objects.visible_to(person).exists())
    assert seen == {"head"}


def test_pupils_see_what_is_to_take_place(pupil, plan, drill):
    PlanItem.objects.filter(pk=drill.pk).update(status="dropped", reason="今年不办")
    assert drill not in PlanItem.objects.visible_to(pupil)
    assert PlanItem.objects.visible_to(pupil).count() == plan.items.count() - 1


def test_who_has_left_sees_nothing(teacher, plan):
    teacher.is_active = False
    assert PlanItem.objects.visible_to(teacher).count() == 0
