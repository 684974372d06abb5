"""Numbers of repairs for dashboard and report, each with the list that proves it."""
