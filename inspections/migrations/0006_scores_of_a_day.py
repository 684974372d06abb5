import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from campus.migrating import Together
from campus.triggers import AddTrigger

# The scores that are there already, as the trigger would have counted them.
COUNTED = """
    INSERT INTO inspections_scoretally (day, checklist_id, checks, flawless, faults, taken, given)
    SELECT day, checklist_id, count(*), count(*) FILTER (WHERE faults = 0), sum(faults), sum(taken),
           sum(given)
    FROM inspections_partscore WHERE NOT is_again GROUP BY day, checklist_id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0005_parts"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="ScoreTally",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("day", models.DateField(verbose_name="day")),
                        ("checks", models.IntegerField(default=0)),
                        ("flawless", models.IntegerField(default=0)),
                        ("faults", models.IntegerField(default=0)),
                        ("taken", models.DecimalField(decimal_places=2, default=0, max_digits=9)),
                        ("given", models.DecimalField(decimal_places=2, default=0, max_digits=9)),
                    ],
                    options={
                        "verbose_name": "points of a day",
                        "verbose_name_plural": "points of a day",
                    },
                ),
                AddTrigger(
                    model_name="partscore",
                    trigger=pgtrigger.compiler.Trigger(
                        name="tallied_in_inspections_scoretally",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'UPDATE' AND ROW(OLD.day, OLD.checklist_id, (NOT OLD.is_again)::int, (NOT OLD.is_again AND OLD.faults = 0)::int, CASE WHEN NOT OLD.is_again THEN OLD.faults ELSE 0 END, CASE WHEN NOT OLD.is_again THEN OLD.taken ELSE 0 END, CASE WHEN NOT OLD.is_again THEN OLD.given ELSE 0 END) IS NOT DISTINCT FROM ROW(NEW.day, NEW.checklist_id, (NOT NEW.is_again)::int, (NOT NEW.is_again AND NEW.faults = 0)::int, CASE WHEN NOT NEW.is_again THEN NEW.faults ELSE 0 END, CASE WHEN NOT NEW.is_again THEN NEW.taken ELSE 0 END, CASE WHEN NOT NEW.is_again THEN NEW.given ELSE 0 END) THEN\n                RETURN NULL;\n            END IF;\n            INSERT INTO inspections_scoretally (day, checklist_id, checks, flawless, faults, taken, given)\n            SELECT day, checklist_id, sum(checks), sum(flawless), sum(faults), sum(taken), sum(given) FROM (\n                SELECT OLD.day, OLD.checklist_id, -((NOT OLD.is_again)::int), -((NOT OLD.is_again AND OLD.faults = 0)::int), -(CASE WHEN NOT OLD.is_again THEN OLD.faults ELSE 0 END), -(CASE WHEN NOT OLD.is_again THEN OLD.taken ELSE 0 END), -(CASE WHEN NOT OLD.is_again THEN OLD.given ELSE 0 END) WHERE TG_OP <> 'INSERT'\n                UNION ALL\n                SELECT NEW.day, NEW.checklist_id, (NOT NEW.is_again)::int, (NOT NEW.is_again AND NEW.faults = 0)::int, CASE WHEN NOT NEW.is_again THEN NEW.faults ELSE 0 END, CASE WHEN NOT NEW.is_again THEN NEW.taken ELSE 0 END, CASE WHEN NOT NEW.is_again THEN NEW.given ELSE 0 END WHERE TG_OP <> 'DELETE'\n            ) AS change (day, checklist_id, checks, flawless, faults, taken, given)\n            GROUP BY day, checklist_id ORDER BY day, checklist_id\n            ON CONFLICT (day, checklist_id) DO UPDATE SET checks = inspections_scoretally.checks + EXCLUDED.checks, flawless = inspections_scoretally.flawless + EXCLUDED.flawless, faults = inspections_scoretally.faults + EXCLUDED.faults, taken = inspections_scoretally.taken + EXCLUDED.taken, given = inspections_scoretally.given + EXCLUDED.given;\n            RETURN NULL;\n        ",
                            hash="07d841e569652927e08d07de2776e940245d9ceb",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_tallied_in_inspections_scoretally_48059",
                            table="inspections_partscore",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddField(
                    model_name="scoretally",
                    name="checklist",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="inspections.checklist",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="scoretally",
                    constraint=models.UniqueConstraint(
                        fields=("checklist", "day"), name="score_tally_once"
                    ),
                ),
            ]
        ),
        migrations.RunSQL(COUNTED, migrations.RunSQL.noop),
    ]
