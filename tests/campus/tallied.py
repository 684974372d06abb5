"""What the database keeps of a tally, and the same counted from the rows."""

from django.db import connection

from campus.tallies import Tally


def kept(tally: Tally) -> set[tuple]:
    """The cells that are not empty, as the database keeps them."""
    columns = ", ".join([*tally.keys, *tally.sums])
    return cells(tally, f"SELECT {columns} FROM {tally.table}")  # constants


def counted(tally: Tally) -> set[tuple]:
    """The same, counted from the rows themselves."""
    return cells(tally, tally.counted)


def cells(tally: Tally, statement: str) -> set[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return {row for row in cursor.fetchall() if any(row[len(tally.keys) :])}
