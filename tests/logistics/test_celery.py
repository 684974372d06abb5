"""What the worker finds of the portal's tasks."""

from django.conf import settings

from logistics.celery import NotedTask, app


def test_every_task_of_the_clock_is_known_to_the_worker():
    app.loader.import_default_modules()
    planned = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert planned - set(app.tasks) == set()


def test_every_task_leaves_its_name_in_the_row_history():
    app.loader.import_default_modules()
    own = [task for name, task in app.tasks.items() if not name.startswith("celery.")]
    assert [task.name for task in own if not isinstance(task, NotedTask)] == []
