"""Numbers of headings, made by level: 一、（一）1.（1）as official documents have them
(GB/T 9704-2012); in English 1. 1.1 1.1.1 (1)."""

from dataclasses import dataclass, field

DIGITS = "〇一二三四五六七八九"
CHINESE, ENGLISH = "zh-hans", "en"
LEVELS = 4


def chinese(number: int) -> str:
    """一, 十, 十二, 二十, 三十一; from 1 to 99."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return ten + (DIGITS[ones] if ones else "")


@dataclass
class Numbers:
    """Counts headings: each level begins anew below the one above it."""

    language: str
    counts: list[int] = field(default_factory=lambda: [0] * LEVELS)

    def next(self, level: int) -> str:
        """The number of the next heading of a level from 1 to 4."""
        self.counts[level - 1] += 1
        self.counts[level:] = [0] * (LEVELS - level)
        return self.words(level)

    def words(self, level: int) -> str:
        number = self.counts[level - 1]
        if self.language == CHINESE:
            return (
                f"{chinese(number)}、",
                f"（{chinese(number)}）",
                f"{number}.",
                f"（{number}）",
            )[level - 1]
        above = ".".join(str(max(each, 1)) for each in self.counts[:level])
        return (f"{above}.", above, above, f"({number})")[level - 1]
