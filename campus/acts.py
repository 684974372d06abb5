"""The acts of the ground's nouns, by the names under which one asks who may do them."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.account import rights as account
from campus.audit import rights as audit
from campus.cases import rights as cases
from campus.clients import rights as clients
from campus.desk import rights as desk
from campus.feedback import rights as feedback
from campus.identity import rights as identity
from campus.lists import rights as lists
from campus.notices import rights as notices
from campus.people import rights as people
from campus.people.registry import name_act
from campus.places import rights as places
from campus.privacy import rights as privacy
from campus.readings import rights as readings
from campus.rosters import rights as rosters
from campus.school_time import rights as school_time


def hand_in() -> None:
    """Name every right of one argument."""
    name_people()
    name_office()


def name_people() -> None:
    area = _("People")
    name_act(area, _("Look through the list of people"), people.can_list_people)
    name_act(area, _("Export the list of people"), people.can_export_people)
    name_act(area, _("Correct people, end them, take them back"), people.can_keep_people)
    name_act(area, _("Give out duties"), people.can_give_duties)
    name_act(area, _("Ask who may do what"), people.can_ask_who_may)
    name_act(area, _("Read who looked at pupils"), people.can_read_looks)
    name_act(area, _("Say what else is kept of pupils"), people.can_switch_fields)
    name_act(area, _("Find people while typing"), people.can_look_up_people)
    name_act(area, _("Give new passwords to anybody"), account.can_give_passwords)
    name_act(area, _("Take second factors away, sign others out"), account.can_reset_factors)
    name_act(area, _("Read the audit log"), audit.can_read)
    name_act(area, _("Say who joins by themselves"), identity.can_rule_joining)
    name_act(area, _("Say which apps let people in by the portal"), clients.can_keep_apps)
    area = _("Personal data")
    name_act(area, _("See what others take away of pupils' data"), privacy.can_see_all_taken)
    name_act(area, _("Read what kinds of data are kept"), privacy.can_read_map)
    name_act(area, _("Say how long data is kept"), privacy.can_rule_keeping)
    name_act(area, _("Fill in the yearly audit"), privacy.can_audit)
    name_act(area, _("Sign the yearly audit"), privacy.can_sign)
    area = _("Rosters")
    name_act(area, _("Import and export rosters"), rosters.can_import)
    name_act(area, _("Look at past imports"), rosters.can_see_imports)


def name_office() -> None:
    area = _("Front desk")
    name_act(area, _("Take up enquiries and hand them out"), desk.can_use_desk)
    name_act(area, _("Raise an enquiry for a caller"), desk.can_report_for_others)
    name_act(area, _("Set the rules of promises"), cases.can_rule_promises)
    name_act(
        pgettext_lazy("kinds of cases", "Feedback"), _("Write with one's name"), feedback.can_sign
    )
    area = _("Places")
    name_act(area, _("Keep the list of places"), places.can_keep_places)
    name_act(area, _("Print labels of any places"), places.can_print_labels)
    name_act(area, _("Export the list of places"), places.can_export_places)
    name_act(area, _("See who is on duty at a place"), places.can_see_people_of)
    area = _("Devices that send")
    name_act(area, _("See what devices send"), readings.can_read_devices)
    name_act(area, _("Keep devices and their tokens"), readings.can_keep_devices)
    area = _("School time")
    name_act(area, _("Read semesters and hours"), school_time.can_read)
    name_act(area, _("Change semesters, days and hours"), school_time.can_change)
    area = _("Notices and lists")
    name_act(area, _("See to robots and undelivered notices"), notices.can_manage_robots)
    name_act(area, _("Show saved searches to others"), lists.can_share)
