"""Feedback of the demo school: said with and without a name, answered, promised, on the wall."""

from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from campus.feedback import actions
from campus.feedback.receipts import new_code
from campus.models import Duty, Feedback, FeedbackTopic, Person, Role

# Area, topic, words, stars, then the answer, and what the wall says: said, did.
SAID: tuple[tuple[str, str, str, int | None, str, str, str], ...] = (
    ("canteen", "price", "二楼的红烧鱼块涨了一块钱，块头没变大。", 2,
     "鱼块进价上涨，已与供应商重新议价，下周起恢复原价。", "红烧鱼块涨价", "重新议价，已恢复原价"),
    ("canteen", "variety", "早餐能不能多几样粗粮？", 3,
     "下周起每天供应玉米、紫薯各一样。", "早餐想吃粗粮", "每天供应玉米、紫薯各一样"),
    ("canteen", "hygiene", "三号窗口的筷子有时候是湿的。", 2,
     "已检查消毒柜烘干时间，由二十分钟改为四十分钟。", "筷子没烘干", "烘干时间加到四十分钟"),
    ("canteen", "service", "打饭阿姨很耐心，谢谢。", 5, "谢谢你的鼓励，已转达。", "", ""),
    ("canteen", "quality", "周三的米饭有点夹生。", 2, "", "米饭夹生", ""),
    ("canteen", "variety", "想要清淡一点的汤。", None, "", "想喝清淡的汤", ""),
    ("canteen", "service", "十二点十分排队太长，二号窗口只开了一个人。", 2, "", "午餐排队太长", ""),
    ("dormitory", "water", "晚自习后洗澡水不够热。", 2,
     "锅炉出水温度已调高，并把供水时间延长到二十二点十分。", "晚自习后热水不热",
     "水温调高，供水延长十分钟"),
    ("dormitory", "quiet", "隔壁寝室熄灯后还在聊天。", None,
     "宿管员已上门提醒，本周重点巡查。", "", ""),
    ("dormitory", "facilities", "三楼洗漱间只有两个插座，吹头发要排队。", 3, "",
     "吹风机插座太少", ""),
    ("dormitory", "hygiene", "楼梯口的垃圾桶满得快。", 3, "", "", ""),
)  # fmt: skip
PROMISED = {"午餐排队太长": "十二点到十二点半二号窗口增开一人，两周内到位。"}
ANSWERS = {"canteen": Role.CANTEEN_MANAGER, "dormitory": Role.DORM_WARDEN}


def fill(random: Random, day: date) -> None:
    """Some weeks of feedback up to `day`, every second entry without a name."""
    pupils = list(Person.objects.active().filter(kind=Person.Kind.PUPIL)[:200])
    topics = {(each.area, each.code): each for each in FeedbackTopic.objects.all()}
    wanted = [each for each in SAID if (each[0], each[1]) in topics]
    for index, (area, code, words, stars, *answered) in enumerate(wanted):
        said_on = day - timedelta(days=1 + 2 * (len(wanted) - index))
        at = moment(said_on, random)
        topic = topics[area, code]
        entry = written(topic, words, stars, random.choice(pupils), unnamed=index % 2 == 0, at=at)
        told(entry, *answered, by=answering(area), at=at + timedelta(hours=20))
    for entry in Feedback.objects.on_wall().filter(did=""):
        for pupil in random.sample(pupils, random.randint(3, 40)):
            if pupil.pk != entry.reporter_id:
                actions.vote(entry, by=pupil)


def moment(day: date, random: Random) -> datetime:
    """Some time around noon."""
    return timezone.make_aware(datetime.combine(day, time(12, random.randint(0, 50))))


def answering(area: str) -> Person:
    """Whoever answers for an area, as the demo accounts have it."""
    return Duty.objects.filter(role=ANSWERS[area]).select_related("person")[0].person


def written(
    topic: FeedbackTopic, words: str, stars: int | None, by: Person, *, unnamed: bool, at: datetime
) -> Feedback:
    """The entry as it has arrived."""
    facts = {"kind": Feedback.Kind.OPINION, "words": words, "stars": stars}
    if not unnamed:
        return actions.write(topic, **facts, by=by, at=at)  # type: ignore[arg-type]  # facts of one form
    actions.drop_entry(topic, code=new_code(), **facts, allowed_to=by, at=at)  # type: ignore[arg-type]  # as above
    actions.deliver(at=at + timedelta(hours=1))
    return Feedback.objects.latest("pk")


def told(entry: Feedback, answer: str, said: str, did: str, *, by: Person, at: datetime) -> None:
    """What has become of it so far."""
    if said in PROMISED:
        until = (at + timedelta(days=14)).date()
        actions.promise(entry, words=PROMISED[said], until=until, by=by, at=at)
    if answer:
        actions.answer(entry, words=answer, by=by, at=at)
    if said:
        actions.put_up(entry, said=said, did=did, by=by, at=at)
