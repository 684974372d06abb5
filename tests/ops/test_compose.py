"""What docker-compose.yml and the Dockerfile promise a school's server."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
each_service = pytest.mark.parametrize("name", sorted(SERVICES))


def test_the_services_are_these():
    assert set(SERVICES) == {
        "proxy", "web", "worker", "beat", "tables", "backup", "database", "broker"
    }  # fmt: skip


@each_service
def test_a_service_has_a_health_check_or_says_why_not(name):
    service = SERVICES[name]
    assert ("healthcheck" in service) != bool(service.get("x-no-healthcheck"))


@each_service
def test_nobody_runs_as_root_or_may_become_more(name):
    service = SERVICES[name]
    assert service["user"] in {"10001:10001", "postgres", "redis"}
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


@each_service
def test_nothing_is_written_but_to_what_is_named(name):
    assert SERVICES[name]["read_only"] is True


@each_service
def test_a_service_is_started_again_unless_it_is_meant_to_end(name):
    service = SERVICES[name]
    ends = "x-no-healthcheck" in service
    assert service["restart"] == ("no" if ends else "unless-stopped")


def test_only_the_proxy_is_reached_from_outside():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]


def test_database_and_broker_reach_nobody():
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert [SERVICES[name]["networks"] for name in ("database", "broker")] == [["inside"]] * 2
    assert SERVICES["proxy"]["networks"] == ["outside"]


def test_the_proxy_may_read_private_files_and_not_write_them():
    assert "files:/srv/private-files:ro" in SERVICES["proxy"]["volumes"]


def test_no_secret_is_written_down():
    """Every variable that sounds like a secret takes its value from the environment."""
    secret = re.compile(r"PASSWORD|SECRET|TOKEN|_KEY|_URL")
    literal = [
        f"{name}.{variable}"
        for name, service in SERVICES.items()
        for variable, value in service.get("environment", {}).items()
        if secret.search(variable) and "PASSWORD:?" not in value and "SITE_URL:?" not in value
    ]
    # The broker is reached from within alone and has no password.
    assert sorted(literal) == [
        f"{name}.REDIS_URL" for name in ("backup", "beat", "tables", "web", "worker")
    ]


def test_what_is_used_is_declared():
    mounted = {
        mount.split(":")[0]
        for service in SERVICES.values()
        for mount in service.get("volumes", [])
        if not mount.startswith(".")
    }
    assert mounted == set(COMPOSE["volumes"])
    waited = {other for service in SERVICES.values() for other in service.get("depends_on", {})}
    assert waited <= set(SERVICES)


def test_every_setting_of_compose_is_told_in_the_example():
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    asked = set(re.findall(r"\$\{([A-Z_]+)", text))
    told = set(re.findall(r"^#?([A-Z_]+)=", EXAMPLE, flags=re.M))
    assert asked - told == set()


def test_each_image_ends_as_a_user_of_its_own():
    stages = re.split(r"^FROM ", DOCKERFILE, flags=re.M)[1:]
    assert [re.findall(r"^USER (.+)$", stage, flags=re.M) for stage in stages] == [
        ["10001:10001"], ["10001:10001"]
    ]  # fmt: skip


def test_images_and_services_name_the_same_stages():
    built = {service["build"]["target"] for service in SERVICES.values() if "build" in service}
    assert built == set(re.findall(r"^FROM \S+ AS (\w+)$", DOCKERFILE, flags=re.M))
