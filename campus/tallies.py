"""Sums that the database keeps by itself, so that a figure costs the same at any size.

An area writes a model with a column for each key and each sum, unique over the keys, and gives the
counted model the trigger of its `Tally`: each row that is added, changed or deleted changes its
cell in the same statement. Nothing else writes these tables.
"""

from dataclasses import dataclass

import pgtrigger


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How rows of `source` are summed into `table`; both are names of tables.

    `keys` and `sums` are columns of `table` with the SQL that gives their value for one row, which
    is called `{row}` there. Values of `sums` are numbers, never NULL.
    """

    source: str
    table: str
    keys: dict[str, str]
    sums: dict[str, str]

    @property
    def trigger(self) -> pgtrigger.Trigger:
        """Keeps the cells of `table` true; row by row, after each change."""
        return pgtrigger.Trigger(
            name=f"tallied_in_{self.table}"[:43],
            when=pgtrigger.After,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            func=self.body,
        )

    @property
    def body(self) -> str:
        """Cells lose what the row was and gain what it is, always in one order: two people who move
        rows between the same two cells in opposite directions wait, and neither for ever."""
        old, new = self.values("OLD"), self.values("NEW")
        less = ", ".join(f"-({sql})" for _name, sql in self.of(self.sums, "OLD"))
        was = ", ".join(sql for _name, sql in self.of(self.keys, "OLD"))
        keys = ", ".join(self.keys)
        changed = ", ".join(f"sum({name})" for name in self.sums)
        more = ", ".join(f"{name} = {self.table}.{name} + EXCLUDED.{name}" for name in self.sums)
        return f"""
            IF TG_OP = 'UPDATE' AND ROW({old}) IS NOT DISTINCT FROM ROW({new}) THEN
                RETURN NULL;
            END IF;
            INSERT INTO {self.table} ({self.columns})
            SELECT {keys}, {changed} FROM (
                SELECT {was}, {less} WHERE TG_OP <> 'INSERT'
                UNION ALL
                SELECT {new} WHERE TG_OP <> 'DELETE'
            ) AS change ({self.columns})
            GROUP BY {keys} ORDER BY {keys}
            ON CONFLICT ({keys}) DO UPDATE SET {more};
            RETURN NULL;
        """  # noqa: S608  # constants of the code

    @property
    def counted(self) -> str:
        """A statement that gives all cells anew from the rows themselves, without empty ones."""
        keys = ", ".join(f"{sql} AS {name}" for name, sql in self.of(self.keys, "of_row"))
        sums = ", ".join(f"sum({sql}) AS {name}" for name, sql in self.of(self.sums, "of_row"))
        groups = ", ".join(str(number) for number in range(1, len(self.keys) + 1))
        return f"SELECT {keys}, {sums} FROM {self.source} AS of_row GROUP BY {groups}"  # noqa: S608  # as above

    @property
    def columns(self) -> str:
        return ", ".join([*self.keys, *self.sums])

    def values(self, row: str) -> str:
        return ", ".join(sql for _name, sql in self.of({**self.keys, **self.sums}, row))

    def of(self, columns: dict[str, str], row: str) -> list[tuple[str, str]]:
        """The columns with their SQL for a row of this name."""
        return [(name, sql.format(row=row)) for name, sql in columns.items()]


def day_of(moment: str, time_zone: str) -> str:
    """SQL for the day of a moment, itself SQL, in school time."""
    return f"(({moment}) AT TIME ZONE '{time_zone}')::date"
