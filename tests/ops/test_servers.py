"""The servers that the portal brings along."""

import os
import threading

import psycopg2
import pytest
import redis

from ops import servers


@pytest.fixture(scope="module")
def postgres(tmp_path_factory):
    server = servers.start_postgres(tmp_path_factory.mktemp("own"), durable=False)
    yield server
    server.stop()


def test_trigrams_of_chinese_text_are_not_empty(postgres):
    """Under a C character type they would be, whatever the environment of the machine says."""
    with psycopg2.connect(postgres.url) as connection, connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION pg_trgm")
        cursor.execute("SELECT cardinality(show_trgm('消防演练'))")
        assert cursor.fetchone() == (5,)
    connection.close()


def test_secrets_are_readable_for_their_owner_alone(tmp_path):
    first = servers.secret(tmp_path, "postgres")
    assert servers.secret(tmp_path, "postgres") == first
    assert (tmp_path / "postgres.secret").stat().st_mode & 0o777 == 0o600


def test_a_start_ends_what_a_killed_supervisor_left_behind(tmp_path):
    left = servers.start_redis(tmp_path)
    with redis.Redis.from_url(left.url) as client:
        client.set("kept", "yes")
    # Its parent is gone in earnest; here somebody has to bury it.
    threading.Thread(target=left.process.wait, daemon=True).start()
    again = servers.start_redis(tmp_path)
    with redis.Redis.from_url(again.url) as client:
        assert client.get("kept") == b"yes"
    again.stop()


def test_a_stopped_server_is_gone(tmp_path):
    server = servers.start_redis(tmp_path)
    server.stop()
    assert not servers.is_alive(server.process.pid)
    with pytest.raises(ProcessLookupError):
        os.kill(server.process.pid, 0)
