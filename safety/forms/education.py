"""What is typed about activities of safety education, their classes and their quiz."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person, SchoolClass
from campus.people.picking import PersonField
from campus.submissions.forms import EditForm
from planning.forms.entry import DayField
from safety.forms.drills import LinesField
from safety.models import SafetyEvent

RIGHT = "*"


class QuizField(LinesField):
    """Questions as lines: question | answer | *right answer | answer. Cleans to what the actions
    take: (question, answers, number of the right one)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(cells=7, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value
        rows = [
            [text, *(f"{RIGHT}{each}" if at == right else each for at, each in enumerate(answers))]
            for text, answers, right in value
        ]
        return super().prepare_value(rows)

    def clean(self, value: Any) -> list[tuple[str, list[str], int]]:
        """Raises ValidationError for a question without answers, or without one right answer."""
        questions = []
        for number, cells in enumerate(super().clean(value), 1):
            text, *answers = [cell for cell in cells if cell]
            right = [at for at, each in enumerate(answers) if each.startswith(RIGHT)]
            if len(answers) < 2 or len(right) != 1:
                raise ValidationError(
                    gettext("Line %(number)d: at least two answers, one of them marked with *.")
                    % {"number": number}
                )
            plain = [each.removeprefix(RIGHT).strip()[:100] for each in answers]
            questions.append((text, plain, right[0]))
        return questions


class EventForm(EditForm):
    """An activity, for whom it is, and a short quiz."""

    on = DayField(label=_("Day"))
    organiser = PersonField(label=_("Organised by"))
    classes = forms.ModelMultipleChoiceField(
        label=_("Classes"), queryset=SchoolClass.objects.all(), widget=forms.CheckboxSelectMultiple
    )
    questions = QuizField(
        label=_("Quiz"),
        help_text=_("One question a line: question | answer | *right answer | answer."),
    )
    attachments = AttachmentsField(label=_("Material"), required=False)

    class Meta:
        model = SafetyEvent
        fields = ["title", "domain", "on", "where", "organiser", "content", "occasion"]
        widgets = {"content": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)
        if self.instance.pk:
            self.initial["classes"] = [each.school_class_id for each in self.instance.classes.all()]
            self.initial["questions"] = [
                (each.text, each.answers, each.right) for each in self.instance.questions.all()
            ]
        self.helper.layout = Layout(
            "title", Row(Column("domain"), Column("on")), Row(Column("where"), Column("organiser")),
            "occasion", "content", "attachments", "classes", "questions",
        )  # fmt: skip


class Attendance(forms.Form):
    """How many of each class were there; empty where nobody has counted."""

    def __init__(self, *args: Any, rows: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in rows:
            self.fields[f"class-{row.pk}"] = forms.IntegerField(
                label=str(row.school_class), min_value=0, max_value=5000, required=False,
                widget=forms.NumberInput(attrs={"class": "form-control", "inputmode": "numeric"}),
                initial=row.present,
            )  # fmt: skip

    def present(self) -> dict[int, int]:
        """By number of the row, what was typed."""
        return {
            int(name.partition("-")[2]): value
            for name, value in self.cleaned_data.items()
            if value is not None
        }


class QuizForm(forms.Form):
    """The questions of a quiz, one answer each."""

    def __init__(self, *args: Any, questions: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in questions:
            self.fields[f"question-{question.pk}"] = forms.TypedChoiceField(
                label=question.text, choices=list(enumerate(question.answers)), coerce=int,
                widget=forms.RadioSelect,
            )  # fmt: skip

    def answers(self) -> dict[int, int]:
        """By number of the question, the number of the answer."""
        return {int(name.partition("-")[2]): value for name, value in self.cleaned_data.items()}
