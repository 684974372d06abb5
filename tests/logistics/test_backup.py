"""A backup holds the whole portal and can be put back; a bad one changes nothing."""

import io
import tarfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg2
import pyrage
import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection

from campus.models import Person
from campus.notices.actions import tell
from logistics.backup import NotPossible, archive, making, postgres, seal
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)

AT = datetime(2026, 9, 1, tzinfo=UTC)
PHOTO = bytes(range(256)) * 12_000  # 3 MB: several pieces


@pytest.fixture(autouse=True)
def own_cache(settings):
    """A restore empties the cache: not the one that other tests use."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


@pytest.fixture
def files(settings, tmp_path) -> Path:
    """A few private files, one with a Chinese name, one empty, and an upload under way."""
    settings.MEDIA_ROOT = root = tmp_path / "files"
    for name, held in {
        "attachments/2026/a.jpg": PHOTO,
        "attachments/2026/消防演练 方案.docx": b"plan",
        "jobs/empty.xlsx": b"",
        ".incoming/half.upload": b"half",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(held)
    return root


@pytest.fixture
def target(tmp_path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


@pytest.fixture
def key(tmp_path) -> Path:
    """The file of a secret key."""
    path = tmp_path / "steward.key"
    path.write_text(seal.new_key())
    return path


def public(key: Path) -> str:
    return key.read_text().split()[3]


@pytest.fixture
def elsewhere(tmp_path, settings) -> Iterator[Callable[[], Path]]:
    """Another machine: an empty database and an empty folder of files, to restore into."""
    home = connection.settings_dict["NAME"]
    other = f"{home}_elsewhere"
    run_outside(f'DROP DATABASE IF EXISTS "{other}"', f'CREATE DATABASE "{other}"')

    def move() -> Path:
        connection.close()
        connection.settings_dict["NAME"] = other
        settings.MEDIA_ROOT = tmp_path / "elsewhere"
        return settings.MEDIA_ROOT

    yield move
    connection.close()
    connection.settings_dict["NAME"] = home
    run_outside(f'DROP DATABASE "{other}"')


def run_outside(*statements: str) -> None:
    """Statements that no transaction may hold."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def rows() -> dict[str, list[tuple]]:
    """Every row of every table but those of open sessions."""
    with connection.cursor() as cursor:
        names = set(connection.introspection.table_names(cursor)) - set(postgres.LEFT_OUT)
        found = {}
        for name in sorted(names):
            cursor.execute(f'SELECT t::text FROM "{name}" t ORDER BY 1')
            found[name] = cursor.fetchall()
    return found


def held(root: Path) -> dict[str, bytes]:
    """What lies below `root`, without what is under way."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not path.relative_to(root).parts[0].startswith(".")
    }


def back_up(target: Path, *options: str) -> Path:
    """Make an archive; answers with it."""
    before = set(target.iterdir())
    call_command("backup", str(target), *options, stdout=io.StringIO(), stderr=io.StringIO())
    [made] = set(target.iterdir()) - before
    return made


def restore(path: Path, *options: str) -> str:
    told = io.StringIO()
    call_command("restore", str(path), *options, stdout=told)
    return told.getvalue()


def test_a_restored_portal_has_every_row_and_every_file(
    head, pupil, client, files, target, key, elsewhere
):
    tell([head, pupil], key="k", topic="t", text="Told", facts={}, path="/", at=AT)
    client.force_login(head)
    made = back_up(target, "--recipient", public(key))
    before = rows()
    root = elsewhere()
    told = restore(made, "--identity", str(key))
    assert told.endswith("2 people and 3 files. Everybody has to sign in again.\n")
    assert rows() == before
    assert held(root) == held(files)
    assert Person.objects.get(number=head.number).check_password(PASSWORD)
    assert session_count() == 0


def session_count() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_session")
        return cursor.fetchone()[0]


def test_a_restored_database_still_keeps_its_rules_and_goes_on_counting(
    head, files, target, elsewhere
):
    made = back_up(target)
    elsewhere()
    restore(made)
    call_command("migrate", "--check", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal")
        triggers = cursor.fetchone()
    connection.close()
    connection.settings_dict["NAME"] = connection.settings_dict["NAME"].removesuffix("_elsewhere")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal")
        assert cursor.fetchone() == triggers


def test_an_archive_opens_without_the_portal(head, files, target, key):
    made = back_up(target, "--recipient", public(key))
    secret = pyrage.x25519.Identity.from_str(key.read_text().split()[-1])
    plain = io.BytesIO(pyrage.decrypt(made.read_bytes(), [secret]))
    with tarfile.open(fileobj=plain) as opened:
        names = opened.getnames()
        dump = opened.extractfile("database/000000")
        assert dump
        assert dump.read(5) == b"PGDMP"
    assert names == [
        "database/000000",
        "files/attachments/2026/a.jpg",
        "files/attachments/2026/消防演练 方案.docx",
        "files/jobs/empty.xlsx",
        "manifest.json",
        "manifest.sha256",
    ]


def test_an_archive_is_for_its_owner_alone_and_no_half_one_is_left(head, files, target):
    made = back_up(target)
    assert made.stat().st_mode & 0o777 == 0o600
    assert list(target.iterdir()) == [made]


def test_a_dump_that_fails_leaves_nothing(head, files, target, monkeypatch):
    monkeypatch.setattr(postgres, "LEFT_OUT", ("(",))
    with pytest.raises(CommandError, match="The database could not be dumped: pg_dump: error"):
        back_up(target)
    assert list(target.iterdir()) == []


def test_a_sealed_dump_that_fails_says_the_same(head, files, target, key, monkeypatch):
    monkeypatch.setattr(postgres, "LEFT_OUT", ("(",))
    with pytest.raises(CommandError, match="The database could not be dumped: pg_dump: error"):
        back_up(target, "--recipient", public(key))
    assert list(target.iterdir()) == []


def test_the_newest_are_kept(head, files, target):
    for day in range(1, 6):
        (target / f"steward-2026-11-0{day}-031000.tar.age").touch()
    (target / "something-else.tar").touch()
    made = target.joinpath
    call_command("backup", str(target), "--keep", "3", stdout=io.StringIO(), stderr=io.StringIO())
    [newest] = [path for path in target.iterdir() if path.stat().st_size]
    assert set(target.iterdir()) == {
        newest,
        made("something-else.tar"),
        made("steward-2026-11-04-031000.tar.age"),
        made("steward-2026-11-05-031000.tar.age"),
    }


@pytest.mark.parametrize("where", [0.3, 0.6, 0.999])
def test_a_changed_byte_is_found(head, files, target, where):
    made = back_up(target)
    change(made, where)
    with pytest.raises(CommandError, match="The archive is damaged"):
        call_command("backup", "--verify", str(made))


def change(path: Path, where: float) -> None:
    """Turn a byte of something that is kept, so far into the file."""
    bytes_ = bytearray(path.read_bytes())
    place = int(len(bytes_) * where)
    while bytes_[place] == 0:
        place -= 1
    bytes_[place] ^= 0x55
    path.write_bytes(bytes_)


@pytest.mark.parametrize("share", [0.0, 0.4, 0.95])
def test_a_cut_archive_is_refused_sealed_or_not(head, files, target, key, share):
    for options in ([], ["--recipient", public(key)]):
        made = back_up(target, *options)
        cut(made, share)
        with pytest.raises(CommandError, match="The archive is damaged"):
            call_command("backup", "--verify", str(made), "--identity", str(key))
        made.unlink()


def cut(path: Path, share: float) -> None:
    held_bytes = path.read_bytes()
    path.write_bytes(held_bytes[: int(len(held_bytes) * share)])


def test_a_damaged_archive_changes_nothing(head, files, target, elsewhere):
    made = back_up(target)
    change(made, 0.6)
    root = elsewhere()
    with pytest.raises(CommandError, match="The archive is damaged"):
        restore(made)
    assert (rows(), held(root)) == ({}, {})


def test_the_wrong_key_and_no_key_are_told_apart(head, files, target, key, tmp_path, elsewhere):
    made = back_up(target, "--recipient", public(key))
    other = tmp_path / "other.key"
    other.write_text(seal.new_key())
    elsewhere()
    with pytest.raises(CommandError, match="does not open this archive"):
        restore(made, "--identity", str(other))
    with pytest.raises(CommandError, match="This archive is sealed: name the file"):
        restore(made)
    with pytest.raises(CommandError, match=r"holds no secret key|cannot be read as a file of"):
        restore(made, "--identity", str(made))
    with pytest.raises(CommandError, match="is no public key"):
        back_up(target, "--recipient", "age1nonsense")


def test_an_archive_of_a_newer_portal_is_refused(head, files, target, monkeypatch, elsewhere):
    newer = {*making.applied_migrations(), ("campus", "9999_from_the_future")}
    monkeypatch.setattr(making, "applied_migrations", lambda: newer)
    made = back_up(target)
    elsewhere()
    with pytest.raises(CommandError, match=r"newer version .*\(campus\.9999_from_the_future\)"):
        restore(made)
    assert rows() == {}


def test_where_people_are_nothing_is_restored_unless_it_is_typed(
    head, files, target, monkeypatch, elsewhere
):
    made = back_up(target)
    elsewhere()
    restore(made)
    Person.objects.filter(pk=head.pk).update(name="Somebody else")
    with pytest.raises(CommandError, match="1 people are in this portal; nothing was changed"):
        restore(made)
    monkeypatch.setattr("builtins.input", lambda question: "yes")
    with pytest.raises(CommandError, match="That was not typed; nothing was changed"):
        restore(made, "--replace")
    assert Person.objects.get().name == "Somebody else"


def test_replacing_takes_the_place_of_every_row_and_file(
    head, files, target, monkeypatch, elsewhere
):
    made = back_up(target)
    root = elsewhere()
    restore(made)
    Person.objects.filter(pk=head.pk).update(name="Somebody else")
    (root / "later.txt").write_text("later")
    cache.set("session", "open")
    monkeypatch.setattr("builtins.input", lambda question: "replace 1 people")
    restore(made, "--replace")
    assert Person.objects.get().name == head.name
    assert held(root) == held(files)
    assert [path.name for path in root.iterdir() if path.name.startswith(".")] == []
    assert cache.get("session") is None


def test_a_running_portal_is_not_restored_over(head, files, target, elsewhere):
    made = back_up(target)
    elsewhere()
    database = connection.get_connection_params()
    database.pop("cursor_factory", None)
    other = psycopg2.connect(
        **{name: database[name] for name in ("dbname", "user", "password", "host", "port")}
    )
    try:
        with pytest.raises(CommandError, match="1 others are connected to the database: stop"):
            restore(made)
    finally:
        other.close()


def test_a_database_that_refuses_the_dump_is_as_it_was(head, files, target, monkeypatch, elsewhere):
    made = back_up(target)
    root = elsewhere()
    restore(made)
    before = rows()
    monkeypatch.setattr(postgres, "EMPTY", "SELECT 1;")
    monkeypatch.setattr("builtins.input", lambda question: "replace 1 people")
    with pytest.raises(CommandError, match=r"could not be restored and is as it was: .*already"):
        restore(made, "--replace")
    assert (rows(), held(root)) == (before, held(files))


def test_a_dump_that_breaks_off_is_not_committed(head, files, target, elsewhere):
    made = back_up(target)
    elsewhere()
    restore(made)
    before = rows()
    whole = b"".join(postgres.dump())
    with pytest.raises(NotPossible, match="could not be restored and is as it was"):
        postgres.refill([whole[: len(whole) // 2]])
    assert rows() == before


def test_names_that_lead_out_of_the_folder_are_refused():
    evil = b"".join(archive.member("files/../../x", 0)) + bytes(1024)
    with pytest.raises(NotPossible, match="which no backup does"):
        archive.unpack(io.BytesIO(evil), lambda name, pieces: making.exhaust(pieces))


def test_a_server_that_is_newer_than_every_program_is_told(monkeypatch):
    with pytest.raises(NotPossible, match="pg_dump of that version or newer is not on this"):
        postgres.program("pg_dump", 99)
