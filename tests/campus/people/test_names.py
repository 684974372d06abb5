"""Names as they are typed, and who writes them."""

import pytest

from campus.models import Person
from campus.people import actions, tasks
from campus.people.names import pinyin_of


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("林暮云", "lmy linmuyun"), ("单雄", "sx shanxiong"), ("曾清和", "zqh zengqinghe"),
        ("仇英", "qy qiuying"), ("解明", "xm xieming"), ("区若溪", "orx ouruoxi"),
        ("尉迟远山", "ycys yuchiyuanshan"), ("欧阳静", "oyj ouyangjing"), ("吕布", "lb lvbu"),
        ("令狐", "lh linghu"), ("阿依古丽·买买提", "ayglmmt ayigulimaimaiti"),
        ("John O’Neill", "jon johnoneill"), ("Ａ三", "as asan"), ("", ""),
    ],
)  # fmt: skip
def test_a_name_is_found_by_its_initials_and_in_full(name, typed):
    assert pinyin_of(name) == typed


def test_whoever_is_enrolled_has_it(db):
    [person] = actions.enrol([Person(number="1", name="单雄", kind="staff", password="!")])
    assert Person.objects.get(pk=person.pk).pinyin == "sx shanxiong"


def test_names_from_before_get_it_at_night(head, teacher):
    Person.objects.filter(pk=head.pk).update(pinyin="kept")
    tasks.spell_names()
    found = Person.objects.order_by("number").values_list("number", "pinyin")
    assert list(found) == [("T001", "kept"), ("T005", "xzy xuzhiyan")]
