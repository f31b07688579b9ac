"""Where everything of the ladder stands: one row for each event, one column for each actor, the words beside or under them.

Nothing is drawn here; a plan says where, in pixels, with every text measured and wrapped, so that no two can meet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from .. import captions
from ..captions import caption, in_order, type_name, uncertain
from ..types import Event, Story
from .arcs import Arc, arcs
from .cast import Member, members
from .heads import Group, Head, groups, heads
from .lanes import SCENES
from .palette import OTHERS
from .textfit import BOLD, fitted, width

# Below this width the words stand under the arrows.
BESIDE = 760
MOST_COLUMNS, LEAST_COLUMN, WIDEST_COLUMN = 14, 24.0, 66.0
LANES_SHARE, LEAST_TEXT = 0.47, 230.0
TEXT_SIZE, QUOTE_SIZE, SCENE_SIZE, LEGEND_SIZE, NOTE_SIZE = 13.0, 12.0, 10.0, 12.0, 11.0
TEXT_LINE, QUOTE_LINE, LEGEND_LINE = 18.0, 16.0, 18.0
EDGE, BADGE, TRACK, GROUP_TAIL = 6.0, 12.0, 11.0, 34.0
ACTS, SAID = "●  who acts     ○  to whom", "Arcs on the left: the text itself says what came first."


@dataclass(frozen=True, slots=True)
class Rung:
    """One event's row: the height of its arrow, its band of the page, and its words with where they begin."""

    event: Event
    y: float
    top: float
    bottom: float
    words_top: float
    beside_type: str
    caption: tuple[str, ...]
    quote: tuple[str, ...]
    note: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A run of rows with one heading: a place, or what was said and not done."""

    heading: str
    top: float
    bottom: float
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """The whole ladder in pixels."""

    width: float
    height: float
    beside: bool
    badge_x: float
    text_x: float
    lanes_top: float
    rungs: tuple[Rung, ...]
    scenes: tuple[Scene, ...]
    heads: tuple[Head, ...]
    groups: tuple[Group, ...]
    column: Mapping[str, float]
    arcs: tuple[Arc, ...]
    ties: tuple[tuple[float, float], ...]
    legend: tuple[tuple[float, float, str], ...]


def ladder_plan(story: Story, *, width: float) -> Ladder:
    """The ladder of the story at a width: the words beside the arrows where there is room, else under them."""
    done, said = _split(story)
    events, beside = (*done, *said), width >= BESIDE
    drawn, left_out = arcs(story, done, most=6 if beside else 3)
    tied = beside and any(one.rank == other.rank for one, other in pairwise(done))
    badge_x = EDGE + 8 + (TRACK * (1 + max(arc.track for arc in drawn)) + 10 if drawn else 0) + BADGE
    lanes_x = badge_x + BADGE + (30 if tied else 14)
    placed, near = _columns(story, events, lanes_x, width, beside=beside)
    last = placed[-1][1] if placed else lanes_x
    tail = _tail([member for member, _ in placed])
    text_x = last + max(near / 2, 14) + tail + 14 if beside else badge_x - BADGE
    words = _legend(width - text_x - 16, arcs_drawn=bool(drawn), left_out=left_out)
    legend_top = EDGE if beside else EDGE + LEGEND_LINE * len(words) + 8
    camps, y = groups(placed, top=legend_top, limit=text_x - 10 if beside else width - 4)
    names, y = heads(placed, top=y, near=near, limit=text_x - 6 if beside else width - 4)
    lanes_top = max(y + 8, EDGE + LEGEND_LINE * len(words) + 6 if beside else 0)
    rungs, scenes, bottom = _rungs(story, done, said, lanes_top, (text_x, width - 20), beside=beside)
    legend = tuple((text_x, EDGE + LEGEND_LINE * (place + 0.5), line) for place, line in enumerate(words))
    return Ladder(width, bottom + 8, beside, badge_x, text_x, lanes_top, rungs, scenes, names, camps,
                  _reached(story, placed), drawn, _ties(rungs), legend)  # fmt: skip


def _split(story: Story) -> tuple[list[Event], list[Event]]:
    ordered = in_order(story)
    return [e for e in ordered if e.status == "happened"], [e for e in ordered if e.status != "happened"]


def _legend(room: float, *, arcs_drawn: bool, left_out: int) -> list[str]:
    words = [ACTS]
    if arcs_drawn:
        more = f" {left_out} longer {'one is' if left_out == 1 else 'ones are'} not drawn." if left_out else ""
        words += fitted(SAID + more, room, LEGEND_SIZE)
    return words


def _columns(
    story: Story, events: Sequence[Event], left: float, width: float, *, beside: bool
) -> tuple[list[tuple[Member, float]], float]:
    """The actors from left to right, the less busy ones together in a last column; then how far they are apart."""
    room = min(width * LANES_SHARE, width - left - LEAST_TEXT) if beside else width - left - 4
    shown = _shown(members(story), events, most=min(MOST_COLUMNS, max(2, int(room / LEAST_COLUMN) - 1)))
    room -= _tail(shown)
    breaks = sum(one.group != other.group for one, other in pairwise(shown))
    gap = (18 if beside else 8) if breaks * 18 < room / 3 else 4
    near = min(WIDEST_COLUMN, (room - gap * breaks) / max(1, len(shown)))
    placed, x = [], left + near / 2
    for place, member in enumerate(shown):
        x += gap if place and member.group != shown[place - 1].group else 0
        placed.append((member, round(x, 1)))
        x += near
    return placed, near


def _shown(cast: tuple[Member, ...], events: Sequence[Event], *, most: int) -> list[Member]:
    if len(cast) <= most:
        return list(cast)
    parts = Counter(id for event in events for id in {*event.actors, *event.targets})
    busy = {member.id for member in sorted(cast, key=lambda member: -parts[member.id])[: most - 1]}
    rest = f"{len(cast) - len(busy)} others"
    return [*(member for member in cast if member.id in busy), Member("", rest, rest, None, OTHERS)]


def _tail(shown: Sequence[Member]) -> float:
    """The room that the name of the last party needs beyond its last column."""
    return GROUP_TAIL if shown and shown[-1].id and any(member.group for member in shown) else 0.0


def _reached(story: Story, placed: Sequence[tuple[Member, float]]) -> dict[str, float]:
    """The column of every actor: its own, or the last where the others stand together."""
    own = {member.id: x for member, x in placed}
    return {actor.id: own.get(actor.id, own.get("", 0.0)) for actor in story.actors if actor.id in own or "" in own}


def _rungs(
    story: Story, done: list[Event], said: list[Event], top: float, room: tuple[float, float], *, beside: bool
) -> tuple[tuple[Rung, ...], tuple[Scene, ...], float]:
    rungs: list[Rung] = []
    scenes: list[Scene] = []
    shared = {rank for rank, count in Counter(event.rank for event in done).items() if count > 1}
    runs = [(SCENES.get(place or "", "").upper(), list(run)) for place, run in groupby(done, key=lambda event: event.place)]
    y = top
    for heading, run in [*runs, *([("SAID, NOT DONE", said)] if said else [])]:
        start = y
        y += 30 if heading else 8
        for event in run:
            note = "" if beside or run is said else _note(event, shared)
            rungs.append(_rung(story, event, y, room, note, beside=beside))
            y = rungs[-1].bottom
        scenes.append(Scene(heading, start, y + 6, aside=run is said))
        y += 6 + (16 if run is said else 8)
    return tuple(rungs), tuple(scenes), y


def _note(event: Event, shared: set[int]) -> str:
    """What is open about an event's place, in words: on a telephone there is no room to draw it."""
    notes = [f"in any order with the others of number {event.rank}"] if event.rank in shared else []
    return "; ".join([*notes, *([f"could stand {captions.room(event)}"] if uncertain(event) else [])])


def _rung(story: Story, event: Event, top: float, room: tuple[float, float], note: str, *, beside: bool) -> Rung:
    wide = room[1] - room[0]
    first, rest = _beside_type(caption(story, event), wide - width(f"{type_name(event.type)}", TEXT_SIZE, BOLD) - 10, wide)
    words = event.evidence[0].span.text if event.evidence else event.quote or ""
    quote = fitted(f"“{words}”", wide, QUOTE_SIZE, lines=2) if words.strip() else ()
    notes = fitted(note, wide, NOTE_SIZE)
    tall = TEXT_LINE * (1 + len(rest)) + QUOTE_LINE * (len(quote) + len(notes))
    if beside:
        high = max(44.0, tall + 14)
        return Rung(event, top + high / 2, top, top + high, top + (high - tall) / 2, first, rest, quote, notes)
    return Rung(event, top + 17, top, top + 34 + tall + 10, top + 34, first, rest, quote, notes)


def _beside_type(text: str, first: float, room: float) -> tuple[str, tuple[str, ...]]:
    """What of the caption fits beside the type's name, and the lines of the rest."""
    words = text.split()
    fitting = 0
    while fitting < len(words) and width(" ".join(words[: fitting + 1]), TEXT_SIZE, 500) <= first:
        fitting += 1
    return " ".join(words[:fitting]), fitted(" ".join(words[fitting:]), room, TEXT_SIZE, 500, lines=4)


def _ties(rungs: Sequence[Rung]) -> tuple[tuple[float, float], ...]:
    """From where to where rows share one rank: the text does not say which came first."""
    happened = [rung for rung in rungs if rung.event.status == "happened"]
    runs = [[rung.y for rung in run] for _, run in groupby(happened, key=lambda rung: rung.event.rank)]
    return tuple((run[0], run[-1]) for run in runs if len(run) > 1)
