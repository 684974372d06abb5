"""The calendar for other programs, read back by two libraries; for one person and nobody else."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from campus.agenda import Dated
from campus.feeds import actions as feeds
from campus.models import Person, Role
from logistics.calendar import feed, feed_views
from planning.actions import action_items, entries
from planning.models import CalendarEntry
from tests.conftest import make_person
from tests.planning.meetings import called

SHANGHAI = ZoneInfo("Asia/Shanghai")
STAMP = datetime(2025, 11, 3, 1, tzinfo=ZoneInfo("UTC"))
TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def nothing_remembered():
    cache.clear()


def thing(**facts) -> Dated:
    facts = {"title": "消防演练", "kind": "drill", "path": "/plan/items/7/", **facts}
    return Dated(**{"first": date(2025, 11, 9), "last": date(2025, 11, 9), **facts})


def stream(*things: Dated) -> bytes:
    return feed.written(things, name="云起高级中学后勤", stamp=STAMP)


def events(content: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(content).events)


def event(**facts) -> icalendar.Event:
    (found,) = events(stream(thing(**facts)))
    return found


# -- what an event says


def test_a_whole_day_ends_outside():
    found = event(last=date(2025, 11, 10))
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (
        date(2025, 11, 9), date(2025, 11, 11),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "end"),
    [
        ({"ends_at": time(15, 30)}, datetime(2025, 11, 9, 15, 30, tzinfo=SHANGHAI)),
        ({}, datetime(2025, 11, 9, 15, tzinfo=SHANGHAI)),
        ({"last": date(2025, 11, 10)}, datetime(2025, 11, 11, tzinfo=SHANGHAI)),
    ],
    ids=["its own end", "an hour", "to the end of the last day"],
)
def test_an_hour_is_told_in_school_time(facts, end):
    found = event(starts_at=time(14), **facts)
    assert found["dtstart"].params["TZID"] == "Asia/Shanghai"
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (
        datetime(2025, 11, 9, 14, tzinfo=SHANGHAI), end,
    )  # fmt: skip


def test_the_time_zone_is_described_wherever_it_is_used():
    timed = icalendar.Calendar.from_ical(stream(thing(starts_at=time(14))))
    assert [zone.tz_name for zone in timed.timezones] == ["Asia/Shanghai"]
    assert timed.get_missing_tzids() == set()


def test_it_names_page_place_and_kind_but_no_person(settings):
    settings.SITE_URL = "https://houqin.example"
    found = event(place="操场", unit="安全处", person="程远山")
    told = {name: str(found[name]) for name in ("uid", "url", "location", "description")}
    assert told == {
        "uid": "plan-items-7@houqin.example", "url": "https://houqin.example/plan/items/7/",
        "location": "操场", "description": "安全处",
    }  # fmt: skip
    assert "程远山" not in stream(thing(person="程远山")).decode()


def test_commas_lines_and_long_chinese_words_come_back_whole():
    title = "检查：食堂, 宿舍; \\实验室\n" + "消防" * 60
    content = stream(thing(title=title))
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert str(events(content)[0]["summary"]) == title
    assert vobject.readOne(content.decode()).vevent.summary.value == title


def test_a_second_library_reads_the_same(settings):
    settings.SITE_URL = "https://houqin.example"
    content = stream(thing(), thing(path="/plan/meetings/3/", starts_at=time(14)))
    found = vobject.readOne(content.decode()).vevent_list
    assert [(each.uid.value, each.dtstart.value, each.dtend.value) for each in found] == [
        ("plan-items-7@houqin.example", date(2025, 11, 9), date(2025, 11, 10)),
        (
            "plan-meetings-3@houqin.example", datetime(2025, 11, 9, 14, tzinfo=SHANGHAI),
            datetime(2025, 11, 9, 15, tzinfo=SHANGHAI),
        ),
    ]  # fmt: skip


def test_it_says_what_it_is_and_how_often_to_ask():
    read = icalendar.Calendar.from_ical(stream())
    told = [str(read[name]) for name in ("version", "calscale", "x-wr-calname", "x-wr-timezone")]
    assert told == ["2.0", "GREGORIAN", "云起高级中学后勤", "Asia/Shanghai"]
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in stream()


def test_the_same_things_have_the_same_fingerprint_and_uid():
    first, later = feed.fingerprint([thing()]), feed.fingerprint([thing(title="演练改期")])
    assert (first == feed.fingerprint([thing()]), first == later) == (True, False)
    assert feed.uid_of(thing()) == feed.uid_of(thing(title="演练改期"))


# -- whose calendar it is


def read(token: str, **headers: str):
    return Client(headers=headers).get(f"/feed/{token}.ics")


def summaries(answer) -> list[str]:
    return [str(each["summary"]) for each in events(answer.content)]


def write(by: Person, title: str, day: date = TODAY, **facts) -> CalendarEntry:
    return entries.create(
        title=title, kind="other", starts_on=day, ends_on=day, by=by, at=timezone.now(), **facts
    )


@pytest.fixture
def token(teacher) -> str:
    return feeds.renew(person=teacher, at=timezone.now())


def test_it_holds_what_the_calendar_shows_from_a_month_back_to_a_year_ahead(token, head, teacher):
    for title, days in (("太早", -31), ("上月", -30), ("今天", 0), ("明年", 365), ("太远", 366)):
        write(head, title, TODAY + timedelta(days))
    assert summaries(read(token)) == ["上月", "今天", "明年"]


def test_a_pupils_feed_holds_what_pupils_see(head, pupil):
    write(head, "给老师的")
    write(head, "给学生的", for_pupils=True)
    token = feeds.renew(person=pupil, at=timezone.now())
    assert summaries(read(token)) == ["给学生的"]


def test_a_meeting_stands_in_the_feeds_of_those_who_are_invited(head, teacher, technician):
    start = timezone.now().replace(microsecond=0) + timedelta(hours=30)
    called(head, teacher, starts_at=start, ends_at=start + timedelta(minutes=90))
    found = {
        person.name: summaries(read(feeds.renew(person=person, at=timezone.now())))
        for person in (teacher, technician)
    }
    assert found == {"许知言": ["安全工作例会"], "江小川": []}


def test_what_one_has_promised_is_told_by_its_number_alone(head, technician):
    day = TODAY + timedelta(days=20)
    action = action_items.raise_action(
        title="给林暮云换床板", owner=technician, due_on=day, by=head, at=timezone.now()
    )
    answer = read(feeds.renew(person=technician, at=timezone.now()))
    (found,) = events(answer.content)
    assert action.number in str(found["summary"])
    assert "林暮云" not in answer.content.decode()
    action_items.finish(action, words="完成", by=technician, at=timezone.now())
    assert summaries(read(feeds.renew(person=technician, at=timezone.now()))) == []


def test_no_pupil_is_named_whatever_stands_in_it(head, dispatcher):
    leader = make_person("20250302", "苏听澜", Role.DORM_LEADER, kind=Person.Kind.PUPIL)
    start = timezone.now() + timedelta(hours=30)
    called(head, leader, title="舍长会", starts_at=start, ends_at=start + timedelta(hours=1))
    content = read(feeds.renew(person=head, at=timezone.now())).content.decode()
    assert ("舍长会" in content, leader.name in content) == (True, False)


# -- the door


def test_it_is_read_without_signing_in_and_is_no_page(token, head):
    write(head, "今天")
    answer = read(token)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert answer["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("wrong", ["", "x", "A" * 43, "é"])
def test_any_other_token_opens_nothing(db, wrong):
    assert read(wrong or "-").status_code == 404


def test_after_its_person_has_left_it_opens_nothing(token, teacher):
    teacher.is_active = False
    teacher.save()
    assert read(token).status_code == 404


def test_whoever_has_it_already_is_sent_nothing(token, head):
    write(head, "今天")
    first = read(token)
    by_tag = read(token, if_none_match=first["ETag"])
    by_day = read(token, if_modified_since=first["Last-Modified"])
    assert [(each.status_code, each.content) for each in (by_tag, by_day)] == [(304, b"")] * 2
    assert read(token).content == first.content
    write(head, "又一个")
    assert read(token, if_none_match=first["ETag"]).status_code == 200


def test_a_device_gone_wild_is_told_to_wait(token, monkeypatch):
    monkeypatch.setattr(feed_views, "MOST_AN_HOUR", 2)
    assert [read(token).status_code for _ in range(4)] == [200, 200, 429, 429]


def test_too_much_keeps_the_nearest_days(token, head, teacher, monkeypatch):
    monkeypatch.setattr(feed, "MOST_EVENTS", 2)
    for days in (-9, 1, 2, 30):
        write(head, f"{days}", TODAY + timedelta(days))
    assert summaries(read(token)) == ["1", "2"]


# -- the page


def test_the_address_is_shown_once_and_then_opens_the_calendar(signed_in, teacher, head):
    write(head, "今天")
    browser = signed_in(teacher)
    assert browser.get("/calendar/subscribe/").context["address"] is None
    made = browser.post("/calendar/subscribe/renew/")
    address = made.context["https"]
    assert made.context["webcal"] == address.replace("http://", "webcal://")
    assert summaries(Client().get(address)) == ["今天"]
    assert browser.get("/calendar/subscribe/").context["https"] == ""
    assert "no-store" in made["Cache-Control"]


def test_stopped_on_the_page_it_is_dead(signed_in, teacher, token):
    signed_in(teacher).post("/calendar/subscribe/stop/")
    assert read(token).status_code == 404
