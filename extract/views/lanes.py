"""Where everything of the timeline stands: one column for each event, one lane for each actor, sizes taken from the texts.

Nothing is drawn here; a plan says where, in pixels, so that no two labels can meet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..captions import in_order, type_name
from ..types import Event, Story
from .cast import Member, members
from .palette import OTHERS
from .textfit import BOLD, SOFT_HYPHEN, clip, narrowest_room, widest, wrap

MOST_LANES = 20
NAME_SIZE, TYPE_SIZE, GROUP_SIZE, SCENE_SIZE = 12.5, 11.0, 9.5, 9.5
LEFT, RIGHT, GAP, LEAST_COLUMN, STAGGERED = 18, 10, 26, 13, 27
SCENE_TOP, SCENE_LINE, TIE_ROW = 11, 13, 22
# Where a type's name may break when its column is narrow.
HYPHENATED: Mapping[str, str] = {
    "ejection": "Ejec~tion", "walkout": "Walk~out", "no_confidence_request": "No-confi~dence re~quest",
    "intervention": "Inter~vention", "objection": "Objec~tion", "decision": "Deci~sion", "withdrawal": "With~drawal",
    "adjournment": "Adjourn~ment", "reaction": "Reac~tion",
}  # fmt: skip
SCENES = {"entrance": "At the door", "inside": "Inside", "outside": "Outside"}


@dataclass(frozen=True, slots=True)
class Band:
    """A run of columns with one heading: a scene, or what was said and not done."""

    left: float
    right: float
    lines: tuple[str, ...]
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One actor's line, or the line that several share when there are too many."""

    member: Member
    y: float
    name: str
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole timeline in pixels."""

    width: float
    height: float
    gutter: float
    column: float
    badge_y: float
    badge_step: float
    type_y: float
    lanes_top: float
    turned: bool
    events: tuple[Event, ...]
    x: Mapping[str, float]
    lanes: tuple[Lane, ...]
    lane_of: Mapping[str, float]
    bands: tuple[Band, ...]
    ties: tuple[tuple[float, float], ...]
    headings: Mapping[str, tuple[str, ...]]


def plan(story: Story, *, width: float, aside: bool = True) -> Plan:
    """The timeline of the story; *aside* shows what was planned, talked of or denied beside what happened."""
    ordered = in_order(story)
    done = [event for event in ordered if event.status == "happened"]
    said = [event for event in ordered if event.status != "happened"] if aside else []
    cast = _shown(story, (*done, *said))
    busy = _busiest(cast, done + said)
    gutter = _gutter([member for member in cast if member.id in busy], width)
    gap = GAP if done and said else 0
    column = max(LEAST_COLUMN, (width - gutter - RIGHT - gap) / max(1, len(done) + len(said)))
    width = max(width, gutter + column * (len(done) + len(said)) + gap + RIGHT)
    x = {event.id: gutter + column * (place + 0.5) + (gap if place >= len(done) else 0)
         for place, event in enumerate((*done, *said))}  # fmt: skip
    turned = column < 4 + widest_type(done + said)
    headings = {event.id: _heading(event, column, turned=turned) for event in (*done, *said)}
    bands = (*_scenes(done, x, column), *_aside(said, x, column))
    ties = _ties(done, x)
    badge_y = SCENE_TOP + SCENE_LINE * max([1, *(len(band.lines) for band in bands)]) + (TIE_ROW if ties else 4) + 14
    # Where columns are narrow, every other badge stands lower, so that each is large enough to be read.
    step = 0.0 if column >= STAGGERED else 2 * badge_radius(column) + 3
    type_y = badge_y + step + 18
    lanes_top = type_y + _header_height(headings, turned=turned) + 10
    lanes, lane_of, bottom = _lanes(cast, busy, lanes_top, gutter)
    return Plan(width, bottom + 14, gutter, column, badge_y, step, type_y, lanes_top, turned, (*done, *said), x, lanes, lane_of,
                bands, ties, headings)  # fmt: skip


def badge_radius(column: float) -> float:
    """How large the badge of an event can be: two columns share the room of a narrow one."""
    return 12.0 if column >= STAGGERED else min(12.0, column - 2)


def widest_type(events: Iterable[Event]) -> float:
    """The room that the longest piece of the events' type names needs."""
    return max((narrowest_room(type_text(event.type), TYPE_SIZE, BOLD) for event in events), default=0)


def type_text(type: str) -> str:
    """The type's name with the places where it may break."""
    return HYPHENATED.get(type, type_name(type)).replace("~", SOFT_HYPHEN)


def status_text(event: Event) -> str:
    """What is said under the type of an act that was not done."""
    return "" if event.status == "happened" else {"hypothetical": "talked of"}.get(event.status, event.status)


def _shown(story: Story, events: tuple[Event, ...]) -> tuple[Member, ...]:
    present = {id for event in events for id in (*event.actors, *event.targets)}
    return tuple(member for member in members(story) if member.id in present)


def _gutter(cast: Sequence[Member], width: float) -> float:
    names = LEFT + widest((member.name for member in cast), NAME_SIZE, 600)
    parties = 5 + widest(((member.group or "").upper() for member in cast), GROUP_SIZE, BOLD)
    return round(min(max(names, parties) + 16, max(96, width * 0.24)))


def _heading(event: Event, column: float, *, turned: bool) -> tuple[str, ...]:
    status = status_text(event)
    if turned:
        return (type_name(event.type) + (f", {status}" if status else ""),)
    parts = wrap(type_text(event.type), column - 4, TYPE_SIZE, BOLD)
    return (*parts, clip(status, column - 2, TYPE_SIZE - 1)) if status else tuple(parts)


def _header_height(headings: Mapping[str, tuple[str, ...]], *, turned: bool) -> float:
    if turned:
        return widest((text for parts in headings.values() for text in parts), TYPE_SIZE, 600)
    return 14.5 * max((len(parts) for parts in headings.values()), default=1)


def _scenes(events: list[Event], x: Mapping[str, float], column: float) -> list[Band]:
    bands = []
    for place, run in groupby(events, key=lambda event: event.place):
        ids = [event.id for event in run]
        left, right = x[ids[0]] - column / 2, x[ids[-1]] + column / 2
        text = SCENES.get(place or "", "").upper()
        bands.append(Band(left, right, tuple(_fitting(text, right - left - 12))))
    return bands


def _aside(events: list[Event], x: Mapping[str, float], column: float) -> list[Band]:
    if not events:
        return []
    left, right = x[events[0].id] - column / 2, x[events[-1].id] + column / 2
    return [Band(left, right, tuple(_fitting("SAID, NOT DONE", right - left - 12)), aside=True)]


def _fitting(text: str, room: float) -> list[str]:
    """The heading in at most two lines; nothing where not even a word fits, rather than a stump."""
    if room < narrowest_room(text, SCENE_SIZE, BOLD):
        return []
    return wrap(text, room, SCENE_SIZE, BOLD, lines=2)


def _ties(events: list[Event], x: Mapping[str, float]) -> tuple[tuple[float, float], ...]:
    """The columns from which to which one rank is shared: the text does not say which came first."""
    runs = [[x[event.id] for event in run] for _, run in groupby(events, key=lambda event: event.rank)]
    return tuple((run[0], run[-1]) for run in runs if len(run) > 1)


def _busiest(cast: tuple[Member, ...], events: list[Event]) -> set[str]:
    """Who gets a lane alone when there are too many: those of most events."""
    if len(cast) <= MOST_LANES:
        return {member.id for member in cast}
    parts = Counter(id for event in events for id in {*event.actors, *event.targets})
    return {member.id for member in sorted(cast, key=lambda member: -parts[member.id])[: MOST_LANES - 1]}


def _lanes(
    cast: tuple[Member, ...], busy: set[str], top: float, gutter: float
) -> tuple[tuple[Lane, ...], dict[str, float], float]:
    shown = [member for member in cast if member.id in busy]
    rest = [member for member in cast if member.id not in busy]
    high = 30 if len(shown) <= 14 else 25
    grouped = any(member.group for member in cast)
    lanes: list[Lane] = []
    lane_of: dict[str, float] = {}
    y, room = top, gutter - LEFT - 14
    for group, run in groupby(shown, key=lambda member: member.group):
        heading = (group or "No party given") if grouped else None
        y += 20 if heading else 0
        for place, member in enumerate(run):
            name = clip(member.name, room, NAME_SIZE, 600)
            lanes.append(Lane(member, y + high / 2, name, heading if place == 0 else None))
            lane_of[member.id] = y + high / 2
            y += high
        y += 4 if heading else 0
    if rest:
        y += 8
        others = Member("", f"{len(rest)} others", f"{len(rest)} others", None, OTHERS)
        lanes.append(Lane(others, y + high / 2, others.name))
        lane_of |= {member.id: y + high / 2 for member in rest}
        y += high
    return tuple(lanes), lane_of, max(y, top + 40)
