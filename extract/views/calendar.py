"""The calendar: on which days the events of a story lie, for stories that lie on more than one.

A day that the text does not say is never made up: what lies within several days is a pale bar over all of them, and what has no
date is said in words at the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from ..captions import caption, number, type_name, uncertain
from ..focus import Focus, focus
from ..types import Event, Story
from .cast import by_surname
from .days import TICK_SIZE, Cell, Line, Spell, brief, cells, said_of, spells, when
from .marks import Mark, box, figure, hover, hover_style, label, lines, pill
from .palette import BAND, INK, MUTED, RULE, WHITE, rgba, type_colour
from .textfit import clip, fitted, widest, wrap
from .textfit import width as wide_of

EDGE, TOP, RADIUS, GAP = 8.0, 48.0, 10.0, 12.0
TEXT_SIZE, TEXT_LINE = 12.5, 16.0
# No words are wider than this; where there are few events, they may be.
LONGEST, LONGER, FEW = 300.0, 560.0, 16
# Below this width two lines for each event, and surnames.
NARROW = 760
NOTE = "A pale bar: on one of its days; the text does not say on which."


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as drawn: its badge, its words with where they begin, and all the room that it takes."""

    event: Event
    x: float
    words: tuple[str, ...]
    words_x: float
    anchor: str
    left: float
    right: float
    bar: tuple[float, float] | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """The whole calendar in pixels."""

    width: float
    pitch: float
    cells: tuple[Cell, ...]
    entries: tuple[tuple[Entry, float], ...]
    loose: tuple[tuple[Entry, float], ...]
    bottom: float
    height: float
    note_y: float | None


def has_days(story: Story) -> bool:
    """Whether the text puts events on different days."""
    return len({(spell.first, spell.last) for spell in spells(story)[0]}) > 1


def calendar(story: Story, *, width: float = 1240, selected: str | None = None) -> go.Figure | None:
    """The story's events by day; None where the text puts them on fewer than two different days."""
    if not has_days(story):
        return None
    dated, undated = spells(story)
    page, seen = _page(story, dated, undated, width), focus(story, selected)
    shared = {rank for rank, count in Counter(e.rank for e in story.events if e.status == "happened").items() if count > 1}
    whens = {spell.event.id: when(spell) for spell in dated} | {event.id: said_of(event) or "no date" for event in undated}
    shapes = [*_grounds(page), *_bars(page), *_badges(page, shared)]
    labels = [*_ticks(page), *_words(page), *_numbers(page, shared), *_notes(page)]
    return figure([_hits(story, page, seen, whens)], width=width, height=page.height, shapes=shapes, labels=labels)


def _page(story: Story, dated: Sequence[Spell], undated: Sequence[Event], width: float) -> Page:
    told, narrow = (by_surname(story), True) if width < NARROW else (story, False)
    line = _line(min(spell.first for spell in dated), max(spell.last for spell in dated), width)
    pitch = 2 * TEXT_LINE + 6 if narrow else 25.0
    texts = {event.id: caption(told, event) for event in story.events}
    rows, longest = 2 if narrow else 1, LONGER if len(dated) <= FEW and not narrow else LONGEST
    days = {spell.event.id: brief(spell, line) + texts[spell.event.id] for spell in dated}
    entries = _packed([_entry(spell, days[spell.event.id], line, rows=rows, longest=longest) for spell in dated])
    placed = tuple((entry, TOP + 6 + pitch * (entry.row + 0.5)) for entry in entries)
    bottom = TOP + 12 + pitch * (1 + max(entry.row for entry in entries))
    note = bottom + 14 if any(not spell.sure for spell in dated) else None
    top = bottom + (28 if note else 12)
    loose = tuple(_loose(undated, texts, width, top + 30, pitch, rows=rows))
    height = max(y for _, y in loose) + pitch / 2 + 12 if loose else top
    return Page(width, pitch, cells(line), placed, loose, bottom, height, note)


def _line(first: date, last: date, width: float) -> Line:
    return Line(first, last, EDGE, width - EDGE)


def _entry(spell: Spell, text: str, line: Line, *, rows: int, longest: float) -> Entry:
    """The words to the right of the badge where they fit, else to the left, else on the side that has more room."""
    start, end = line.x(spell.first), line.x(spell.last) + line.unit
    bar = None if spell.sure else (start, max(end, start + 2 * RADIUS + 6))
    x = start + RADIUS + 3 if bar or line.unit >= 4 * RADIUS else (start + end) / 2
    x = min(max(x, line.left + RADIUS + 3), line.right - RADIUS - 3)
    far, near = x + RADIUS + 6, min(x - RADIUS - 6, bar[0] - 4 if bar else x)
    right, left = line.right - far - 6, near - line.left - 6
    wanted = widest(wrap(text, longest / (1 if rows == 1 else 1.7), TEXT_SIZE, 500, lines=rows), TEXT_SIZE, 500)
    if wanted <= right or right >= left:
        words = _fitted(text, min(right, longest), rows)
        return Entry(spell.event, x, words, far, "left", x - RADIUS, far + widest(words, TEXT_SIZE, 500), bar)
    words = _fitted(text, min(left, longest), rows)
    return Entry(spell.event, x, words, near, "right", near - widest(words, TEXT_SIZE, 500), x + RADIUS, bar)


def _fitted(text: str, room: float, rows: int) -> tuple[str, ...]:
    return fitted(text, room, TEXT_SIZE, 500, lines=rows) if rows > 1 else (clip(text, room, TEXT_SIZE, 500),)


def _packed(entries: Sequence[Entry]) -> list[Entry]:
    """Each in the first row in which nothing stands where it wants to stand."""
    rows: list[list[tuple[float, float]]] = []
    made = []
    for entry in entries:
        left, right = (
            min(entry.left, entry.bar[0] if entry.bar else entry.left),
            max(entry.right, entry.bar[1] if entry.bar else 0),
        )
        free = (at for at, taken in enumerate(rows) if all(right + GAP <= low or high + GAP <= left for low, high in taken))
        at = next(free, len(rows))
        rows += [[]] if at == len(rows) else []
        rows[at].append((left, right))
        made.append(Entry(entry.event, entry.x, entry.words, entry.words_x, entry.anchor, left, right, entry.bar, at))
    return made


def _loose(
    events: Sequence[Event], texts: dict[str, str], width: float, top: float, pitch: float, *, rows: int
) -> list[tuple[Entry, float]]:
    """Events without a date, in words, in as many columns as there is room for."""
    columns = 1 if rows > 1 else max(1, int((width - 2 * EDGE) // 400))
    wide, deep = (width - 2 * EDGE - 16) / columns, -(-len(events) // columns)
    made = []
    for place, event in enumerate(events):
        left = EDGE + 8 + wide * (place // deep)
        x = left + RADIUS + 3
        said = said_of(event)
        words = _fitted(texts[event.id] + (f" · {said}" if said else ""), wide - 2 * RADIUS - 22, rows)
        entry = Entry(event, x, words, x + RADIUS + 6, "left", left, left + wide - 8)
        made.append((entry, top + pitch * (place % deep + 0.5)))
    return sorted(made, key=lambda one: (one[0].x, one[1]))


def _grounds(page: Page) -> list[Mark]:
    marks = [
        box(cell.left, TOP - 4, cell.right, page.bottom, BAND, radius=5) for place, cell in enumerate(page.cells) if not place % 2
    ]
    if page.loose:
        stroke = {"color": RULE, "width": 1, "dash": "dash"}
        top = min(y for _, y in page.loose) - page.pitch / 2 - 28
        marks.append(box(EDGE, top, page.width - EDGE, page.height - 4, WHITE, line=stroke))
    return marks


def _bars(page: Page) -> list[Mark]:
    marks = []
    for entry, y in page.entries:
        if entry.bar:
            colour = type_colour(entry.event.type)
            stroke = {"color": rgba(colour, 0.55), "width": 1.2, "dash": "3px,2.5px"}
            marks.append(box(entry.bar[0] + 1, y - 12, entry.bar[1] - 1, y + 12, rgba(colour, 0.13), radius=12, line=stroke))
    return marks


def _open(event: Event, shared: set[int]) -> bool:
    return event.status != "happened" or uncertain(event) or event.rank in shared


def _badges(page: Page, shared: set[int]) -> list[Mark]:
    marks = []
    for entry, y in (*page.entries, *page.loose):
        colour, unsure = type_colour(entry.event.type), _open(entry.event, shared)
        stroke = {"color": colour, "width": 1.6 if unsure else 0, "dash": "3px,2.5px" if unsure else "solid"}
        marks.append(pill(entry.x, y, (RADIUS, RADIUS), WHITE if unsure else colour, line=stroke))
    return marks


def _numbers(page: Page, shared: set[int]) -> list[Mark]:
    marks = []
    for entry, y in (*page.entries, *page.loose):
        event, unsure = entry.event, _open(entry.event, shared)
        text, colour = str(event.rank) if event.status == "happened" else "–", type_colour(event.type) if unsure else WHITE
        marks.append(label(entry.x, y, text, size=10.5, colour=colour, weight=700, anchor="center"))
    return marks


def _ticks(page: Page) -> list[Mark]:
    """The names of days, and above them those of months or years where they begin and there is room."""
    marks, free = [], 0.0
    for cell in page.cells:
        x = cell.left + 5
        if cell.name:
            marks.append(label(x, TOP - 14, cell.name, size=TICK_SIZE, colour=MUTED, weight=600))
        if cell.begins and x >= free and x + wide_of(cell.begins, TICK_SIZE, 700) < page.width:
            marks.append(label(x, TOP - 33, cell.begins, size=TICK_SIZE, colour=INK, weight=700))
            free = x + wide_of(cell.begins, TICK_SIZE, 700) + 10
    return marks


def _words(page: Page) -> list[Mark]:
    return [
        label(entry.words_x, y, lines(entry.words), size=TEXT_SIZE, weight=500, anchor=entry.anchor)
        for entry, y in (*page.entries, *page.loose)
    ]


def _notes(page: Page) -> list[Mark]:
    marks = []
    if page.note_y:
        marks.append(label(EDGE + 5, page.note_y, clip(NOTE, page.width - 2 * EDGE, 11), size=11, colour=MUTED))
    if page.loose:
        top = min(y for _, y in page.loose) - page.pitch / 2 - 12
        marks.append(label(EDGE + 11, top, "NO DATE IN THE TEXT", size=10, colour=MUTED, weight=700))
    return marks


def _hits(story: Story, page: Page, seen: Focus, whens: dict[str, str]) -> Mark:
    """An invisible bar over each event and its words."""
    drawn = (*page.entries, *page.loose)
    colours = [type_colour(entry.event.type) for entry, _ in drawn]
    chosen = [place for place, (entry, _) in enumerate(drawn) if entry.event.id in seen.events]
    return {
        "type": "bar", "orientation": "h", "name": "events", "base": [entry.left - 5 for entry, _ in drawn],
        "x": [entry.right - entry.left + 10 for entry, _ in drawn], "y": [y - page.pitch / 2 + 1 for _, y in drawn],
        "width": [page.pitch - 2] * len(drawn), "offset": 0, "customdata": [entry.event.id for entry, _ in drawn],
        "marker": {"color": colours, "opacity": 0, "cornerradius": 8}, "selected": {"marker": {"opacity": 0.16}},
        "unselected": {"marker": {"opacity": 0}}, "selectedpoints": chosen or None, "textposition": "none",
        "text": [_hover(story, entry.event, whens[entry.event.id]) for entry, _ in drawn],
        "hovertemplate": "%{text}<extra></extra>", "hoverlabel": hover_style(colours), "showlegend": False,
    }  # fmt: skip


def _hover(story: Story, event: Event, day: str) -> str:
    quote = event.evidence[0].span.text if event.evidence else ""
    return hover(f"{number(event)} · {type_name(event.type)} · {day}", caption(story, event), quote)
