"""What is typed by those who watch over the canteens: accompanied meals, 5C, surveys."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person
from campus.people.picking import PeopleField, PersonField
from campus.shell.forms import PlainForm, day_field
from canteen.actions.accompany import MOST_DAYS
from canteen.actions.surveys import USUAL_QUESTIONS
from canteen.forms.plain import CheckedForm, words_field
from canteen.models import Canteen, CanteenWorker, Choice, FiveCArea, Grade, Meal, Survey
from canteen.models.accompany import GRADED

MOST_QUESTIONS = 30


def canteens() -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label=gettext_lazy("Canteen"), queryset=Canteen.objects.running(), empty_label=None
    )


class RotaForm(PlainForm):
    """Who eats along, one after the other, on the working days of a span."""

    canteen = canteens()
    meals = forms.MultipleChoiceField(
        label=gettext_lazy("Meals"), choices=Meal.choices, initial=[Meal.LUNCH],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    first = day_field(gettext_lazy("From"))
    last = day_field(gettext_lazy("Until"))
    people = PeopleField(
        label=gettext_lazy("Who eats along"), required=True,
        help_text=gettext_lazy("Names or numbers, parted by commas; they take turns."),
    )  # fmt: skip

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people: Any = self.fields["people"]
        people.of(person)

    def clean_people(self) -> list[Person]:
        """Raises ValidationError for pupils: somebody of the staff answers for a meal."""
        people: list[Person] = self.cleaned_data["people"]
        if any(each.is_pupil for each in people):
            raise ValidationError(_("Only staff are on the rota."))
        return people

    def clean(self) -> dict[str, Any]:
        """It ends after it begins, within half a year."""
        typed = super().clean() or {}
        first, last = typed.get("first"), typed.get("last")
        if first and last and not 0 <= (last - first).days <= MOST_DAYS:
            self.add_error("last", _("A rota ends after it begins, within half a year."))
        return typed


class HandOverForm(PlainForm):
    """Who eats along instead."""

    to = PersonField(label=gettext_lazy("Who eats along instead?"))


def grade_field(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=Grade.choices, widget=forms.RadioSelect)


class RecordForm(PlainForm):
    """What was found at a meal."""

    taste = grade_field(gettext_lazy("Taste and quality"))
    hygiene = grade_field(gettext_lazy("Hygiene"))
    order = grade_field(gettext_lazy("Order in the hall"))
    service = grade_field(gettext_lazy("Service"))
    words = words_field(gettext_lazy("Remarks, reactions"), 300, rows=2, required=False)
    problem = words_field(
        gettext_lazy("Problem"), 120, required=False,
        help_text=gettext_lazy("In a few words; it is followed up until it is done."),
    )  # fmt: skip
    owner = PersonField(label=gettext_lazy("Who follows it up?"), required=False)

    def clean(self) -> dict[str, Any]:
        """A problem is followed up by somebody."""
        typed = super().clean() or {}
        if typed.get("problem") and not typed.get("owner") and "owner" not in self.errors:
            self.add_error("owner", _("Say who follows it up."))
        return typed


assert set(GRADED) <= set(RecordForm.base_fields)


class AreaForm(CheckedForm):
    """An area, its keeper, and the agreed state in words and pictures."""

    attachments = AttachmentsField(label=gettext_lazy("Pictures of the agreed state"))

    class Meta:
        model = FiveCArea
        fields = ["canteen", "name", "owner", "state"]

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)
        owner: Any = self.fields["owner"]
        owner.queryset = CanteenWorker.objects.there(timezone.localdate()).defer("sought")


class SurveyForm(PlainForm):
    """A survey: its days, and a question a line."""

    title = words_field(gettext_lazy("Title"), 80)
    opens_on = day_field(gettext_lazy("Open from"))
    closes_on = day_field(gettext_lazy("Open until"))
    questions = forms.CharField(
        label=gettext_lazy("Questions, one a line"), max_length=3000,
        widget=forms.Textarea(attrs={"rows": 11}),
    )  # fmt: skip

    def __init__(self, *args: Any, survey: Survey, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.survey = survey
        if survey.pk:
            texts = [each.text for each in survey.questions.all()]
            self.initial = {
                "title": survey.title, "opens_on": survey.opens_on,
                "closes_on": survey.closes_on, "questions": "\n".join(texts), **self.initial,
            }  # fmt: skip
        else:
            self.initial.setdefault("questions", "\n".join(_(each) for each in USUAL_QUESTIONS))

    def clean_title(self) -> str:
        """Raises ValidationError for the title of another one."""
        title: str = self.cleaned_data["title"]
        if Survey.objects.filter(title=title).exclude(pk=self.survey.pk).exists():
            raise ValidationError(_("Another survey has this title."))
        return title

    def clean_questions(self) -> list[str]:
        """Each line once. Raises ValidationError for too many, and for too long ones."""
        lines = [" ".join(each.split()) for each in self.cleaned_data["questions"].splitlines()]
        questions = list(dict.fromkeys(filter(None, lines)))
        if not 0 < len(questions) <= MOST_QUESTIONS:
            raise ValidationError(_("Ask between 1 and 30 questions."))
        if any(len(each) > 80 for each in questions):
            raise ValidationError(_("A question has 80 characters at most."))
        return questions

    def clean(self) -> dict[str, Any]:
        """It closes after it opens."""
        typed = super().clean() or {}
        opens: date | None = typed.get("opens_on")
        closes: date | None = typed.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", _("It cannot close before it opens."))
        return typed


class AnswerForm(PlainForm):
    """The answers of somebody; the form knows nobody."""

    canteen = canteens()

    def __init__(self, *args: Any, survey: Survey, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.disable_csrf = True
        self.questions = list(survey.questions.all())
        for question in self.questions:
            self.fields[f"q{question.pk}"] = forms.ChoiceField(
                label=question.text, choices=Choice.choices, widget=forms.RadioSelect
            )

    def choices(self) -> dict[int, str]:
        """The answer to each question, by its number."""
        return {each.pk: self.cleaned_data[f"q{each.pk}"] for each in self.questions}
