"""Sentences from figures, as an office writes them. What is nothing is not told."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from campus.figures import Line, Number, Value
from logistics.report.facts import Facts, Figures, Told
from logistics.report.text import tidied

# Between clauses, at the end of a sentence, between sentences; between problems of one area.
CHINESE, ENGLISH = ("，", "。", "", "；"), (", ", ".", " ", "; ")
TEN_THOUSAND = 10_000


class Story:
    """The paragraphs of one part, put together clause by clause; each figure that was told is kept
    with the list that proves it."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.between, self.stop, self.after, self.among = CHINESE if facts.is_chinese else ENGLISH
        self.paragraphs: list[str] = []
        self.problems: list[str] = []
        self.proofs: list[tuple[str, str]] = []

    # Clauses

    def count(self, figures: Figures, key: str, words: str, unit: str = "") -> str:
        """`words` with the figure as %(number)s; compared with the last semester where there is a
        `unit` to compare in. Empty where there is nothing."""
        line, value = figures.now[key], figures.value(key)
        if not value.number:
            return ""
        told = words % {"number": self.number(line, value.number)}
        before = figures.before.get(key)
        change = self.more_or_less(value.number, before, unit) if unit else ""
        return self.proved(line, value, self.together(told, change))

    def share(self, figures: Figures, key: str, words: str) -> str:
        """`words` with %(share)s, %(number)s and %(of)s, compared in points; empty of nothing."""
        line, value = figures.now[key], figures.value(key)
        if value.share is None:
            return ""
        told = words % {
            "share": f"{value.share}%", "number": self.number(line, value.number or 0),
            "of": self.number(line, value.of or 0),
        }  # fmt: skip
        before = figures.before.get(key)
        change = self.points(value.share, before.share if before else None)
        return self.proved(line, value, self.together(told, change))

    def mean(self, figures: Figures, key: str, words: str) -> str:
        """`words` with a mean as %(number)s; empty where nothing was given."""
        line, value = figures.now[key], figures.value(key)
        if value.number is None:
            return ""
        return self.proved(line, value, words % {"number": line.words(value.number)})

    def prove(self, label: str, number: object, path: str) -> None:
        """Keep a figure that no line holds, with its list or page."""
        self.proofs.append((f"{label}: {number}", path))

    def proved(self, line: Line, value: Value, clause: str) -> str:
        self.prove(str(line.label), line.written(value), value.path)
        return clause

    def together(self, *clauses: str) -> str:
        return self.between.join(filter(None, clauses))

    # Numbers and how they compare

    def number(self, line: Line, number: Number) -> str:
        """A number as prose has it; sums of money in yuan, large ones in ten thousands."""
        written = line.words(number)
        if "¥" in written:
            return self.yuan(Decimal(number))
        if isinstance(number, Decimal) and written == str(number):
            return f"{number.normalize():f}"
        return written

    def yuan(self, amount: Decimal) -> str:
        if self.facts.is_chinese and abs(amount) >= TEN_THOUSAND:
            return f"{amount / TEN_THOUSAND:.2f}万元"
        return _("%(amount)s yuan") % {"amount": f"{amount:,.2f}".removesuffix(".00")}

    @property
    def when(self) -> str:
        if self.facts.is_running:
            return _("at the same time of the last semester")
        return _("in the last semester")

    def more_or_less(self, now: Number, before: Value | None, unit: str) -> str:
        """Beside the last semester; nothing where that has nothing to compare with."""
        if before is None or not before.number:
            return ""
        facts = {"number": abs(now - before.number), "unit": unit, "when": self.when}
        if now == before.number:
            return _("as many as %(when)s") % facts
        if now > before.number:
            return _("%(number)s %(unit)s more than %(when)s") % facts
        return _("%(number)s %(unit)s fewer than %(when)s") % facts

    def points(self, now: int, before: int | None) -> str:
        if before is None:
            return ""
        facts = {"number": abs(now - before), "when": self.when}
        if now == before:
            return _("the same as %(when)s") % facts
        if now > before:
            return _("%(number)s points more than %(when)s") % facts
        return _("%(number)s points less than %(when)s") % facts

    # Sentences and paragraphs

    def sentence(self, *clauses: str) -> str:
        """The clauses that say something as one sentence; empty where none does."""
        told = self.together(*clauses)
        return f"{told[0].upper()}{told[1:]}{self.stop}" if told else ""

    def paragraph(self, *sentences: str) -> None:
        """Tell these sentences next, if any of them says something."""
        if told := [each for each in sentences if each]:
            self.paragraphs.append(self.after.join(told))

    def problem(self, *clauses: str) -> None:
        """Tell these clauses of the area's problems; they are compared with nothing."""
        self.problems += filter(None, clauses)

    def listed(self, title: str, problems: Iterable[str]) -> str:
        """What is wrong in one area, as a paragraph that begins with its name."""
        colon = "：" if self.facts.is_chinese else ": "
        return f"{title}{colon}{self.among.join(problems)}{self.stop}"

    def told(self, key: str) -> Told:
        """The part: what the figures say, then the office's own notes."""
        text = "\n".join([*self.paragraphs, *self.facts.notes.get(key, ())])
        return Told(tidied(text), tuple(self.problems), tuple(dict.fromkeys(self.proofs)))
