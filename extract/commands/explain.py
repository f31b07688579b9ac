"""`python -m extract explain`: the rule and the words behind an event, and why one of two comes first."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx

from .. import captions, outlets
from ..events import copied
from ..reading import Unreadable, from_text
from ..types import Edge, Event, Span, Story, Telling
from .codebook import checked, faults
from .given import from_file
from .parsing import loaded
from .streams import Misuse, out

if TYPE_CHECKING:
    from ..accounts import Account, Key
    from ..tellings import NearMiss


# What a rule lacks that is not near at all: it knows the word, and that is all.
FAR = ("its object is none of", "it is not followed by", "the clause says none of", "nothing asked for stands behind")


class Known(NamedTuple):
    """The accounts that articles give of their tellings, by article."""

    by_article: Mapping[str, Mapping[Key, Account]]

    def of(self, telling: Telling) -> Account | None:
        """Why a telling reads as it does; None where its article cannot be read again, or reads otherwise now."""
        span = telling.span
        return self.by_article.get(span.article, {}).get((span.start, span.end, telling.rule))


def explain(options: Namespace) -> int:
    """0: said; 1: an example of a codebook is not told as it says; wrong usage is raised as `Misuse`."""
    if options.codebook and options.text is None and not options.story:
        lines = list(faults(options.codebook, _means(options.pipeline)))
        out("\n".join(lines))
        return 1 if len(lines) > 1 else 0
    if options.text is not None:
        if options.story:
            raise Misuse("explain takes a STORY and an EVENT, or --text SENTENCE, not both; see --help")
        means = _means(options.pipeline) | ({"codebook": checked(options.codebook)} if options.codebook else {})
        out("\n".join(_sentence(options.text, means)))
    elif options.pipeline or options.codebook:
        raise Misuse("--pipeline and --codebook go with --text SENTENCE; a STORY is read already")
    elif options.story and len(options.events) <= 2:
        out("\n".join(_told(from_file(Path(options.story)), options.events)))
    else:
        raise Misuse("explain takes a STORY and one or two EVENTs, or --text SENTENCE; see --help")
    return 0


def _means(pipeline: str | None) -> dict[str, Any]:
    return {"nlp": loaded(pipeline)} if pipeline else {}


def _sentence(sentence: str, means: dict[str, Any]) -> Iterator[str]:
    """Which rules fire on a sentence that stands alone."""
    from .. import _accounts, _near_misses, extract

    try:
        article = from_text(sentence)
    except Unreadable as error:
        raise Misuse(f"--text: {error.wrong}; give a sentence in English") from None
    story = extract(article, **means)
    known = Known({article.id: _accounts(article, **means)} if story.events else {})
    if not story.events:
        yield "No rule fired: the sentence tells no event."
    for event in captions.in_order(story):
        yield from _event(story, event, known)
    yield from _nearly(_near_misses(article, **means))


def _nearly(misses: Sequence[NearMiss]) -> Iterator[str]:
    """The rules that lacked one thing, then in a line for each word those that know the word and nothing else of it."""
    for miss in misses:
        if not miss.reason.startswith(FAR):
            yield f"Nearly: “{miss.span.text}” by {miss.rule}, but {miss.reason}."
    far = [miss for miss in misses if miss.reason.startswith(FAR)]
    for word in dict.fromkeys(miss.span for miss in far):
        first, *more = [miss for miss in far if miss.span == word]
        others = f"; {len(more)} more rules lack as much" if more else ""
        yield f"Not near: “{word.text}” by {first.rule}, since {first.reason}{others}."


def _told(stories: Sequence[Story], names: Sequence[str]) -> Iterator[str]:
    if not names:
        yield from _menu(stories)
        return
    found = [_find(stories, name) for name in names]
    for story, event in found:
        yield from _event(story, event, _read_again(story, event))
    if len(found) == 2:
        (story, first), (other, second) = found
        if story is not other:
            raise Misuse(f"{names[0]} and {names[1]} are events of two stories; give two of one story")
        yield from _order(story, first, second)


def _menu(stories: Iterable[Story]) -> Iterator[str]:
    """All events that could be asked for."""
    for story in stories:
        yield f"{story.id}: {story.title}"
        for event in captions.in_order(story):
            yield f"  {event.id:>4}  {captions.number(event):>5}  {captions.caption(story, event)}"


def _find(stories: Sequence[Story], name: str) -> tuple[Story, Event]:
    """The event of that id; as STORY/EVENT where several stories have one."""
    found = [(story, event) for story in stories for event in story.events if name in (event.id, f"{story.id}/{event.id}")]
    if len(found) > 1:
        raise Misuse(f"{name}: several stories have that event; say {' or '.join(f'{story.id}/{name}' for story, _ in found)}")
    if not found:
        known = [event.id for story in stories for event in story.events]
        raise Misuse(f"{name}: no such event; there are {', '.join(dict.fromkeys(known)) or 'none'}")
    return found[0]


def _read_again(story: Story, event: Event) -> Known:
    """The accounts of the articles that tell an event, where the file holds their texts."""
    from .. import _accounts

    told = {telling.span.article for telling in event.evidence}
    return Known({article.id: _accounts(article) for article in story.articles if article.id in told and article.text})


def _event(story: Story, event: Event, known: Known) -> Iterator[str]:
    yield f"{event.id}  {captions.caption(story, event)}"
    yield f"    type     {captions.type_name(event.type)}"
    yield f"    who      {captions.who(story, event.actors) or 'not said'}"
    yield f"    to whom  {captions.who(story, event.targets) or 'not said'}"
    if words := captions.left_open(story, event):
        yield f"    open     whom {words} means"
    if roster := captions.from_roster(story, event):
        yield f"    roster   {roster}"
    yield f"    status   {captions.STATUS_NAMES[event.status]}"
    if event.source:
        yield f"    source   {captions.who(story, (event.source,))}"
    if event.status == "happened":
        yield f"    sure     {round(100 * event.confidence)} of 100 events like it were right in articles coded by hand"
    yield f"    order    {captions.number(event)}, {captions.why_here(story, event)}"
    if by := outlets.tellers(story, event):
        yield f"    outlets  {by}"
    yield from (f"    differ   {line}" for line in outlets.differences(story, event))
    told = len(event.evidence)
    yield f"    told     {'once' if told == 1 else f'{told} times, merged as one act'}:"
    for telling in event.evidence:
        yield from _telling(story, telling, known)
        if told > 1:
            yield f"        merged   {merged_because(event, telling, known)}"


STANDS = {
    "opening": "it stands in the opening, which sums up what is told below",
    "recap": "it speaks of the act as known already",
}


def merged_because(event: Event, telling: Telling, known: Known) -> str:
    """Why a telling was taken for one of this act's, and not for an act of its own."""
    stands = {t: account.stands if (account := known.of(t)) else "" for t in event.evidence}
    chief = next((t for t in event.evidence if not stands[t]), event.evidence[0])
    if telling is chief:
        return "this is where the act is told; the others were joined to it"
    if copied(telling, chief):
        return "the same clause once more, copied or lightly edited"
    if telling.span.article != chief.span.article:
        return "another article tells one kind of act of the same people, at a like place in its story"
    named = "the same people" if telling.actors and telling.targets else "people who can be the same"
    return STANDS.get(stands[telling]) or f"one kind of act by {named}, and nothing says that it was done twice"


def _telling(story: Story, telling: Telling, known: Known) -> Iterator[str]:
    yield f"      “{' '.join(telling.span.text.split())}” ({_where(telling.span)})"
    roles = " → ".join(captions.who(story, ids) or "not said" for ids in (telling.actors, telling.targets))
    claim = f", claimed by {captions.who(story, (telling.source,))}" if telling.source else ""
    yield f"        rule {telling.rule}; {telling.voice}; {roles}; {telling.status}{claim}"
    if (account := known.of(telling)) is None:
        return
    yield f"        trigger  {account.trigger}"
    for label, ids, how in (("who", telling.actors, account.doer), ("to whom", telling.targets, account.whom)):
        for id in ids:
            words = _by_what_words(story, telling, id)
            yield f"        {label:8} {captions.who(story, (id,))}: {words}{how or 'the text around it shows it'}"
    yield f"        status   {captions.STATUS_NAMES[telling.status].lower()}: {account.status}"


def _by_what_words(story: Story, telling: Telling, id: str) -> str:
    """The words of a passage that mean somebody: "“him”, "; empty where it has none."""
    inside = [m for actor in story.actors if actor.id == id for m in actor.mentions if telling.span.holds(m)]
    return f"“{' '.join(inside[0].text.split())}”, " if inside else "outside these words; "


def _where(span: Span) -> str:
    return f"{span.article}, characters {span.start}–{span.end}"


def _order(story: Story, first: Event, second: Event) -> Iterator[str]:
    """Which of the two comes first: the chain of edges, each with its reason and its words."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(event.id for event in story.events)
    graph.add_edges_from((edge.before, edge.after, {"edge": edge}) for edge in story.order)
    for before, after in ((first, second), (second, first)):
        if before is not after and nx.has_path(graph, before.id, after.id):
            steps = [graph.edges[pair]["edge"] for pair in pairwise(nx.shortest_path(graph, before.id, after.id))]
            yield f"{_named(story, before)} comes before {_named(story, after)}:"
            yield from (_step(story, edge) for edge in steps)
            yield f"    {_sureness(steps)}"
            return
    yield f"Which came first, {_named(story, first)} or {_named(story, second)}, the text does not say."
    if (first.rank, first.rank_max) == (second.rank, second.rank_max):
        yield f"    Both are drawn at {captions.number(first)}, in any order."
        return
    for event in (first, second):
        yield f"    {event.id} can stand {captions.room(event)}"


def _step(story: Story, edge: Edge) -> str:
    at = f" ({_where(edge.evidence)})" if edge.evidence else ""
    between = f"{_named(story, story.event(edge.before))} before {_named(story, story.event(edge.after))}"
    return f"    {between}, {captions.reason(story, edge)}{at}; {_firmness(edge)}"


def _named(story: Story, event: Event) -> str:
    return f"{event.id} ({captions.caption(story, event)})"


# How sure an order is, in words; from strength so and so on.
FIRMNESS = ((0.85, "sure"), (0.6, "likely"), (0.0, "a guess"))


def _firmness(edge: Edge) -> str:
    """The strength of an edge in plain language; the order of telling is never more than a guess."""
    if edge.why == "telling":
        return "a guess"
    return next(words for least, words in FIRMNESS if edge.strength >= least)


def _sureness(steps: Sequence[Edge]) -> str:
    """How sure a chain of reasons is: as its weakest link."""
    weakest = min(steps, key=lambda edge: edge.strength)
    told = sum(edge.why == "telling" for edge in steps)
    if told == len(steps):
        return "A guess: nothing but the order of telling says so."
    return (
        f"As sure as the weakest link, {weakest.before} before {weakest.after}: {_firmness(weakest)}."
        if len(steps) > 1
        else "Said by one reason alone."
    )
