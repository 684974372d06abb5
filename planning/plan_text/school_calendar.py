"""From phrases of time to days: school years, semesters, weeks counted from a named day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planning.plan_text.dates import YEAR, Point, Span, span_at
from planning.plan_text.script import NUM, number, year_number

# Days of the parts of a month, as the import's rules give them; 0 is the month's last day.
_PARTS = {
    "初": (1, 5),
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 0),
    "底": (25, 0),
    "末": (25, 0),
    "上中旬": (1, 20),
    "中下旬": (11, 0),
    "上半月": (1, 15),
    "下半月": (16, 0),
}
_HALF_YEAR = timedelta(days=200)


@dataclass(frozen=True)
class Window:
    """Inclusive days, with what is doubtful about them."""

    starts_on: date
    ends_on: date
    doubts: tuple[str, ...] = ()

    def holds(self, day: date) -> bool:
        """Whether the day lies inside."""
        return self.starts_on <= day <= self.ends_on


class ImpossibleDate(ValueError):
    """A day such as 31 June."""


def month_window(year: int, month: int) -> Window:
    """The whole month."""
    return Window(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def month_end(day: date) -> date:
    """The last day of the day's month."""
    return month_window(day.year, day.month).ends_on


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ImpossibleDate(f"{year}-{month}-{day}") from error


@dataclass(frozen=True)
class SchoolCalendar:
    """In which year a bare month lies, and which Monday begins week 1.

    `first` is the month in which the plan's twelve months begin; `steady` says that a later heading
    with a smaller month does not begin another year (a semester cannot).
    """

    first: date
    school_year: int
    semester: int | None = None
    steady: bool = True
    guessed: bool = False
    week_one: date | None = None
    week_guessed: bool = False

    def year_of(self, month: int, near: Window | None = None) -> int:
        """The year of a bare month; beside a known window the nearest one."""
        if near is not None:
            years = (near.starts_on.year - 1, near.starts_on.year, near.starts_on.year + 1)
            return min(years, key=lambda year: _distance(near, year, month))
        return self.first.year + (month < self.first.month)

    def semester_window(self) -> Window | None:
        """The days a semester can cover, holidays on both sides included."""
        year = self.school_year
        if self.semester == 1:
            return Window(date(year, 7, 1), date(year + 1, 2, 28))
        if self.semester == 2:
            return Window(date(year + 1, 1, 1), date(year + 1, 8, 31))
        return None

    def week(self, week_no: int) -> Window | None:
        """Monday to Sunday of a numbered week, week 0 before week 1."""
        if self.week_one is None:
            return None
        monday = self.week_one + timedelta(weeks=week_no - 1)
        return Window(monday, monday + timedelta(days=6))

    def window(self, span: Span, scope: Window | None = None) -> Window | None:
        """The days of a phrase; what it leaves out comes from `scope`.

        None if it cannot be placed. Raises ImpossibleDate for a day that does not exist.
        """
        first = self._window_of(span.first, scope)
        if first is None:
            return None
        last = first if span.last == span.first else self._end_of(span.last, first, scope)
        return None if last is None else self._framed(span, first, last, scope)

    def _framed(self, span: Span, first: Window, last: Window, scope: Window | None) -> Window:
        starts_on, ends_on, doubts = first.starts_on, last.ends_on, first.doubts
        if ends_on < starts_on:
            starts_on, ends_on, doubts = ends_on, starts_on, ("range_reversed",)
        if span.until:
            starts_on = starts_on.replace(day=1)
        if span.onward:
            frame = scope if scope and scope.holds(starts_on) else None
            month = month_window(starts_on.year, starts_on.month)
            ends_on, doubts = (frame or month).ends_on, (*doubts, "open_ended")
        return Window(starts_on, ends_on, doubts)

    def _end_of(self, point: Point, first: Window, scope: Window | None) -> Window | None:
        if point.week is not None or point.weekday is not None:
            return self._window_of(point, scope)
        if point.month is None:
            end = self._window_of(point, first)
            return _rolled(end, first) if end and end.ends_on < first.starts_on else end
        year = point.year or first.starts_on.year
        end = self._monthly(replace(point, year=year), first)
        if end.ends_on < first.starts_on and not point.year:
            later = self._monthly(replace(point, year=year + 1), first)
            end = later if later.ends_on - first.starts_on <= _HALF_YEAR else end
        return end

    def _window_of(self, point: Point, scope: Window | None) -> Window | None:
        if point.week is not None:
            return self._week_in(point, scope)
        if point.weekday is not None:
            return _weekday_in(point.weekday, scope)
        if point.month is None:
            return _in_scope(point, scope)
        return self._monthly(point, scope)

    def _week_in(self, point: Point, scope: Window | None) -> Window | None:
        """A week of the term; inside a month that it misses, the month's own week."""
        week = point.week or 0
        if point.month:
            scope = month_window(point.year or self.year_of(point.month, scope), point.month)
        found = None if point.month else self.week(week)
        if found and not (scope and _is_month(scope) and not _touch(found, scope)):
            return replace(found, doubts=("week_guessed",)) if self.week_guessed else found
        if scope is None:
            return None
        monday = weeks_before(scope.starts_on, 1) + timedelta(weeks=week - 1)
        return Window(monday, monday + timedelta(days=6), ("week_guessed",))

    def _monthly(self, point: Point, scope: Window | None) -> Window:
        month = point.month or 1
        year = point.year or self.year_of(month, scope)
        if point.day:
            day = _day(year, month, point.day)
            return Window(day, day)
        return _part_of(month_window(year, month), point.part)


def _touch(one: Window, other: Window) -> bool:
    return one.starts_on <= other.ends_on and other.starts_on <= one.ends_on


def _is_month(window: Window) -> bool:
    return window == month_window(window.starts_on.year, window.starts_on.month)


def _rolled(end: Window, first: Window) -> Window:
    """`29-5`: a last day smaller than the first lies in the next month."""
    year, month = end.ends_on.year, end.ends_on.month
    if end.starts_on != end.ends_on or first.starts_on != first.ends_on:
        return end
    day = _day(year + month // 12, month % 12 + 1, end.ends_on.day)
    near = day - first.starts_on <= timedelta(days=14)
    return Window(day, day) if near else end


def _distance(near: Window, year: int, month: int) -> int:
    first = month_window(year, month)
    if first.ends_on < near.starts_on:
        return (near.starts_on - first.ends_on).days
    return max(0, (first.starts_on - near.ends_on).days)


def _part_of(month: Window, part: str) -> Window:
    if not part:
        return month
    first, last = _PARTS[part]
    end = month.ends_on.replace(day=last) if last else month.ends_on
    return Window(month.starts_on.replace(day=first), end)


def _in_scope(point: Point, scope: Window | None) -> Window | None:
    """A day or part without its month: the first such day inside the scope, else in its month."""
    if scope is None:
        return None
    start = scope.starts_on
    if point.part:
        return _part_of(month_window(start.year, start.month), point.part)
    if not point.day:
        return None
    day = next((day for day in _days(scope) if day.day == point.day), None)
    day = day or _day(start.year, start.month, point.day)
    return Window(day, day)


def _days(scope: Window) -> list[date]:
    count = min((scope.ends_on - scope.starts_on).days, 366)
    return [scope.starts_on + timedelta(days=shift) for shift in range(count + 1)]


def _weekday_in(weekday: int, scope: Window | None) -> Window | None:
    if scope is None or (scope.ends_on - scope.starts_on).days > 7:
        return None
    day = next((day for day in _days(scope) if day.weekday() == weekday), None)
    return Window(day, day) if day else None


# --- which school year a text is of ---------------------------------------------------------------

_TWO_YEARS = re.compile(
    rf"(?P<a>{YEAR}|\d\d)\s*年?\s*(?:-+|~+|至|到|/|—)\s*(?P<b>{YEAR}|\d\d)\s*年?\s*(?:学?年度?|度|第|上|下|学期)"
)
_ONE_SCHOOL_YEAR = re.compile(rf"(?P<a>{YEAR})\s*(?:级|年)?\s*学年")
# 114學年度 counts from the Republic's first year, 1912.
_REPUBLIC_YEAR = re.compile(r"(?<!\d)(?P<a>1[01]\d)\s*学年")
_SEASON = re.compile(rf"(?P<a>{YEAR})\s*年?\s*(?:度\s*)?(?P<s>春|秋|上半年|下半年|暑|寒)")
_PLAIN_YEAR = re.compile(rf"(?P<a>{YEAR})\s*年")
_FIRST = re.compile(r"第\s*[一1]\s*学期|上学期|[(]上[)]|上期|秋季?学期|学年度?上")
_SECOND = re.compile(r"第\s*[二2]\s*学期|下学期|[(]下[)]|下期|春季?学期|学年度?下")


def stated_semester(text: str) -> int | None:
    """1 or 2 where the text names one."""
    if _FIRST.search(text):
        return 1
    return 2 if _SECOND.search(text) else None


def stated_calendar(text: str) -> SchoolCalendar | None:
    """The calendar a title names: a school year, a season, a calendar year; None if none."""
    semester = stated_semester(text)
    found = _TWO_YEARS.search(text)
    if found and _follow(found):
        return for_semester(year_number(found["a"]) or 0, semester)
    republic = _REPUBLIC_YEAR.search(text)
    if republic:
        return for_semester(int(republic["a"]) + 1911, semester)
    season = _SEASON.search(text)
    if season:
        return _of_season(year_number(season["a"]) or 0, season["s"])
    found = _ONE_SCHOOL_YEAR.search(text) or (_PLAIN_YEAR.search(text) if semester else None)
    if found:
        return for_semester(year_number(found["a"]) or 0, semester)
    plain = _PLAIN_YEAR.search(text)
    return of_year(year_number(plain["a"]) or 0) if plain else None


def _follow(match: re.Match[str]) -> bool:
    first, last = year_number(match["a"]), year_number(match["b"])
    return first is not None and last == first + 1


def for_semester(school_year: int, semester: int | None) -> SchoolCalendar:
    """The calendar of a semester (1, 2), or of the whole school year (None)."""
    if semester == 1:
        return SchoolCalendar(date(school_year, 7, 1), school_year, 1)
    if semester == 2:
        return SchoolCalendar(date(school_year + 1, 1, 1), school_year, 2)
    return SchoolCalendar(date(school_year, 8, 1), school_year, None, steady=False)


def of_year(year: int) -> SchoolCalendar:
    """The calendar of a plan for a calendar year; its school year is the one that begins in it."""
    return SchoolCalendar(date(year, 1, 1), year, None, steady=False)


def _of_season(year: int, season: str) -> SchoolCalendar:
    if season in {"秋", "下半年"}:
        return for_semester(year, 1)
    if season in {"春", "上半年"}:
        return for_semester(year - 1, 2)
    if season == "寒":
        return SchoolCalendar(date(year - 1, 7, 1), year - 1, None)
    return SchoolCalendar(date(year, 1, 1), year - 1, None)


def guessed_calendar(near: date, semester: int | None, months: list[int]) -> SchoolCalendar:
    """No year is named: the school year in which `near` (a publication, or today) falls."""
    if semester is None and months:
        semester = 1 if months[0] in range(8, 13) else 2 if months[0] in range(2, 8) else None
        semester = None if len(set(months)) > 7 else semester
    year = near.year if near.month >= 6 else near.year - 1
    if semester == 2:
        year = near.year - 1 if near.month < 9 else near.year
    return replace(for_semester(year, semester), guessed=True)


# --- week 1 ---------------------------------------------------------------------------------------

_WEEK = re.compile(rf"第\s*(?P<n>{NUM})\s*周")
_WEEK_ONE = re.compile(r"第\s*[一1]\s*(?:教学)?周")
_TO_DATE = re.compile(
    r"\s*(?:教学周)?\s*(?:从|自|由|为|是|定为|:|[(\[]|\s)*\s*(?:从|自|由)?\s*(?=[\d一二三四五六七八九十])"
)
_TO_WEEK = re.compile(r"[^\d。;]{0,12}$")


def first_monday(lines: list[str], school: SchoolCalendar) -> date | None:
    """The Monday of week 1, from a week that stands beside its date anywhere in the text."""
    for text in lines:
        if "周" not in text:
            continue
        found = _week_before_date(text, school) or _date_before_week(text, school)
        if found:
            return found
    return None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def weeks_before(day: date, week_no: int) -> date:
    """The Monday of week 1 if `day` lies in week `week_no`."""
    return _monday(day) - timedelta(weeks=week_no - 1)


def _dated(text: str, at: int, school: SchoolCalendar) -> date | None:
    found = span_at(text, at)
    if not found or not found[0].first.month or not found[0].first.day:
        return None
    try:
        window = school.window(found[0])
    except ImpossibleDate:
        return None
    return window.starts_on if window else None


def _week_before_date(text: str, school: SchoolCalendar) -> date | None:
    for match in _WEEK.finditer(text):
        link = _TO_DATE.match(text, match.end())
        day = _dated(text, link.end(), school) if link else None
        if day:
            return _monday(day) - timedelta(weeks=(number(match["n"]) or 0) - 1)
    return None


_A_DATE = re.compile(
    r"(?:20\d\d\s*[年.\-/]\s*)?\d{1,2}\s*[月./]\s*\d{1,2}|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_IS_WEEK = re.compile(r"(?:为|是|起|算|作|即|计|上课|开学|正式|报到)[^\d。;]{0,8}$|[(\[]\s*$")


def _date_before_week(text: str, school: SchoolCalendar) -> date | None:
    for match in _WEEK_ONE.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        dates = list(_A_DATE.finditer(before))
        if not dates:
            continue
        found = span_at(before, dates[-1].start())
        between = before[found[1] if found else dates[-1].end() :]
        if _TO_WEEK.match(between) and _IS_WEEK.search(between):
            day = _dated(before, dates[-1].start(), school)
            return _monday(day) if day else None
    return None
