"""A hazard comes from what an inspection has found, or from another area's case."""

import pytest

from campus.cases.actions import raise_case
from campus.models import Attachment
from inspections.actions import walking
from inspections.models import Finding
from repairs.models import Category, Ticket
from safety.models import Hazard
from tests.inspections.conftest import FAULT, lay, line
from tests.safety.conftest import AT


@pytest.fixture
def finding(stairs, safety_officer) -> Finding:
    """A locked exit, found on a walk."""
    checklist = lay("防火巡查", line("出口畅通"))
    walk = walking.start_at(checklist, place=stairs, by=safety_officer, at=AT)
    item = walk.version.items.get()
    walking.answer(walk, item, FAULT, by=safety_officer, at=AT)
    walk.refresh_from_db()
    walking.finish(walk, by=safety_officer, at=AT)
    return Finding.objects.get()


@pytest.fixture
def ticket(stairs, teacher) -> Ticket:
    light = Category.objects.get(code="light")
    return raise_case(Ticket, by=teacher, at=AT, place=stairs, category=light, title="插座冒火花")


def test_a_finding_leads_to_the_register_once(signed_in, finding, safety_officer, stairs):
    browser = signed_in(safety_officer)
    way = f"/safety/hazards/new/?origin=finding%3A{finding.pk}"
    assert way in browser.get(finding.get_absolute_url()).content.decode()
    form = browser.get(way).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields if name != "attachments"}
    typed["place"] = stairs.code
    assert browser.post(way, typed).status_code == 302
    hazard = Hazard.objects.get()
    assert (hazard.origin, hazard.place, hazard.source) == (finding, stairs, "inspection")
    again = browser.get(way)
    assert again.url == f"/safety/hazards/{hazard.pk}/"
    assert hazard.number in browser.get(finding.get_absolute_url()).content.decode()
    assert str(finding) in browser.get(again.url).content.decode()


def test_the_risk_that_a_ticket_has_shown_goes_on_as_a_hazard(
    signed_in, ticket, technician, dispatcher, pupil
):
    browser = signed_in(dispatcher)
    way = f"/safety/hazards/new/?origin=ticket%3A{ticket.pk}"
    assert way in browser.get(f"/repairs/{ticket.pk}/").content.decode()
    form = browser.get(way).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields if name != "attachments"}
    browser.post(way, typed | {"place": ticket.place.code if ticket.place else ""})
    hazard = Hazard.objects.get()
    assert (hazard.origin, hazard.source, hazard.title) == (ticket, "repair", "插座冒火花")
    assert ticket.status == "reported"
    assert hazard.number in browser.get(f"/repairs/{ticket.pk}/").content.decode()


@pytest.mark.parametrize("guessed", ["finding:999", "ticket:999", "hazard:1", "x", "finding:-1"])
def test_a_guessed_origin_is_as_if_it_had_not_been_asked_for(signed_in, pupil, ticket, guessed):
    page = signed_in(pupil).get(f"/safety/hazards/new/?origin={guessed}")
    assert (page.status_code, page.context["form"]["title"].value()) == (200, None)


def test_a_pupil_registers_nothing_from_a_ticket_that_they_do_not_see(signed_in, pupil, ticket):
    page = signed_in(pupil).get(f"/safety/hazards/new/?origin=ticket:{ticket.pk}")
    assert page.context["form"]["title"].value() is None
    assert not Attachment.objects.exists()
