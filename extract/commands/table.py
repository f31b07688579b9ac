"""A story as a table for the terminal: its events as they happened, who did what to whom, and why each stands where it does."""

from __future__ import annotations

import io
import shutil
from textwrap import fill

from rich.console import Console
from rich.table import Table
from rich.text import Text

from .. import captions, outlets, reviews
from ..reviews import Reviews
from ..types import Event, Story
from .streams import plain

ARROW = " → "
NARROWEST = 60  # below this a column holds no whole word; a narrower terminal wraps the lines itself


def width() -> int:
    """How wide the terminal is."""
    return max(NARROWEST, shutil.get_terminal_size().columns)


def table(story: Story, *, width: int, reviewed: Reviews | None = None, ids: bool = False) -> str:
    """The heading, the events in a table that is *width* wide, and what the reader should know of them."""
    lines = [*_heading(story), "", _events(story, width, ids=ids) if story.events else "No events found.", ""]
    lines += [fill(plain(line), width, subsequent_indent="  ") for line in outlets.footer(story)]
    if ids and story.actors:
        names = "; ".join(f"{actor.id} {actor.name}" for actor in story.actors)
        lines.append(fill(plain(f"Actors, each behind the id by which it is corrected: {names}."), width, subsequent_indent="  "))
    lines.append(fill(plain(reviews.standing(story, reviewed or {})), width))
    return "\n".join(lines)


def _heading(story: Story) -> list[str]:
    told_by = [" · ".join(filter(None, (article.outlet, article.published, article.id))) for article in story.articles]
    return [story.title, *told_by]


def _events(story: Story, width: int, *, ids: bool) -> str:
    made = Table(box=None, pad_edge=False, header_style="", padding=(0, 2, 1, 0))
    made.add_column("rank", justify="right", no_wrap=True)
    made.add_column("type", min_width=8)
    for name, ratio in (("who → whom", 3), ("quote", 4), ("why here", 4)):
        made.add_column(name, ratio=ratio, overflow="fold")
    for event in captions.in_order(story):
        rank, *cells = _cells(story, event)
        made.add_row(*(Text(plain(cell)) for cell in (f"{rank} {event.id}" if ids else rank, *cells)))
    stream = io.StringIO()
    Console(file=stream, width=width, color_system=None, highlight=False, markup=False, emoji=False).print(made)
    return "\n".join(line.rstrip() for line in stream.getvalue().rstrip().splitlines())


def _cells(story: Story, event: Event) -> tuple[str, ...]:
    status = "" if event.status == "happened" else f" ({event.status})"
    kind = captions.type_name(event.type).lower() + status
    return captions.number(event), kind, _roles(story, event), _words(event), captions.why_here(story, event)


def _roles(story: Story, event: Event) -> str:
    """ "Ama Okoro → Piri Tāmati", "→ Ama Okoro" when the text does not say who, and who claims it."""
    actors, targets = captions.who(story, event.actors), captions.who(story, event.targets)
    roles = actors + (ARROW + targets if targets else "")
    claim = captions.who(story, (event.source,)) if event.source else ""
    return roles.strip() + (f" (says {claim})" if claim else "")


def _words(event: Event) -> str:
    """What was said, in quotation marks, or else the words that tell the act."""
    if event.quote:
        return f"“{captions.shortened(event.quote.rstrip(' ,'))}”"
    return captions.shortened(event.evidence[0].span.text) if event.evidence else ""
