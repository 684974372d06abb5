"""The pages of imports and of first passwords."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.html import escape

from campus.models import Job, Person, PupilAccess, RosterImport, SchoolClass
from tests.campus.rosters.school import (
    AT,
    PUPILS,
    SCHOOL,
    applied,
    imported,
    read,
    roster,
    taken_back,
    worked,
)

IMPORTS, UPLOAD = reverse("rosters:imports"), reverse("rosters:upload")
SLIPS, PRINT = reverse("rosters:slips"), reverse("rosters:slips_print")
VERBS = ("import_apply", "import_read_again", "import_take_back", "import_throw_away")


@pytest.fixture
def browser(signed_in, administrator):
    client = signed_in(administrator)
    client.cookies["django_language"] = "en"
    return client


def upload(browser, data: bytes, name: str = "roster.xlsx", **ticked):
    return browser.post(UPLOAD, {"file": SimpleUploadedFile(name, data), **ticked})


def test_an_upload_leads_to_its_page_with_its_progress(browser):
    answer = upload(browser, roster(), staff_complete="on")
    taken = RosterImport.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, taken.get_absolute_url())
    assert (taken.complete, taken.file_name) == (["staff"], "roster.xlsx")
    page = browser.get(taken.get_absolute_url()).content.decode()
    assert "<progress" in page
    assert 'hx-trigger="every 1s"' in page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"MZ\x90\x00", "This is a program, whatever its name says. It is not opened."),
        (b"", "The submitted file is empty."),
    ],
)
def test_what_is_no_table_is_refused_at_the_field(browser, data, sentence):
    answer = upload(browser, data)
    assert (answer.status_code, answer.context["form"].errors) == (422, {"file": [sentence]})
    assert not RosterImport.objects.exists()


def test_every_bad_row_stands_on_the_page(browser, administrator):
    pupils = [PUPILS, ["1", "", "高一", "1"], ["2", "叶", "高一", "火箭班"]]
    taken = read(roster(班级=SCHOOL["班级"], 学生=pupils), administrator)
    answer = browser.get(taken.get_absolute_url())
    assert [fault.row for fault in answer.context["faults"]] == [2, 3]
    assert escape("“火箭班” is not a class. Write its number, such as 3 or 3班.") in (
        answer.content.decode()
    )


def test_the_changes_are_listed_by_what_happens_and_by_sheet(browser, administrator):
    taken = read(roster(), administrator)
    answer = browser.get(taken.get_absolute_url())
    assert (answer.context["what"], answer.context["page"].paginator.count) == ("added", 8)
    answer = browser.get(taken.get_absolute_url(), {"what": "added", "kind": "duties"})
    [line] = answer.context["page"]
    assert (line.title, line.number, line.about) == (
        "单雄", "T100", "Class teacher · Grade 10 class 1 · since 2025-09-01",
    )  # fmt: skip
    assert browser.get(taken.get_absolute_url(), {"what": "x", "page": "9"}).status_code == 200


def test_old_and_new_of_each_field_are_shown(browser, administrator):
    imported(roster(), administrator)
    pupils = [PUPILS, ["20250101", "林慕云", "高一", "2"]]
    taken = read(roster(学生=pupils), administrator)
    [line] = browser.get(taken.get_absolute_url()).context["page"]
    assert [(each.label, each.old, each.new) for each in line.fields] == [
        ("Full name", "林暮云", "林慕云"), ("Class", "Grade 10 class 1", "Grade 10 class 2"),
    ]  # fmt: skip


def test_the_way_from_the_button_to_the_school_and_back(browser, administrator):
    taken = read(roster(), administrator)
    for verb, state in (("import_apply", "applied"), ("import_take_back", "taken_back")):
        answer = browser.post(reverse(f"rosters:{verb}", args=[taken.pk]))
        assert answer.headers["Location"] == taken.get_absolute_url()
        taken = worked(RosterImport.objects.get(pk=taken.pk))
        assert taken.state == state
        assert browser.get(taken.get_absolute_url()).status_code == 200


def test_an_import_can_be_read_again_or_thrown_away(browser, administrator):
    taken = read(roster(), administrator)
    browser.post(reverse("rosters:import_read_again", args=[taken.pk]))
    taken.refresh_from_db()
    assert taken.state == "reading"
    worked(taken)
    answer = browser.post(reverse("rosters:import_throw_away", args=[taken.pk]))
    taken.refresh_from_db()
    assert (answer.headers["Location"], taken.state, taken.file) == (IMPORTS, "let_go", "")
    assert browser.get(taken.get_absolute_url()).status_code == 200


def test_many_leavers_want_a_tick_on_the_page(browser, administrator):
    imported(roster(), administrator)
    pupils = [PUPILS, ["20250101", "林暮云", "高一", "1"]]
    taken = read(roster(学生=pupils), administrator, complete=["pupils"])
    answer = browser.get(taken.get_absolute_url())
    assert (answer.context["many_leave"], answer.context["leaving"]) == (
        True, [("Pupils", 1, 2)],
    )  # fmt: skip
    path = reverse("rosters:import_apply", args=[taken.pk])
    browser.post(path)
    assert Job.objects.filter(kind="rosters.apply", state="waiting").count() == 0
    browser.post(path, {"sure": "on"})
    assert Job.objects.filter(kind="rosters.apply", state="waiting").count() == 1


def test_the_head_looks_on_and_others_see_nothing(signed_in, administrator, head, teacher, pupil):
    taken = imported(roster(), administrator)
    page = taken.get_absolute_url()
    paths = [IMPORTS, page, reverse("rosters:template"), reverse("rosters:export"), SLIPS]
    seen = {
        who: [signed_in(who).get(path).status_code for path in paths]
        for who in (administrator, head, teacher, pupil)
    }
    assert seen == {
        administrator: [200, 200, 200, 200, 200],
        head: [200, 200, 403, 403, 403],
        teacher: [403, 404, 403, 403, 403],
        pupil: [403, 404, 403, 403, 403],
    }
    verbs = [UPLOAD, PRINT, *(reverse(f"rosters:{verb}", args=[taken.pk]) for verb in VERBS)]
    done = {
        who: [signed_in(who).post(path).status_code for path in verbs] for who in (head, teacher)
    }
    assert done == {head: [403] * 6, teacher: [403, 403, 404, 404, 404, 404]}


def test_the_page_asks_as_much_for_many_rows_as_for_few(
    browser, administrator, django_assert_num_queries
):
    pupils = [PUPILS, *([f"{n}", f"生{n}", "高一", "1"] for n in range(60))]
    few = applied(read(roster(), administrator), administrator)
    many = read(roster(班级=SCHOOL["班级"], 学生=pupils), administrator)
    taken_back(few, administrator)
    for each in (few, many):
        # Person, duties, unread; the import, its changes counted and one page of them.
        with django_assert_num_queries(6):
            browser.get(each.get_absolute_url())
    with django_assert_num_queries(5):
        browser.get(IMPORTS)


def test_slips_are_made_once_and_shown_once(browser, administrator):
    imported(roster(), administrator)
    school_class = SchoolClass.objects.get(number=1)
    rows = browser.get(SLIPS).context["rows"]
    assert [(str(group.unit), none, unused) for group, none, unused in rows] == [
        ("Grade 10 class 1", 1, 0), ("Grade 10 class 2", 1, 0), ("后勤服务处", 1, 0),
    ]  # fmt: skip
    answer = browser.post(PRINT, {"school_class": school_class.pk})
    [(person, password)] = answer.context["given"]
    assert (person.number, answer.status_code) == ("20250101", 200)
    assert "no-store" in answer.headers["Cache-Control"]
    pupil = Person.objects.get(number="20250101")
    assert list(PupilAccess.objects.values_list("what", "pupils")) == [("paper", [pupil.pk])]
    assert (pupil.check_password(password), pupil.must_change_password) == (True, True)
    again = browser.post(PRINT, {"school_class": school_class.pk})
    assert again.headers["Location"] == SLIPS
    assert Person.objects.get(number="20250101").check_password(password)


def test_slips_that_were_lost_are_made_anew_for_whoever_never_signed_in(browser, administrator):
    imported(roster(), administrator)
    school_class = SchoolClass.objects.get(number=1)
    Person.objects.create(number="1", name="叶", kind="pupil", school_class=school_class)
    first = browser.post(PRINT, {"school_class": school_class.pk}).context["given"]
    Person.objects.filter(number="1").update(last_login=AT)
    again = browser.post(PRINT, {"school_class": school_class.pk, "again": "1"}).context["given"]
    assert [person.number for person, _password in again] == ["20250101"]
    assert first[-1][1] != again[0][1]


def test_slips_are_for_one_group_at_a_time(browser, administrator):
    imported(roster(), administrator)
    school_class = SchoolClass.objects.get(number=1)
    for typed in ({}, {"school_class": school_class.pk, "nowhere": "1"}, {"department": "0"}):
        assert browser.post(PRINT, typed).headers["Location"] == SLIPS
    assert not Person.objects.get(number="20250101").has_usable_password()


def test_people_who_belong_nowhere_get_their_slips_too(browser):
    Person.objects.create(number="T7", name="叶听澜", kind="staff", password="!")
    given = browser.post(PRINT, {"nowhere": "1"}).context["given"]
    assert [person.number for person, _password in given] == ["T7"]
