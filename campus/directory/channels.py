"""Where the school's list comes from: a directory by SCIM 2.0, or files in a folder.

Both answer with one workbook of the very sheets that people import by hand, so that all that is
said of imports holds for them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.utils.translation import gettext_noop

from campus.sheets.grid import Formula, Grid, Shown
from campus.sheets.guard import Unreadable
from campus.sheets.reader import grids_of
from campus.sheets.writer import Sheet, write_sheets

if TYPE_CHECKING:
    from scim2_client.engines.httpx2 import SyncSCIMClient

PAGE = 200
# More people than any school has: a directory that never ends is not read for ever.
MOST = 50_000
SECONDS = 30
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
# What a directory calls pupils in `userType`; everybody else is staff.
PUPILS = {"pupil", "student", "学生"}
READ = {".csv", ".xlsx"}
STAFF_HEADER = ("工号", "姓名", "部门", "手机", "邮箱")
PUPIL_HEADER = ("学号", "姓名", "班级")

NO_SOURCE = gettext_noop("No directory and no folder is named in the settings.")
NO_ANSWER = gettext_noop("The directory does not answer (%(fault)s).")
NOT_WHOLE = gettext_noop("The directory told of %(told)s people and gave %(got)s.")
NO_FILES = gettext_noop("There is no file in the folder.")
NOT_READ = gettext_noop("“%(file)s” cannot be read.")


class NoList(Exception):
    """The list could not be had; `text` is a source string, `facts` fill it."""

    def __init__(self, text: str, **facts: Any) -> None:
        super().__init__(text)
        self.text, self.facts = text, facts


def source_name() -> str:
    """What the settings name: "scim", "folder", or nothing."""
    if settings.DIRECTORY_SCIM_URL:
        return "scim"
    return "folder" if settings.DIRECTORY_FOLDER else ""


def fetch(number_from: str) -> tuple[str, bytes]:
    """The name and the bytes of a workbook with the school's list. Raises NoList."""
    if settings.DIRECTORY_SCIM_URL:
        return "SCIM.xlsx", from_directory(number_from)
    if settings.DIRECTORY_FOLDER:
        return "CSV.xlsx", from_folder(Path(settings.DIRECTORY_FOLDER))
    raise NoList(NO_SOURCE)


# A directory


def from_directory(number_from: str) -> bytes:
    """Staff and pupils of the directory that are active. Raises NoList."""
    with asking() as directory:
        users = list(users_of(directory))
    active = [user for user in users if user.get("active", True)]
    pupils = [user for user in active if is_pupil(user)]
    staff = [user for user in active if not is_pupil(user)]
    return workbook(
        Sheet("教职工", STAFF_HEADER, (staff_row(each, number_from) for each in staff)),
        Sheet("学生", PUPIL_HEADER, (pupil_row(each, number_from) for each in pupils)),
    )


@contextmanager
def asking() -> Iterator["SyncSCIMClient"]:
    """A client of the directory that the settings name; faults become NoList."""
    # It draws its models for seconds when it is imported: no web process pays for that.
    import httpx2  # noqa: PLC0415  # as above
    from scim2_client import SCIMClientException  # noqa: PLC0415  # as above
    from scim2_client.engines.httpx2 import SyncSCIMClient  # noqa: PLC0415  # as above
    from scim2_models import SCIMException  # noqa: PLC0415  # as above

    headers = {"Authorization": f"Bearer {settings.DIRECTORY_SCIM_TOKEN}"}
    try:
        with httpx2.Client(
            base_url=settings.DIRECTORY_SCIM_URL, headers=headers, timeout=SECONDS, trust_env=False
        ) as client:
            directory = SyncSCIMClient(client)
            directory.discover()
            yield directory
    except (SCIMClientException, SCIMException, httpx2.HTTPError) as error:
        raise NoList(NO_ANSWER, fault=type(error).__name__) from error


def users_of(directory: "SyncSCIMClient") -> Iterator[dict[str, Any]]:
    """All users, page by page. Raises NoList where fewer come than were told of: whoever is missing
    would be taken to have left."""
    from scim2_models import SearchRequest  # noqa: PLC0415  # as in `asking`

    got = 0
    while got < MOST:
        asked: SearchRequest[Any] = SearchRequest(start_index=got + 1, count=PAGE)
        page = cast(Any, directory.query("User", query_parameters=asked))
        users = page.resources or []
        yield from (user.model_dump() for user in users)
        got += len(users)
        if got >= page.total_results:
            return
        if not users:
            break
    raise NoList(NOT_WHOLE, told=page.total_results, got=got)


def is_pupil(user: dict[str, Any]) -> bool:
    return str(user.get("userType", "")).strip().lower() in PUPILS


def number_of(user: dict[str, Any], number_from: str) -> str:
    own = user if number_from != "employeeNumber" else user.get(ENTERPRISE, {})
    return str(own.get(number_from) or "")


def name_of(user: dict[str, Any]) -> str:
    return str(user.get("displayName") or user.get("name", {}).get("formatted") or "")


def staff_row(user: dict[str, Any], number_from: str) -> list[str]:
    """As the sheet of staff has it."""
    department = user.get(ENTERPRISE, {}).get("department") or ""
    phone, email = first_of(user, "phoneNumbers"), first_of(user, "emails")
    return [number_of(user, number_from), name_of(user), department, phone, email]


def pupil_row(user: dict[str, Any], number_from: str) -> list[str]:
    """As the sheet of pupils has it: number, name and class, and nothing else of theirs."""
    school_class = user.get(ENTERPRISE, {}).get("division") or ""
    return [number_of(user, number_from), name_of(user), school_class]


def first_of(user: dict[str, Any], key: str) -> str:
    """The primary one of several, else the first; phones without the scheme that RFC 3966 has."""
    several = user.get(key) or []
    first: dict[str, Any] = next(iter(several), {})
    chosen = next((each for each in several if each.get("primary")), first)
    return str(chosen.get("value") or "").removeprefix("tel:")


# A folder


def from_folder(folder: Path) -> bytes:
    """The sheets of all files of the folder, each under its file's name. Raises NoList."""
    files = sorted(path for path in folder.glob("*") if path.suffix.lower() in READ)
    if not files:
        raise NoList(NO_FILES)
    return workbook(*(sheet for path in files for sheet in sheets_of(path)))


def sheets_of(path: Path) -> Iterator[Sheet]:
    """What a file holds, as it stands there."""
    try:
        grids = grids_of(path.read_bytes(), path.name)
    except (OSError, Unreadable) as error:
        raise NoList(NOT_READ, file=path.name) from error
    # A text is one table in several readings, one for each mark between cells: the widest is meant.
    grid_by_name = {grid.name: grid for grid in sorted(grids, key=width_of)}
    for grid in grid_by_name.values():
        if grid.too_long or grid.too_wide or holds_formula(grid):
            raise NoList(NOT_READ, file=path.name)
        rows = [[told(value) for value in values] for _number, values in grid.rows]
        title = path.stem if grid.name == path.name else grid.name
        yield Sheet(title, rows[0], rows[1:])


def width_of(grid: Grid) -> int:
    """How many cells the widest of its first rows has."""
    return max((len(values) for _number, values in grid.rows[:3]), default=0)


def holds_formula(grid: Grid) -> bool:
    """Whether a cell computes what it shows."""
    return any(isinstance(value, Formula | Shown) for _number, row in grid.rows for value in row)


def told(value: Any) -> str:
    return "" if value is None else str(value)


def workbook(*sheets: Sheet) -> bytes:
    held = BytesIO()
    write_sheets(held, sheets)
    return held.getvalue()
