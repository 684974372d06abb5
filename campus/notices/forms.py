"""What is typed about robots."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.models import Robot
from campus.notices.channels import robot_address
from campus.notices.topics import TOPICS


class RobotForm(forms.Form):
    """A robot's name, its address, and what it repeats; the key in use is never shown again."""

    name = forms.CharField(
        label=_("Name"), max_length=60, help_text=_("Such as: Security team (WeCom)")
    )
    address = forms.CharField(
        label=_("Address"),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_(
            "The webhook that WeCom, DingTalk or Feishu shows for the robot, or "
            "wecombot://KEY, dingtalk://KEY, feishu://KEY."
        ),
    )
    secret = forms.CharField(
        label=_("Signing secret"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Only for a DingTalk robot that asks for signatures."),
    )
    topics = forms.MultipleChoiceField(
        label=_("Repeats"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, robot: Robot | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.robot = robot
        topics = self.fields["topics"]
        assert isinstance(topics, forms.MultipleChoiceField)
        topics.choices = list(TOPICS.items())
        if robot:
            self.initial = {"name": robot.name, "topics": robot.topics}
            self.fields["address"].required = False
            self.fields["address"].help_text = _("Leave empty to keep %(address)s.") % {
                "address": robot.address_shown
            }
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        others = Robot.objects.exclude(pk=self.robot.pk) if self.robot else Robot.objects.all()
        if others.filter(name=name).exists():
            raise ValidationError(_("Another robot bears this name."))
        return name

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if "address" in typed:
            typed["address"] = self.whole_address(typed)
        return typed

    def whole_address(self, typed: dict[str, Any]) -> str:
        """The address as it is kept; the one in use where none was typed."""
        if not typed["address"] and self.robot:
            return self.robot.address
        try:
            return robot_address(typed["address"], typed.get("secret", ""))
        except ValueError:
            fault = _("This is not the address of a WeCom, DingTalk or Feishu robot.")
            self.add_error("address", fault)
            return ""
