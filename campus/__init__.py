"""The ground that every work area stands on, one folder a noun.

people: who is who, and who holds which duty. places: where. school_time: semesters,
days off, hours.
sheets: tables that come and go as files. rosters: the school brought in from a workbook.
notices: what somebody is told, and how it reaches them. shell: the look of every page.
doors: how a right is asked for and how a refusal is told.
"""
