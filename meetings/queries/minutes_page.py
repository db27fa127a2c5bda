"""The minutes of one meeting as their page lays them out, for whoever reads it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from meetings.documents.form11 import agenda, foot, roll
from meetings.models import CorrectionRequest, Erratum, Meeting, Minutes, MinutesVersion
from portal.kernel.models import User
from portal.kernel.papers.blocks import Block
from portal.kernel.thai import long_date, short_date

from .minutes import days_waiting, due_on, is_unheard
from .official import SHAPE, minutes_body, minutes_text
from .steps import Step

State, Route = Minutes.State, Minutes.Route


@dataclass(frozen=True)
class MinutesPage:
    """A number of statements that does not grow with the record, its versions or its errata."""

    minutes: Minutes
    reader: User
    on: date

    @property
    def meeting(self) -> Meeting:
        return self.minutes.meeting

    @cached_property
    def version(self) -> MinutesVersion | None:
        """The latest that this reader may read."""
        readable = MinutesVersion.objects.visible_to(self.reader).select_related("saved_by__person")
        return readable.filter(minutes=self.minutes).first()

    @cached_property
    def told(self) -> list[dict]:
        return laid_out(self.version.body, self.errata) if self.version else []

    @property
    def is_taken_back(self) -> bool:
        """Shown as it last went round, for it is being written again."""
        return not self.minutes.is_shared and self.version and self.version.state in Minutes.SHARED

    @property
    def steps(self) -> list[Step]:
        """Circulation and a meeting are two ways; the one that was taken is shown."""
        state = self.minutes.state
        ways = [State.DRAFT, State.CHECKED, State.CIRCULATED, State.PROPOSED, State.ADOPTED]
        at = ways.index(state)
        return [
            Step(str(way.label), self._when(way), index < at, index == at)
            for index, way in enumerate(ways)
            if index >= at or not self._was_skipped(way)
        ]

    def _was_skipped(self, way: State) -> bool:
        return way in (State.CIRCULATED, State.PROPOSED) and way not in self._states_there_were

    @cached_property
    def _states_there_were(self) -> set[str]:
        return set(self.minutes.versions.order_by().values_list("state", flat=True).distinct())

    def _when(self, way: State) -> str:
        if way == State.CIRCULATED and self.minutes.state == State.CIRCULATED:
            return _("ทักท้วงถึง %(day)s") % {"day": short_date(self.minutes.circulated_until)}
        return (
            short_date(self.minutes.adopted_on)
            if way == self.minutes.state == State.ADOPTED
            else ""
        )

    # -- What waits --------------------------------------------------------------------

    @property
    def days_waiting(self) -> int:
        return days_waiting(self.meeting, on=self.on)

    @property
    def due_on(self) -> date:
        return due_on(self.meeting)

    @property
    def is_late(self) -> bool:
        return self.minutes.state == State.DRAFT and self.due_on < self.on

    @property
    def takes_requests(self) -> bool:
        return self.minutes.takes_requests(on=self.on)

    @cached_property
    def is_unheard(self) -> bool:
        return self.minutes.state == State.CIRCULATED and is_unheard(self.minutes)

    @cached_property
    def has_drifted(self) -> bool:
        """Something the text is made of is written otherwise by now, and no version has it."""
        if self.minutes.is_adopted:
            return False
        return minutes_text(minutes_body(self.meeting)) != self.version.text

    # -- Requests and errata -----------------------------------------------------------

    @cached_property
    def requests(self) -> list[CorrectionRequest]:
        rows = self.minutes.correction_requests.select_related(
            "item", "asked_by__person", "settled_by__person"
        )
        return list(rows)

    @property
    def open_requests(self) -> int:
        return sum(not asked.outcome for asked in self.requests)

    @cached_property
    def errata(self) -> list[Erratum]:
        return list(self.minutes.errata.select_related("item", "adopted_in"))

    # -- Whole or not ------------------------------------------------------------------

    @property
    def is_whole(self) -> bool:
        """The text has the digest it was saved with, and what documents are made of says the
        same. A body of an older shape is not laid out as it was, so that only its text counts."""
        version = self.version
        if not version.is_whole:
            return False
        return version.body.get("shape") != SHAPE or minutes_text(version.body) == version.text

    @property
    def adopted_in_words(self) -> str:
        minutes = self.minutes
        day = long_date(minutes.adopted_on)
        match minutes.route:
            case Route.SAME:
                return _("รับรองในการประชุมครั้งนั้น เมื่อ %(day)s") % {"day": day}
            case Route.NEXT:
                told = {"meeting": minutes.adopted_in.name, "day": day}
                return _("รับรองใน%(meeting)s เมื่อ %(day)s") % told
        return _("รับรองโดยการเวียน มีผลวันที่ %(day)s") % {"day": day}


def laid_out(body: dict, errata: Sequence[Erratum] = ()) -> list[dict]:
    """The blocks that follow the head of form 11, for the page has a head of its own: each table
    with the names of its columns in every row, each item with what was put right in it later."""
    beside = defaultdict(list)
    for erratum in errata:
        if erratum.item:
            beside[erratum.item.number].append(erratum)
    blocks = [*roll(body), *agenda(body), *foot(body)]
    return [{**block, "cells": _cells(block), "errata": _beside(block, beside)} for block in blocks]


def _cells(block: Block) -> list[list[tuple[str, str]]]:
    columns = block["columns"]
    return [list(zip(columns, row, strict=False)) for row in block["rows"]] if columns else []


def _beside(block: Block, errata: dict[str, list[Erratum]]) -> list[Erratum]:
    return errata[block["lead"].partition(" ")[0]] if block["style"] == "item" else []
