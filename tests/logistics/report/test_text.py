"""Text in plain characters, numbers by level, two texts beside each other."""

import pytest

from logistics.report.comparing import Piece, changes, merged
from logistics.report.numbering import Numbers, chinese
from logistics.report.text import Heading, Paragraph, Table, Words, blocks_of, linked, tidied


def test_lines_are_paragraphs_headings_and_rows():
    text = tidied(
        "一段。\r\n# 九月  \n＃＃夜间\n| 事项 | 结果 |\n|---|:--|\n| [检修](/plan/items/1/) |\n末段"
    )
    assert blocks_of(text) == [
        Paragraph((Words("一段。"),)),
        Heading(1, "九月"),
        Heading(2, "夜间"),
        Table(("事项", "结果"), (((Words("检修", "/plan/items/1/"),), ()),)),
        Paragraph((Words("末段"),)),
    ]


@pytest.mark.parametrize(
    "path", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:x"]
)
def test_links_lead_to_pages_of_the_portal_alone(path):
    line = f"见[此处]({path})。"
    assert blocks_of(line) == [Paragraph((Words(line),))]


def test_words_of_a_record_mean_nothing_in_the_text():
    assert linked("a|b [c]\nd", "/x/") == "[a｜b 〔c〕 d](/x/)"


def test_headings_are_numbered_by_level():
    levels = (1, 2, 2, 3, 4, 4, 1, 2)
    found = {}
    for language in ("zh-hans", "en"):
        numbers = Numbers(language)
        found[language] = [numbers.next(level) for level in levels]
    assert found == {
        "zh-hans": ["一、", "（一）", "（二）", "1.", "（1）", "（2）", "二、", "（一）"],
        "en": ["1.", "1.1", "1.2", "1.2.1", "(1)", "(2)", "2.", "2.1"],
    }
    assert [chinese(number) for number in (1, 10, 12, 20, 31)] == [
        "一",
        "十",
        "十二",
        "二十",
        "三十一",
    ]


def test_a_changed_number_stands_out_and_not_the_sentence_around_it():
    old = "受理报修400件，按时率94%。很好。"
    assert changes(old, f"{old.replace('400', '412')}另有一句。") == [
        Piece("same", "受理报修"), Piece("out", "400"), Piece("in", "412"),
        Piece("same", "件，按时率94%。很好。"), Piece("in", "另有一句。"),
    ]  # fmt: skip
    assert changes("全不相同。", "Other words.") == [
        Piece("out", "全不相同。"), Piece("in", "Other words."),
    ]  # fmt: skip


BASE = "报修400件。费用2000元。\n说明。"


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        # Mine in between, theirs around it.
        ("报修400件。我的话。费用2000元。\n说明。", "报修412件。费用2100元。\n说明。\n新段。",
         "报修412件。我的话。费用2100元。\n说明。\n新段。"),
        # Both have changed one sentence: mine stays.
        ("报修四百件。费用2000元。\n说明。", "报修412件。费用2100元。\n说明。",
         "报修四百件。费用2100元。\n说明。"),
        # I have taken out what they have not touched.
        ("费用2000元。\n说明。", "报修400件。费用2100元。\n说明。", "费用2100元。\n说明。"),
        (BASE, "全新。", "全新。"),
        ("全新。", BASE, "全新。"),
    ],
)  # fmt: skip
def test_what_both_have_made_of_a_text_is_put_together(mine, theirs, both):
    assert merged(BASE, mine, theirs) == both
