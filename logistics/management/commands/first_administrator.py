"""Take in the first administrator of an empty portal; all further people come from the roster."""

from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from campus.models import Duty, Person, Role
from campus.people import actions


class Command(BaseCommand):
    """`first_administrator NUMBER NAME`, asking for a first password; refuses once there is one."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number")
        parser.add_argument("name")

    def handle(self, *args: Any, **options: Any) -> None:
        if Person.objects.on_duty_as(Role.ADMINISTRATOR).exists():
            raise CommandError(
                "There is an administrator already; who signs in as one adds others."
            )
        person = Person(number=options["number"], name=options["name"], kind=Person.Kind.STAFF)
        typed = getpass("First password: ")
        try:
            password_validation.validate_password(typed, person)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        person.set_password(typed)
        self.take_in(person)
        self.stdout.write(
            f"{person.name} signs in as {person.number} and then changes the password."
        )

    @transaction.atomic
    def take_in(self, person: Person) -> None:
        [taken] = actions.enrol([person])
        today = timezone.localdate()
        actions.give_duties([Duty(person=taken, role=Role.ADMINISTRATOR, starts_on=today)])
