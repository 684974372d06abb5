"""Charts say in their table what they draw."""

import json
from decimal import Decimal

from django.template.loader import render_to_string

from campus.charts import Chart, Series


def test_the_picture_and_the_table_say_the_same():
    chart = Chart(
        title="Score", labels=["第1周", "第2周"],
        series=[Series(name="高一1班", values=[Decimal("97.50"), None]),
                Series(name="年级", values=[96, 95.25])],
    )  # fmt: skip
    told = json.loads(chart.as_json)
    assert [each["values"] for each in told["series"]] == [[97.5, None], [96, 95.25]]
    assert chart.rows == [("第1周", ["97.5", "96"]), ("第2周", ["–", "95.25"])]


def test_what_it_is_called_cannot_break_out_of_the_page():
    chart = Chart(title="<b>", labels=['"><script>'], series=[Series(name="x", values=[1])])
    drawn = render_to_string("shell/chart.html", {"chart": chart})
    assert "<script>" not in drawn
    assert "<b>" not in drawn
