"""My day: what waits for the person who signed in, from every area, most urgent first."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from campus.agenda import Dated, Urgency, Waiting


def my_day(request: HttpRequest) -> HttpResponse:
    """The first page after sign-in."""
    return render(request, "logistics/my_day.html", {"waiting": [], "ahead": []})
