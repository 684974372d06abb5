"""The categories that most schools have; the school renames, adds and withdraws them."""

from django.db import migrations

USUAL = (
    ("water", "水电"),
    ("light", "照明与插座"),
    ("furniture", "桌椅家具"),
    ("doors", "门窗锁具"),
    ("multimedia", "多媒体"),
    ("air", "空调暖气"),
    ("network", "网络通信"),
    ("fire", "消防设施"),
    ("other", "其他"),
)


def lay(apps, schema_editor):
    category = apps.get_model("repairs", "Category")
    category.objects.bulk_create(
        category(code=code, name=name, position=position)
        for position, (code, name) in enumerate(USUAL)
    )


def take_away(apps, schema_editor):
    apps.get_model("repairs", "Category").objects.exclude(code="").delete()


class Migration(migrations.Migration):
    dependencies = [("repairs", "0001_initial")]

    operations = [migrations.RunPython(lay, take_away)]
