"""What the clock (Celery beat) wakes, and when, in school time."""

from celery.schedules import crontab

SCHEDULE = {
    "send due reminders": {"task": "planning.tasks.send_due_reminders", "schedule": crontab()},
    # Before the office opens: days off, duties and departments may have changed since yesterday.
    "lay reminders anew": {
        "task": "planning.tasks.lay_reminders",
        "schedule": crontab(hour="6", minute="30"),
    },
    "keep inspections in time": {
        "task": "inspections.tasks.keep_time",
        "schedule": crontab(minute="*/5"),
    },
    "expect places to be seen": {
        "task": "inspections.tasks.expect_places",
        "schedule": crontab(hour="2", minute="30"),
    },
    "confirm what was mended": {
        "task": "repairs.tasks.confirm_old",
        "schedule": crontab(hour="4", minute="0"),
    },
    "warn of overdue loans": {
        "task": "repairs.tasks.warn_of_overdue_loans",
        "schedule": crontab(hour="7", minute="30"),
    },
    "lay maintenance": {
        "task": "repairs.tasks.lay_maintenance",
        "schedule": crontab(hour="5", minute="40"),
    },
    "let go of old tables": {
        "task": "repairs.tasks.let_go_of_old_tables",
        "schedule": crontab(hour="3", minute="25"),
    },
    "tell of missing food samples": {
        "task": "canteen.tasks.remind_of_samples",
        "schedule": crontab(minute="*/5"),
    },
    "tell of missing pupils": {
        "task": "dormitory.tasks.tell_of_missing",
        "schedule": crontab(),
    },
    "end stays of leavers": {
        "task": "dormitory.tasks.end_stays_of_leavers",
        "schedule": crontab(hour="1", minute="15"),
    },
    "let go of old allotments": {
        "task": "dormitory.tasks.let_go_of_old_allotments",
        "schedule": crontab(hour="3", minute="30"),
    },
    "ask after trips": {
        "task": "vehicles.tasks.ask_after_trips",
        "schedule": crontab(minute="*/5"),
    },
    "lay months of vehicles": {
        "task": "vehicles.tasks.lay_months",
        "schedule": crontab(hour="5", minute="50"),
    },
    # Until noon, for a mail server that is away at first; each letter is laid and sent once.
    "send the letters of the week": {
        "task": "logistics.dashboard.tasks.send_letters",
        "schedule": crontab(minute="*/10", hour="7-11", day_of_week="mon"),
    },
    "keep the week of what stands": {
        "task": "logistics.dashboard.tasks.keep_week",
        "schedule": crontab(hour="23", minute="40"),
    },
    "fetch the school's list": {
        "task": "campus.directory.tasks.begin",
        "schedule": crontab(hour="2", minute="10"),
    },
    "bring the school's list in": {
        "task": "campus.directory.tasks.go_on",
        "schedule": crontab(),
    },
    "tell other systems": {"task": "campus.webhooks.tasks.sweep", "schedule": crontab()},
    "forget what other systems were told": {
        "task": "campus.webhooks.tasks.forget_old",
        "schedule": crontab(hour="3", minute="35"),
    },
    "take up forgotten jobs": {"task": "campus.jobs.tasks.take_up_jobs", "schedule": crontab()},
    "forget old submissions": {
        "task": "campus.submissions.tasks.clear_old",
        "schedule": crontab(hour="3", minute="20"),
    },
    "clear old job files": {
        "task": "campus.jobs.tasks.clear_old_files",
        "schedule": crontab(hour="3", minute="10"),
    },
    "ring alarms of promises": {"task": "campus.cases.tasks.ring_alarms", "schedule": crontab()},
    "empty the letterbox": {
        "task": "campus.feedback.tasks.empty_letterbox",
        "schedule": crontab(),
    },
    "forget weeks of feedback": {
        "task": "campus.feedback.tasks.forget_old_weeks",
        "schedule": crontab(hour="3", minute="15"),
    },
    "clear up attachments": {
        "task": "campus.attachments.tasks.clear_up",
        "schedule": crontab(hour="3", minute="30"),
    },
    "let go of old imports": {
        "task": "campus.rosters.tasks.let_go_of_old",
        "schedule": crontab(hour="3", minute="20"),
    },
    "let go of what is kept no longer": {
        "task": "campus.privacy.tasks.let_go",
        "schedule": crontab(hour="1", minute="30"),
    },
    "lay the year's compliance audit": {
        "task": "campus.privacy.tasks.lay_year",
        "schedule": crontab(hour="5", minute="10"),
    },
    "seal the audit log": {
        "task": "campus.audit.tasks.seal_and_check",
        "schedule": crontab(hour="4", minute="10"),
    },
    "forget devices": {
        "task": "campus.account.tasks.clear_devices",
        "schedule": crontab(hour="3", minute="50"),
    },
    "tell of silent devices": {
        "task": "campus.readings.tasks.tell_of_silence",
        "schedule": crontab(minute="*/5"),
    },
    "forget old calls of programs": {
        "task": "logistics.api.repeating.tasks.forget_old_calls",
        "schedule": crontab(hour="3", minute="45"),
    },
    "forget sessions by identity": {
        "task": "campus.identity.tasks.forget_sessions",
        "schedule": crontab(hour="3", minute="55"),
    },
    "forget tokens of apps": {
        "task": "campus.clients.tasks.forget_tokens",
        "schedule": crontab(hour="3", minute="57"),
    },
    "spell names": {
        "task": "campus.people.tasks.spell_names",
        "schedule": crontab(hour="3", minute="40"),
    },
    "sweep undelivered notices": {
        "task": "campus.notices.tasks.sweep_deliveries",
        "schedule": crontab(),
    },
}
