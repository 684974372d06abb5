"""The places of the demo school: one campus, eleven buildings, some six hundred rooms."""

from collections.abc import Iterator
from datetime import datetime

from campus.models import Department, Person, Place, SchoolClass
from campus.places import actions
from campus.places.models import Use

Kind = Place.Kind
HOUSES = ("A-SS1", "A-SS2")
BUILDINGS = {
    "A-JX1": "明德楼", "A-JX2": "致知楼", "A-SY": "格物楼", "A-TS": "图书馆", "A-XZ": "行政楼",
    "A-ST": "食堂", "A-TY": "体育馆", "A-SS1": "松园宿舍", "A-SS2": "竹园宿舍", "A-HQ": "后勤楼",
    "A-YW": "医务室",
}  # fmt: skip
# The number of the demo account that manages the building.
MANAGERS = {
    "A-JX1": "teacher", "A-SY": "safety", "A-XZ": "dispatcher", "A-ST": "canteen",
    "A-SS1": "warden", "A-SS2": "warden", "A-HQ": "technician",
}  # fmt: skip
# Floor → rooms: the last two digits, the name behind the number, use, people.
Room = tuple[str, str, Use, int | None]
WASHROOMS: list[Room] = [("91", "男卫生间", Use.TOILET, None), ("92", "女卫生间", Use.TOILET, None)]
LABS = {
    1: ("通用技术", "机器人"), 2: ("物理", "物理"), 3: ("化学", "化学"), 4: ("生物", "生物"),
    5: ("信息", "信息"),
}  # fmt: skip
OFFICES = {
    1: ("安全处", "信息处", "收发室", "接待室"),
    2: ("德育处", "团委", "课程教学处", "考务室"),
    3: ("后勤服务处", "后勤会议室", "工会", "档案室"),
    4: ("校长办公室", "书记办公室", "大会议室", "校史馆"),
}
CANTEEN: dict[int, list[Room]] = {
    1: [
        ("01", "一楼大厅", Use.CANTEEN, 600), ("02", "热加工间", Use.KITCHEN, None),
        ("03", "粗加工间", Use.KITCHEN, None), ("04", "洗消间", Use.KITCHEN, None),
        ("05", "主食库", Use.WAREHOUSE, None), ("06", "副食库", Use.WAREHOUSE, None),
        ("07", "冷库", Use.WAREHOUSE, None), ("08", "留样间", Use.KITCHEN, None),
    ],
    2: [
        ("01", "二楼大厅", Use.CANTEEN, 500), ("02", "清真窗口", Use.CANTEEN, 60),
        ("03", "教工餐厅", Use.CANTEEN, 120), ("04", "面点间", Use.KITCHEN, None),
        ("05", "更衣室", Use.OTHER, None), ("06", "膳食科办公室", Use.OFFICE, 6),
    ],
}  # fmt: skip
SPORTS: dict[int, list[Room]] = {
    1: [
        ("01", "篮球馆", Use.SPORTS, 800), ("02", "乒乓球室", Use.SPORTS, 40),
        ("03", "器材室", Use.WAREHOUSE, None), *WASHROOMS,
    ],
    2: [
        ("01", "羽毛球馆", Use.SPORTS, 60), ("02", "舞蹈教室", Use.CLASSROOM, 40),
        ("03", "体育组", Use.OFFICE, 12), *WASHROOMS,
    ],
}  # fmt: skip
YARD: list[Room] = [
    ("01", "配电房", Use.PLANT_ROOM, None), ("02", "水泵房", Use.PLANT_ROOM, None),
    ("03", "锅炉房", Use.PLANT_ROOM, None), ("04", "维修间", Use.OTHER, 6),
    ("05", "总务仓库", Use.WAREHOUSE, None), ("06", "危化品库", Use.WAREHOUSE, None),
    ("07", "垃圾房", Use.OTHER, None), ("08", "车库", Use.OTHER, None),
]  # fmt: skip
# Places under the open sky, and spots in rooms: code, name, use, what they are part of.
OUTDOORS = (
    ("A-M1", "南大门", Use.GATE), ("A-M2", "东门", Use.GATE), ("A-M3", "后勤通道门", Use.GATE),
    ("A-CC", "田径场", Use.SPORTS), ("A-LQ", "室外篮球场", Use.SPORTS),
    ("A-GC", "中心广场", Use.OUTDOORS), ("A-TC", "停车场", Use.OUTDOORS),
    ("A-CH", "化粪池", Use.OUTDOORS),
)  # fmt: skip
SPOTS = (
    ("A-SY-301-X", "洗眼器", "A-SY-301"), ("A-SY-302-X", "洗眼器", "A-SY-302"),
    ("A-SY-301-F", "通风橱", "A-SY-301"), ("A-ST-108-L", "留样冰箱", "A-ST-108"),
    ("A-HQ-102-B", "消防泵控制柜", "A-HQ-102"), ("A-ST-101-D", "打菜窗口", "A-ST-101"),
)  # fmt: skip


def lay_places() -> list[Place]:
    """The whole tree in a handful of statements; answers with the two boarding houses."""
    laid = {"A": Place(kind=Kind.CAMPUS, code="A", name="主校区")}
    for code, name in BUILDINGS.items():
        add(laid, "A", Kind.BUILDING, code, name)
        for floor, rooms in floors_of(code):
            add(laid, code, Kind.FLOOR, f"{code}-{floor}", f"{floor}层")
            for number, words, use, people in rooms:
                room = f"{floor}{number}"
                add(laid, f"{code}-{floor}", Kind.ROOM, f"{code}-{room}", f"{room} {words}".strip(),
                    use=use, capacity=people)  # fmt: skip
    for code, name, use in OUTDOORS:
        add(laid, "A", Kind.SPOT, code, name, use=use)
    for code, name, room in SPOTS:
        add(laid, room, Kind.SPOT, code, name)
    actions.lay_all(laid.values())
    return [laid[code] for code in HOUSES]


def add(
    laid: dict[str, Place], whole: str, kind: Kind, code: str, name: str, *, use: str = "",
    capacity: int | None = None,
) -> None:  # fmt: skip
    laid[code] = Place(
        parent=laid[whole], kind=kind, code=code, name=name, use=use, capacity=capacity
    )


def floors_of(building: str) -> Iterator[tuple[int, list[Room]]]:
    """The floors of a building with their rooms, from the ground up."""
    if building in HOUSES:
        yield from ((floor, boarding()) for floor in range(1, 7))
    elif building in ("A-JX1", "A-JX2"):
        yield from ((floor, teaching(floor)) for floor in range(1, 6))
    elif building == "A-SY":
        yield from ((floor, laboratories(*names)) for floor, names in LABS.items())
    elif building == "A-XZ":
        yield from ((floor, offices(names)) for floor, names in OFFICES.items())
    elif building == "A-TS":
        yield from ((floor, reading()) for floor in range(1, 4))
    else:
        other = {"A-ST": CANTEEN, "A-TY": SPORTS, "A-HQ": {1: YARD}}
        yield from other.get(building, {1: [("01", "诊室", Use.CLINIC, 4)]}).items()


def boarding() -> list[Room]:
    """26 rooms of six, the warden's room and what the floor shares."""
    rooms: list[Room] = [(f"{room:02}", "", Use.DORM_ROOM, 6) for room in range(1, 27)]
    shared: list[Room] = [
        ("90", "值班室", Use.OFFICE, 1), ("91", "卫生间", Use.TOILET, None),
        ("93", "洗衣房", Use.OTHER, None),
    ]  # fmt: skip
    return rooms + shared


def teaching(floor: int) -> list[Room]:
    rooms: list[Room] = [(f"{room:02}", "教室", Use.CLASSROOM, 54) for room in range(1, 9)]
    staff = "年级办公室" if floor % 2 else "教师办公室"
    return [*rooms, ("09", staff, Use.OFFICE, 16), *WASHROOMS, ("95", "走廊", Use.CORRIDOR, None)]


def laboratories(first: str, second: str) -> list[Room]:
    return [
        ("01", f"{first}实验室一", Use.LABORATORY, 54),
        ("02", f"{second}实验室二", Use.LABORATORY, 54),
        ("03", "准备室", Use.LABORATORY, 4), ("04", "仪器室", Use.WAREHOUSE, None),
        ("05", "实验员办公室", Use.OFFICE, 4), *WASHROOMS, ("95", "走廊", Use.CORRIDOR, None),
    ]  # fmt: skip


def offices(names: tuple[str, ...]) -> list[Room]:
    rooms: list[Room] = [
        (f"{number:02}", name, Use.OFFICE, 6) for number, name in enumerate(names, 1)
    ]
    return [*rooms, *WASHROOMS, ("95", "走廊", Use.CORRIDOR, None)]


def reading() -> list[Room]:
    return [
        ("01", "阅览室", Use.LIBRARY, 120), ("02", "书库", Use.LIBRARY, None),
        ("03", "自习室", Use.LIBRARY, 80), *WASHROOMS,
    ]  # fmt: skip


def name_managers(*, by: Person, at: datetime) -> None:
    """Give each building that has one its manager."""
    people = {
        person.number: person for person in Person.objects.filter(number__in=MANAGERS.values())
    }
    for code, number in MANAGERS.items():
        place = Place.objects.get(code=code)
        actions.change(place, by=by, at=at, manager=people[number])


def give_rooms(*, by: Person, at: datetime) -> None:
    """Each class has a classroom, each department the office of its name."""
    rooms = Place.objects.filter(use=Use.CLASSROOM, code__startswith="A-JX").order_by("code")
    for school_class, room in zip(SchoolClass.objects.all(), rooms, strict=False):
        actions.change(room, by=by, at=at, school_class=school_class)
    for department in Department.objects.all():
        for room in Place.objects.filter(use=Use.OFFICE, name__endswith=department.name):
            actions.change(room, by=by, at=at, department=department)
