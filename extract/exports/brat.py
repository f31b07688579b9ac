"""A story for brat, the annotation tool: a .txt and a .ann for each article, as an archive, with the configuration that shows it.

T is a passage, E a telling with who does it and to whom, A its status, R what came before what, # what none of these can hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..captions import in_order
from ..reviews import Reviews
from ..types import ACTOR_KINDS, EVENT_TYPES, STATUSES, Article, Event, Span, Story, Telling
from .rows import names, review_of
from .wording import on_one_line
from .zipped import stems, zipped

BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")  # where a program may take a line for ended
CONFIGURATION = "annotation.conf"
Passage = tuple[str, int, int]  # type, start and end
Told = tuple[Event, Telling]


def brat(story: Story, *, reviewed: Reviews | None = None) -> bytes:
    """The archive; offsets count code points of the .txt, as brat does."""
    called = stems(article.id for article in story.articles)
    files = {CONFIGURATION: _configuration(story)}
    for article in story.articles:
        files[f"{called[article.id]}.txt"] = article.text
        files[f"{called[article.id]}.ann"] = "".join(f"{line}\n" for line in lines_of(story, article, reviewed or {}))
    return zipped(files)


def lines_of(story: Story, article: Article, reviewed: Reviews) -> Iterator[str]:
    """The lines of an article's .ann."""
    told = [(e, t) for e in in_order(story) for t in e.evidence if _stands(t.span, article)]
    mentions = {actor.id: [m for m in actor.mentions if _stands(m, article)] for actor in story.actors}
    passages = _numbered(story, told, mentions)
    for (type, start, end), number in passages.items():
        yield f"{number}\t{type} {start} {end}\t{BREAKS.sub(' ', article.text[start:end])}"
    ids: dict[str, list[str]] = {}
    for place, (event, telling) in enumerate(told, start=1):
        ids.setdefault(event.id, []).append(f"E{place}")
        yield from _act(story, place, (event, telling), mentions, passages)
        yield f"#{place}\tAnnotatorNotes E{place}\t{_note(story, event, mentions, reviewed)}"
    yield from _relations(story, ids)


def without_text(story: Story) -> str:
    """Which articles cannot be annotated, since the story was kept without their texts; empty where all can."""
    bare = [article.id for article in story.articles if not article.text]
    if not bare:
        return ""
    return f"{', '.join(bare)}: no text is kept, so that nothing can be marked in it; give a story written without --no-text"


def _stands(span: Span, article: Article) -> bool:
    return span.article == article.id and span.start < span.end and article.text[span.start : span.end] == span.text


def _numbered(story: Story, told: Iterable[Told], mentions: Mapping[str, list[Span]]) -> dict[Passage, str]:
    """The passages of an article, each once, with their numbers."""
    kinds = {actor.id: actor.kind.capitalize() for actor in story.actors}
    acts = [(_label(event.type), t.span.start, t.span.end) for event, t in told]
    people = sorted((kinds[id], span.start, span.end) for id, spans in mentions.items() for span in spans)
    return {passage: f"T{place}" for place, passage in enumerate(dict.fromkeys([*acts, *people]), start=1)}


def _act(
    story: Story, place: int, act: Told, mentions: Mapping[str, list[Span]], passages: Mapping[Passage, str]
) -> Iterator[str]:
    event, telling = act
    kinds = {actor.id: actor.kind.capitalize() for actor in story.actors}
    trigger = passages[_label(event.type), telling.span.start, telling.span.end]
    roles = []
    for role, people in (("Actor", event.actors), ("Target", event.targets), ("Source", (event.source,))):
        named = [(id, span) for id in people if id and (span := _nearest(mentions.get(id, []), telling.span))]
        for turn, (id, span) in enumerate(named, start=1):
            roles.append(f" {role}{turn if turn > 1 else ''}:{passages[kinds[id], span.start, span.end]}")
    yield f"E{place}\t{_label(event.type)}:{trigger}{''.join(roles)}"
    yield f"A{place}\tStatus E{place} {telling.status}"


def _nearest(mentions: Iterable[Span], to: Span) -> Span | None:
    """The mention that stands in a telling, else the nearest to it."""
    return min(mentions, key=lambda m: (max(to.start - m.end, m.start - to.end, 0), m.start), default=None)


def _note(story: Story, event: Event, mentions: Mapping[str, list[Span]], reviewed: Reviews) -> str:
    """The event's id and place, who vouches for it, and who takes part without being marked in this article."""
    absent = [id for id in dict.fromkeys((*event.actors, *event.targets)) if not mentions.get(id)]
    unmarked = f"; takes part, not marked here: {names(story, absent)}" if absent else ""
    return on_one_line(f"{event.id}, {event.rank} in the order; {review_of(event, reviewed)}{unmarked}")


def _relations(story: Story, ids: Mapping[str, list[str]]) -> Iterator[str]:
    """What is one act told twice, and which came before which."""
    same = [("Same", own[0], other) for own in ids.values() for other in own[1:]]
    order = [("Before", ids[e.before][0], ids[e.after][0]) for e in story.order if e.before in ids and e.after in ids]
    for place, (name, one, other) in enumerate([*same, *order], start=1):
        yield f"R{place}\t{name} Arg1:{one} Arg2:{other}"


def _label(type: str) -> str:
    return re.sub(r"\W+", "_", type) or "event"


def _configuration(story: Story) -> str:
    """What brat must know to show the files: types, roles and what may be said of them."""
    types = dict.fromkeys((*EVENT_TYPES, *(_label(event.type) for event in story.events)))
    people = "|".join(kind.capitalize() for kind in ACTOR_KINDS)
    acts = "\n".join(f"{type}\tActor*:{people}, Target*:{people}, Source?:{people}" for type in types)
    relations = "Before\tArg1:<EVENT>, Arg2:<EVENT>\nSame\tArg1:<EVENT>, Arg2:<EVENT>"
    entities = people.replace("|", "\n")
    status = f"Status\tArg:<EVENT>, Value:{'|'.join(STATUSES)}"
    return f"[entities]\n{entities}\n\n[events]\n{acts}\n\n[relations]\n{relations}\n\n[attributes]\n{status}\n"
