"""On what the articles of one story differ: who, whom, how many, when, whether, and in which order; an outlet's copy has no say.

An event holds what most articles say; the others stay beside it, with who says them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal

import networkx as nx

from extract.company import Company
from extract.stories.copies import originals
from extract.types import Article, Conflict, Event, Story, Telling, Value

Answers = dict[str, tuple[str, ...]]  # what each article says
ROLES: tuple[Literal["actors", "targets"], ...] = ("actors", "targets")


def marked(story: Story, parts: Sequence[Story]) -> Story:
    """The story with each act's conflicts; *parts* are the stories of which it was made, each with an order of its own."""
    company = Company.of(story.actors)
    orders = dict[str, list[Conflict]]()
    for id, conflict in _orders(story, parts):
        orders.setdefault(id, []).append(conflict)
    events = (_settled(event, tuple(_of(event, story.articles, company))) for event in story.events)
    return replace(story, events=tuple(replace(e, conflicts=(*e.conflicts, *orders.get(e.id, ()))) for e in events))


def _settled(event: Event, found: tuple[Conflict, ...]) -> Event:
    """The event with its conflicts, and with the account that most articles give of it."""
    values: dict[str, Any] = {}
    for conflict in found:
        first, second, *_ = sorted(conflict.values, key=lambda v: -len(v.articles))
        if len(first.articles) > len(second.articles) and conflict.field != "count":
            said = tuple(first.value.split(", "))
            values[conflict.field] = said if conflict.field in ROLES else said[0]
    return replace(event, conflicts=found, **values)


def _of(event: Event, articles: Sequence[Article], company: Company) -> Iterator[Conflict]:
    """The fields on which the articles that tell an act differ."""
    told = _by_article(event, articles)
    for field in ROLES:
        people = {a: _people(rows, field) for a, rows in told.items()}
        yield from _differing(field, people, company.meet)
        counts = {a: _count(rows, field, company) for a, rows in told.items()}
        yield from _differing("count", {a: (str(n),) for a, n in counts.items() if n})
    yield from _differing("date", {a: _all(t.date for t in rows if t.time_text) for a, rows in told.items()})
    yield from _differing("status", {a: _all(t.status for t in rows) for a, rows in told.items()})


def _by_article(event: Event, articles: Sequence[Article]) -> dict[str, list[Telling]]:
    """An event's tellings by article, in the story's order, without those of a copy whose original tells it too."""
    telling = {t.span.article for t in event.evidence}
    source = originals(articles)
    own = [a.id for a in articles if a.id in telling and (source[a.id] == a.id or source[a.id] not in telling)]
    return {id: [t for t in event.evidence if t.span.article == id] for id in own}


def _count(rows: Iterable[Telling], field: Literal["actors", "targets"], company: Company) -> int:
    """How many an article says there were, by the name of a group or by the words of a telling; 0 where it does not."""
    return max((company.counted(id, t.span.text) for t in rows for id in _people([t], field)), default=0)


def _people(rows: Iterable[Telling], field: Literal["actors", "targets"]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for t in rows for id in (t.actors if field == "actors" else t.targets)))


def _all(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))


def _sharing(one: Iterable[str], other: Iterable[str]) -> bool:
    return bool(set(one) & set(other))


Agree = Callable[[tuple[str, ...], tuple[str, ...]], bool]


def _differing(field: str, told: Answers, agree: Agree = _sharing) -> Iterator[Conflict]:
    """A conflict where two articles' answers do not go together, with all answers and who gives them."""
    said = {article: answer for article, answer in told.items() if answer}
    answers = list(dict.fromkeys(said.values()))
    if any(not agree(one, two) for n, one in enumerate(answers) for two in answers[:n]):
        yield Conflict(field, tuple(Value(", ".join(v), tuple(a for a, own in said.items() if own == v)) for v in answers))


def _orders(story: Story, parts: Sequence[Story]) -> Iterator[tuple[str, Conflict]]:
    """Each order that an article states in words, not only by telling so, and that the story's order contradicts."""
    whole = _graph(story, {e.id: e.id for e in story.events})
    homes = [homes_in(story, part) for part in parts]
    graphs = [_graph(part, own) for part, own in zip(parts, homes, strict=True)]
    pairs = dict.fromkeys(pair for graph in graphs for pair in _stated(graph) if _leads(whole, *reversed(pair)))
    for before, after in pairs:
        sides = ("before", _telling(parts, graphs, before, after)), ("after", _telling(parts, graphs, after, before))
        if all(articles for _, articles in sides):
            yield before, Conflict("order", tuple(Value(f"{word} {after}", articles) for word, articles in sides))
    for part, own in zip(parts, homes, strict=True):
        yield from _kept(part, own)


def homes_in(story: Story, part: Story) -> dict[str, str]:
    """For each event of a part the event of the whole story that holds most of its tellings."""
    held = {(t.span, t.rule): e.id for e in story.events for t in e.evidence}
    found = {e.id: [held[t.span, t.rule] for t in e.evidence if (t.span, t.rule) in held] for e in part.events}
    return {id: max(sorted(set(homes)), key=homes.count) for id, homes in found.items() if homes}


def _graph(story: Story, homes: dict[str, str]) -> nx.DiGraph[str]:
    """A story's order, between the events that its own went into."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for edge in sorted(story.order, key=lambda e: e.strength):
        before, after = homes.get(edge.before), homes.get(edge.after)
        if before and after and before != after:
            graph.add_edge(before, after, why=edge.why)
    return graph


def _stated(graph: nx.DiGraph[str]) -> list[tuple[str, str]]:
    return [(before, after) for before, after, data in graph.edges(data=True) if data["why"] != "telling"]


def _leads(graph: nx.DiGraph[str], before: str, after: str) -> bool:
    return before in graph and after in graph and bool(nx.has_path(graph, before, after))


def _telling(parts: Sequence[Story], graphs: Sequence[nx.DiGraph[str]], before: str, after: str) -> tuple[str, ...]:
    """The articles that tell one act before another, however they do."""
    rows = zip(parts, graphs, strict=True)
    return tuple(dict.fromkeys(a.id for part, graph in rows if _leads(graph, before, after) for a in part.articles))


def _kept(part: Story, homes: dict[str, str]) -> Iterator[tuple[str, Conflict]]:
    """The orders on which a story that was merged before differs already, under the events of now."""
    for event in (e for e in part.events if e.id in homes):
        for conflict in (c for c in event.conflicts if c.field == "order"):
            values = [(word, homes.get(id), v.articles) for v in conflict.values for word, id in [v.value.split()]]
            if all(id for _, id, _ in values):
                yield homes[event.id], Conflict("order", tuple(Value(f"{word} {id}", articles) for word, id, articles in values))
