"""Other systems: for whom they are, safe addresses alone, the last six remembered."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campus.models import Role
from logistics.launcher import actions
from logistics.launcher.models import LinkedSystem, RecentUse

AT = timezone.now() - timedelta(days=1)


@pytest.fixture
def add(administrator):
    """`add("教务", roles=[Role.HEAD])`: a system for everybody unless said otherwise."""

    def added(name: str = "教务系统", **facts: Any) -> LinkedSystem:
        facts = {"address": "https://jw.school.example/", **facts}
        return actions.write_system(
            LinkedSystem(), name=name, by=administrator, at=AT, **facts
        )  # fmt: skip

    return added


def names(client: Any, query: str = "") -> list[str]:
    groups = client.get(f"/systems/{query}").context["groups"]
    return [system.name for _group, tiles in groups for system in tiles]


def test_each_sees_the_systems_for_their_sort_and_roles(
    signed_in, add, head, teacher, pupil, administrator
):
    add("图书馆")
    add("报销", shown_to="staff")
    add("选课", shown_to="pupils")
    add("监控", shown_to="staff", roles=[Role.HEAD])
    add("旧系统", is_offered=False)
    seen = {person.name: set(names(signed_in(person))) for person in (head, teacher, pupil)}
    assert seen == {
        head.name: {"图书馆", "报销", "监控"}, teacher.name: {"图书馆", "报销"},
        pupil.name: {"图书馆", "选课"},
    }  # fmt: skip
    hidden = LinkedSystem.objects.get(name="监控")
    assert signed_in(teacher).get(f"/systems/{hidden.pk}/open/").status_code == 404
    kept = signed_in(administrator).get("/systems/list/").content.decode()
    assert "旧系统" in kept


@pytest.mark.parametrize(
    "address",
    [
        "http://jw.school.example/", "javascript:alert(1)", "//evil.example/", "jw.school.example",
        "/\\evil.example", "https://", "https:///x", "https://user:word@evil.example/", "data:x",
        "https://a b.example/", " javascript:alert(1)", "https://x.example/\nSet-Cookie:x", "/a b",
        "HTTPS://x.example/", "ftp://x.example/", "",
    ],
)  # fmt: skip
def test_only_https_and_own_paths_are_addresses(signed_in, add, administrator, address):
    sent = {"name": "x", "address": address, "icon": "apps", "shown_to": "all", "order": "1"}
    answer = signed_in(administrator).post("/systems/list/new/", sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["address"])
    with pytest.raises(ValidationError):
        add(address=address)
    system = add()
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkedSystem.objects.filter(pk=system.pk).update(address=address)


@pytest.mark.parametrize(
    "address",
    ["https://jw.school.example", "https://x.example:8443/a?b=c#d", "/", "/calendar/?week=1"],
)
def test_addresses_that_are_taken_are_opened(signed_in, add, pupil, address):
    system = add(address=address)
    answer = signed_in(pupil).get(f"/systems/{system.pk}/open/")
    assert (answer.status_code, answer.headers["Location"]) == (302, address)


def test_tiles_open_apart_and_tell_nothing(signed_in, add, teacher):
    system = add()
    page = signed_in(teacher).get("/systems/").content.decode()
    link = page.partition(f'href="/systems/{system.pk}/open/"')[2].partition(">")[0]
    assert link == ' target="_blank" rel="noopener noreferrer"'
    assert "jw.school.example" not in page


def test_the_last_six_of_a_person_are_remembered_and_no_more(signed_in, add, pupil, head):
    systems = [add(f"系统{number}") for number in range(8)]
    for minutes, system in enumerate([*systems, systems[3]]):
        actions.note_use(system, by=pupil, at=AT + timedelta(minutes=minutes))
    actions.note_use(systems[0], by=head, at=AT)
    signed_in(pupil).get(f"/systems/{systems[5].pk}/open/")
    recent = signed_in(pupil).get("/systems/").context["recent"]
    assert [system.name for system in recent] == [
        "系统5", "系统3", "系统7", "系统6", "系统4", "系统2",
    ]  # fmt: skip
    assert RecentUse.objects.filter(person=pupil).count() == actions.KEPT
    fields = {field.name for field in RecentUse._meta.fields}
    assert fields == {"id", "person", "system", "at"}
    actions.write_system(systems[5], shown_to="staff", by=head, at=AT)
    recent = signed_in(pupil).get("/systems/").context["recent"]
    assert "系统5" not in {system.name for system in recent}
    actions.remove_system(systems[3], by=head, at=AT)
    assert RecentUse.objects.filter(person=pupil).count() == actions.KEPT - 1


def test_the_search_looks_at_name_group_and_remark(signed_in, add, teacher):
    add("教务系统", note="课表", group="教学")
    add("邮箱", group="办公")
    client = signed_in(teacher)
    found = {words: names(client, f"?q={words}") for words in ("课表", "办公", "教务 教学", "无")}
    assert found == {"课表": ["教务系统"], "办公": ["邮箱"], "教务 教学": ["教务系统"], "无": []}


def test_the_list_is_kept_by_administrators_and_the_head(
    signed_in, add, head, administrator, teacher, pupil
):
    system = add()
    sent = {"name": "教务", "address": "https://x.example/", "icon": "school", "shown_to": "staff",
            "roles": ["head"], "order": "1", "is_offered": "on"}  # fmt: skip
    path = f"/systems/list/{system.pk}/"
    for person in (teacher, pupil):
        assert signed_in(person).post(path, sent).status_code == 403
        assert signed_in(person).get("/systems/list/").status_code == 403
    signed_in(head).post(path, sent)
    system.refresh_from_db()
    assert (system.name, system.roles, system.roles_in_words) == ("教务", ["head"], "后勤负责人")
    wrong = signed_in(head).post(path, sent | {"roles": ["king"], "icon": "moon"})
    assert (wrong.status_code, set(wrong.context["form"].errors)) == (422, {"roles", "icon"})
    with pytest.raises(ValidationError):
        actions.write_system(system, roles=["king"], by=head, at=AT)
    signed_in(administrator).post(f"{path}remove/")
    assert not LinkedSystem.objects.exists()


def test_the_page_asks_as_much_for_many_systems(signed_in, add, head):
    client = signed_in(head)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get("/systems/")
        return len(queries)

    actions.note_use(add("系统"), by=head, at=AT)
    asked()
    few = asked()
    for number in range(3):
        actions.note_use(add(f"系统{number}"), by=head, at=AT)
    assert (asked(), few <= 12) == (few, True)
