"""Samples: of every dish, heavy enough, kept long enough, sealed where somebody fell ill."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campus.models import InboxEntry
from canteen.actions import samples as actions
from canteen.actions import standards
from canteen.models import Dish, FoodSample
from tests.canteen.conftest import AT, MONDAY, moment, refused

MEAL = f"?day={MONDAY}&meal=lunch"
TUESDAY = MONDAY + timedelta(days=1)
LUNCH: dict[str, Any] = {"day": MONDAY, "meal": "lunch"}


@pytest.fixture
def sample(item, canteen, food_officer) -> FoodSample:
    """Taken at nine on Monday."""
    return actions.take(
        canteen, **LUNCH, dishes=[item.dish], grams=130, fridge="一号", by=food_officer, at=AT
    )[0]


def test_a_sample_weighs_and_lasts_what_the_rules_ask_for(
    canteen, dish, food_officer, sample, manager
):
    take: dict[str, Any] = {"dishes": [Dish.objects.create(name="b")], "by": food_officer, "at": AT}
    with refused("125"):
        actions.take(canteen, **LUNCH, grams=124, **take)
    with pytest.raises(IntegrityError), transaction.atomic():
        FoodSample.objects.update(grams=124)
    with pytest.raises(IntegrityError), transaction.atomic():
        FoodSample.objects.update(keep_until=AT + timedelta(hours=47))
    standards.write_standards(sample_grams=200, by=manager, at=AT)
    with refused("200"):
        actions.take(canteen, **LUNCH, grams=130, **take)
    with pytest.raises(ValidationError):
        standards.write_standards(sample_grams=100, by=manager, at=AT)
    with refused("already"):
        actions.take(canteen, **LUNCH, grams=250, dishes=[dish], by=food_officer, at=AT)
    with refused("to come"):
        actions.take(canteen, day=TUESDAY, meal="lunch", grams=250, **take)


def test_it_is_checked_by_another_and_disposed_of_when_its_time_is_over(
    sample, food_officer, manager
):
    with refused("Somebody else"):
        actions.check([sample], by=food_officer, at=AT)
    actions.check([sample], by=manager, at=AT)
    with refused("not over"):
        actions.dispose([sample], by=manager, at=moment(11, 5, 8))
    actions.dispose([sample], by=manager, at=moment(11, 5, 9))
    with refused("already"):
        actions.dispose([sample], by=manager, at=moment(11, 5, 9))


def test_a_sealed_sample_stays(sample, canteen, manager, head):
    seal: dict[str, Any] = {**LUNCH, "why": "三人腹泻", "by": manager, "at": AT}
    assert actions.seal(canteen, **seal) == [sample]
    with refused("left to be sealed"):
        actions.seal(canteen, **seal)
    late = moment(11, 9, 9)
    with refused("sealed"):
        actions.dispose([sample], by=manager, at=late)
    with pytest.raises(IntegrityError), transaction.atomic():
        FoodSample.objects.update(disposed_at=late, disposed_by=manager)
    actions.dispose([actions.release(sample, by=head, at=late)], by=manager, at=late)


def test_whoever_answers_is_told_once_of_what_lacks_a_sample_before_the_meal_is_over(
    item, canteen, food_officer, manager, served
):
    served(dish=Dish.objects.create(name="b"))
    for minute, told in ((5, 0), (25, 1), (30, 1)):
        assert actions.remind_of_missing(at=moment(11, 3, 12, minute)) == told
    entries = InboxEntry.objects.select_related("notice")
    told_of = {(each.person, each.notice.facts["count"]) for each in entries}
    assert told_of == {(food_officer, 2), (manager, 2)}
    dishes = [item.dish, Dish.objects.get(name="b")]
    actions.take(canteen, **LUNCH, dishes=dishes, grams=125, by=manager, at=AT)
    assert actions.remind_of_missing(at=moment(11, 3, 12, 40)) == 0


def test_the_missing_samples_of_a_meal_are_taken_with_one_press(
    signed_in, item, served, food_officer, teacher, canteen
):
    served(dish=Dish.objects.create(name="汤"), price=Decimal(1))
    client, path = signed_in(food_officer), f"/canteen/samples/day/{MEAL}"
    assert signed_in(teacher).get(path).status_code == 403
    dishes = [str(each.pk) for each in Dish.objects.all()]
    slip = client.post(path, {"dishes": dishes, "grams": "100"})
    assert (slip.status_code, set(slip.context["form"].errors)) == (422, {"grams"})
    client.post(path, {"dishes": dishes, "grams": "125", "fridge": "一号"})
    assert FoodSample.objects.count() == 2
    assert client.get(path).context["missing"] == 0


def test_the_page_of_a_suspicion_has_all_there_is_and_leads_to_an_incident(
    signed_in, sample, manager, canteen, head
):
    client = signed_in(manager)
    page = client.get(f"/canteen/suspicion/{MEAL}")
    assert "红烧肉" in page.content.decode()
    form = client.get(page.context["incident_path"]).context["form"]
    assert (form.initial["domain"], form.initial["place"]) == ("food", canteen.place.code)
    assert client.post(f"/canteen/suspicion/seal/{MEAL}", {"why": ""}).status_code == 422
    client.post(f"/canteen/suspicion/seal/{MEAL}", {"why": "腹泻"})
    client.post(f"/canteen/suspicion/diners/{MEAL}", {"diners": "420"})
    shown = client.get(f"/canteen/suspicion/{MEAL}").context
    assert (shown["to_seal"], shown["count"].diners) == ([], 420)
    release = f"/canteen/samples/{sample.pk}/release/"
    assert client.post(release).status_code == 403
    assert signed_in(head).post(release).status_code == 302
