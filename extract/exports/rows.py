"""A story as plain tables, for whoever works with a spreadsheet: events, actors, links, order and articles.

A cell is a number, or one line of text; who and what stand by name, with the ids in columns of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .. import outlets, reviews
from ..captions import in_order, type_name, who, why_here
from ..passages import telling_articles
from ..reviews import Reviews
from ..types import Article, Edge, Event, Link, Story
from .wording import joined, on_one_line

Cell = str | int | float
Row = dict[str, Cell]


class Sheet(NamedTuple):
    """A table by name; its columns stand even where no row does."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


EVENTS = (
    "story", "id", "rank", "rank_min", "rank_max", "type", "status", "who", "to_whom", "source", "date", "earliest", "latest",
    "time_text", "place", "quote", "sanction_rule", "sanction_until", "sanction_assumed", "confidence", "outlets", "differ",
    "evidence", "rules", "why_here", "corrected", "review", "who_ids", "to_whom_ids",
)  # fmt: skip
ACTORS = ("story", "id", "name", "kind", "role", "party", "aliases", "mentions")
LINKS = ("story", "from", "to", "type", "count", "events", "from_id", "to_id")
ORDER = ("story", "before", "after", "why", "strength", "evidence", "article")
ARTICLES = ("story", "id", "title", "outlet", "author", "published", "url", "path", "words", "sha256", "copy_of")
NOT_REVIEWED = "machine-coded, not reviewed"


def events(story: Story, *, reviewed: Reviews | None = None) -> Sheet:
    """One row an event, in order, with its words and who vouches for it."""
    return Sheet("events", EVENTS, tuple(_event(story, event, reviewed or {}) for event in in_order(story)))


def sheets(story: Story, *, reviewed: Reviews | None = None) -> tuple[Sheet, ...]:
    """All that a story holds but the texts of its articles."""
    return (
        events(story, reviewed=reviewed),
        Sheet("actors", ACTORS, tuple(_actors(story))),
        Sheet("links", LINKS, tuple(_link(story, link) for link in story.links)),
        Sheet("order", ORDER, tuple(_edge(story, edge) for edge in story.order)),
        Sheet("articles", ARTICLES, tuple(_article(story, article) for article in story.articles)),
    )


def outlets_of(story: Story, event: Event) -> str:
    """Who tells an event: "NZ Herald; The Post"; by the article's id where no outlet is known."""
    return joined(dict.fromkeys(article.outlet or article.id for article in telling_articles(story, event)))


def words_of(event: Event) -> str:
    """The words that tell an event, each telling once: "shouted at him | heckled the minister"."""
    return joined(dict.fromkeys(telling.span.text for telling in event.evidence), by=" | ")


def review_of(event: Event, reviewed: Reviews) -> str:
    """Who vouches for an event; that nobody does, where nobody has looked."""
    return reviews.of(event, reviewed) or NOT_REVIEWED


def names(story: Story, ids: Iterable[str]) -> str:
    """All of the named actors: a table leaves nobody out as "3 others"."""
    known = {actor.id: actor.name for actor in story.actors}
    return joined(known.get(id, id) for id in ids)


def _event(story: Story, event: Event, reviewed: Reviews) -> Row:
    sanction = event.sanction
    values: tuple[Cell | None, ...] = (
        story.id, event.id, event.rank, event.rank_min, event.rank_max, type_name(event.type), event.status,
        names(story, event.actors), names(story, event.targets), who(story, [event.source] if event.source else []),
        event.date, event.earliest, event.latest, event.time_text, event.place, event.quote,
        sanction.rule if sanction else "", sanction.until if sanction else "", _yes(sanction.assumed) if sanction else "",
        event.confidence, outlets_of(story, event), joined(outlets.differences(story, event)), words_of(event),
        joined(dict.fromkeys(telling.rule for telling in event.evidence)), why_here(story, event), _yes(event.corrected),
        review_of(event, reviewed), joined(event.actors), joined(event.targets),
    )  # fmt: skip
    return _row(EVENTS, values)


def _actors(story: Story) -> Iterable[Row]:
    for a in story.actors:
        yield _row(ACTORS, (story.id, a.id, a.name, a.kind, a.role, a.party, joined(a.aliases), len(a.mentions)))


def _link(story: Story, link: Link) -> Row:
    ends = names(story, [link.source]), names(story, [link.target])
    told = type_name(link.type), len(link.events), joined(link.events)
    return _row(LINKS, (story.id, *ends, *told, link.source, link.target))


def _edge(story: Story, edge: Edge) -> Row:
    told = (edge.evidence.text, edge.evidence.article) if edge.evidence else ("", "")
    return _row(ORDER, (story.id, edge.before, edge.after, edge.why, edge.strength, *told))


def _article(story: Story, a: Article) -> Row:
    known = a.title, a.outlet, a.author, a.published, a.url, a.path, a.words, a.sha256, a.copy_of
    return _row(ARTICLES, (story.id, a.id, *known))


def _row(columns: tuple[str, ...], values: tuple[Cell | None, ...]) -> Row:
    cells = ("" if value is None else on_one_line(value) if isinstance(value, str) else value for value in values)
    return dict(zip(columns, cells, strict=True))


def _yes(so: bool) -> str:
    return "yes" if so else "no"
