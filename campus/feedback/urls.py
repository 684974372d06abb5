"""Addresses of feedback. Nothing that is sent below `unnamed/` and `receipt/` is noted for the
person who sends it (`campus.submissions.keys`)."""

from django.urls import path

from campus.cases.urls import case_paths
from campus.feedback.views import entries, figures, receipt, topics, wall, writing

app_name = "feedback"

urlpatterns = [
    path("", writing.overview, name="overview"),
    path("new/<slug:area>/", writing.new, name="new"),
    path("unnamed/<slug:area>/", writing.new_unnamed, name="new_unnamed"),
    path("receipt/", receipt.read, name="receipt"),
    path("receipt/reply/", receipt.reply, name="receipt_reply"),
    path("receipt/stars/", receipt.stars, name="receipt_stars"),
    path("wall/", wall.wall, name="wall"),
    path("wall/<int:pk>/vote/", wall.vote, name="vote"),
    path("entries/", entries.entries, name="entries"),
    path("entries/give/", entries.give, name="give"),
    path("figures/<slug:area>/", figures.figures, name="figures"),
    path("topics/", topics.topics, name="topics"),
    path("topics/new/", topics.new, name="topic_new"),
    path("topics/<int:pk>/", topics.edit, name="topic"),
    *case_paths("feedback"),
]
