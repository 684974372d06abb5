"""The page of what is promised, and the school's own figures."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from campus.cases import actions
from campus.cases.promises import shipped_rule
from campus.cases.registry import KINDS
from campus.cases.rule_views import duration, in_words
from campus.models import PromiseRule

ANSWER = "/rules/promises/enquiry/answer/normal/"
TYPED = {"minutes": "4", "warn_minutes": "0.5", "escalate_minutes": "0, 2"}


def own() -> list[tuple[str, str, str, int | None, int, list[int]]]:
    return list(
        PromiseRule.objects.values_list(
            "case_kind", "promise", "priority", "minutes", "warn_minutes", "escalate_minutes"
        )
    )


@pytest.mark.parametrize(
    ("minutes", "hours", "words"),
    [
        (480, "office", "1 working day"),
        (120, "office", "2 hours"),
        (90, "office", "1 hour 30 minutes"),
        (480, "boarding", "8 hours"),
        (1440, "clock", "1 day"),
    ],
)
def test_minutes_are_told_as_people_say_them(minutes, hours, words):
    with translation.override("en"):
        assert duration(minutes, hours) == words


def test_the_page_has_a_line_for_each_promise_at_each_priority(signed_in, head):
    lines = signed_in(head).get("/rules/promises/").context["lines"]
    shown = {(line.kind.name, line.promised.name, line.priority) for line in lines}
    assert shown >= {
        ("enquiry", "answer", "normal"), ("enquiry", "answer", "urgent"),
        ("action", "done", "normal"), ("action", "done", "urgent"),
    }  # fmt: skip
    assert [line.promised.source for line in lines if not line.promised.source] == []


def test_own_figures_hold_from_then_on_and_the_shipped_ones_again(signed_in, administrator):
    browser = signed_in(administrator)
    assert browser.post(ANSWER, TYPED).status_code == 302
    assert own() == [("enquiry", "answer", "normal", 240, 30, [0, 120])]
    browser.post(ANSWER, TYPED | {"minutes": "16"})
    assert own() == [("enquiry", "answer", "normal", 960, 30, [0, 120])]
    browser.post(f"{ANSWER}shipped/")
    kind = KINDS["enquiry"]
    assert (own(), shipped_rule(kind, kind.promise("answer"), "normal").minutes) == ([], 480)


def test_a_promise_by_agreement_has_warnings_alone(signed_in, head):
    path = "/rules/promises/action/done/normal/"
    browser = signed_in(head)
    assert list(browser.get(path).context["form"].fields) == ["warn_minutes", "escalate_minutes"]
    browser.post(path, {"warn_minutes": "16", "escalate_minutes": ""})
    assert own() == [("action", "done", "normal", None, 960, [])]
    assert len(in_words(PromiseRule.objects.get(), "office")) == 3


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"minutes": "bald"}, "minutes"),
        ({"minutes": "0"}, "minutes"),
        ({"minutes": "NaN"}, "minutes"),
        ({"minutes": "99999"}, "minutes"),
        ({"warn_minutes": "4"}, "warn_minutes"),
        ({"warn_minutes": "-1"}, "warn_minutes"),
        ({"escalate_minutes": "1,2,3,4,5"}, "escalate_minutes"),
    ],
)
def test_a_slip_is_told_at_its_field(signed_in, head, wrong, field):
    answer = signed_in(head).post(ANSWER, TYPED | wrong)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert own() == []


def test_only_head_and_administrators_change_what_is_promised(
    signed_in, head, administrator, dispatcher, pupil
):
    codes = [
        (signed_in(person).get("/rules/promises/").status_code,
         signed_in(person).post(ANSWER, TYPED).status_code)
        for person in (head, administrator, dispatcher, pupil)
    ]  # fmt: skip
    assert codes == [(200, 302), (200, 302), (403, 403), (403, 403)]


@pytest.mark.parametrize("path", ["none/answer/normal", "enquiry/none/normal", "enquiry/answer/x"])
def test_what_is_not_promised_has_no_page(signed_in, head, path):
    assert signed_in(head).get(f"/rules/promises/{path}/").status_code == 404


def test_a_rule_without_figures_is_no_rule_where_figures_are_promised(head):
    rule = PromiseRule(case_kind="enquiry", promise="answer", priority="normal", warn_minutes=0)
    with pytest.raises(ValidationError):
        actions.change_rule(rule, by=head, at=timezone.now())
