"""Names as they are typed on a keyboard: in pinyin, by initials and in full."""

import re
import unicodedata

# Surnames that are read otherwise than the same characters in words; those of two characters too.
SURNAMES = {
    "万俟": ["mo", "qi"], "尉迟": ["yu", "chi"], "长孙": ["zhang", "sun"], "澹台": ["tan", "tai"],
    "令狐": ["ling", "hu"], "单于": ["chan", "yu"], "鲜于": ["xian", "yu"], "夏侯": ["xia", "hou"],
    "单": ["shan"], "曾": ["zeng"], "解": ["xie"], "仇": ["qiu"], "查": ["zha"], "区": ["ou"],
    "朴": ["piao"], "盖": ["ge"], "缪": ["miao"], "翟": ["zhai"], "乐": ["yue"], "员": ["yun"],
    "覃": ["qin"], "召": ["shao"], "折": ["she"], "黑": ["he"], "秘": ["bi"], "重": ["chong"],
    "种": ["chong"], "繁": ["po"], "隗": ["wei"], "郇": ["xun"], "牟": ["mu"], "佴": ["nai"],
    "洗": ["xian"], "卜": ["bu"], "祭": ["zhai"], "乜": ["nie"], "阚": ["kan"],
}  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+|[^\sa-z0-9·・.\-'’]+")
_LONGEST = 500


def pinyin_of(name: str) -> str:
    """Initials and the whole in pinyin, parted by a blank: 林暮云 gives "lmy linmuyun".

    Words in Latin letters count as one syllable each; marks between them are left out.
    """
    syllables = syllables_of(unicodedata.normalize("NFKC", name).casefold())
    initials = "".join(syllable[0] for syllable in syllables)
    return f"{initials} {''.join(syllables)}"[:_LONGEST].strip()


def syllables_of(name: str) -> list[str]:
    """The readings of the name's characters, the surname's own reading first."""
    surname = next((name[:length] for length in (2, 1) if name[:length] in SURNAMES), "")
    return [*SURNAMES.get(surname, []), *readings(name[len(surname) :])]


def readings(characters: str) -> list[str]:
    # Its dictionary takes a while to load, and most processes never need it.
    from pypinyin import lazy_pinyin  # noqa: PLC0415  # see above

    return [reading for each in _WORD.findall(characters) for reading in lazy_pinyin(each)]
