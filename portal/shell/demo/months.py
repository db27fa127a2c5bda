"""The shape of one month of the made-up house, and the owners and titles it shares."""

from typing import NamedTuple

# An owner is a region's code, a unit's or an issue's key, or a seat; ALL is every region.
ALL = "all"


class Topic(NamedTuple):
    title: str
    discussion: str
    resolution: str
    assigned: list[tuple[str, str]]


class Month(NamedTuple):
    news: str
    told: str
    topics: tuple[Topic, Topic]


NOMINATE_COORDINATOR = "เสนอชื่อผู้ประสานงานภาค 1 คน จากอนุกรรมการในภาค"
NOMINATE_12 = "เสนอชื่อผู้แทนกลุ่มจังหวัดแทนที่นั่งที่ 12"
NOMINATE_48 = "เสนอชื่อผู้แทนกลุ่มจังหวัดแทนที่นั่งที่ 48"
