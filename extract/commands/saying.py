"""What somebody types about a story as a correction of it: `retype e3 attack`, `merge okoro a-okoro`, `add reaction "the words"`.

Whatever names no event, actor or passage of the story is one clear line that says which there are.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence

from ..corrections import Correction, Unclear, What, Who, kinds, what, who
from ..types import EVENT_TYPES, STATUSES, Article, Span, Story
from .streams import Misuse


def said(story: Story, options: Namespace) -> tuple[Correction, ...]:
    """The corrections that the typed words mean. Raises Misuse."""
    try:
        return ACTIONS[options.action](story, options)
    except Unclear as error:
        raise Misuse(str(error)) from None


def _retype(story: Story, o: Namespace) -> tuple[Correction, ...]:
    if o.type not in EVENT_TYPES and o.type not in {e.type for e in story.events}:
        raise Misuse(f"{o.type!r} is no type of event; there are {', '.join(EVENT_TYPES)}")
    return (kinds.Retype(_act(story, o.event), o.type),)


def _status(story: Story, o: Namespace) -> tuple[Correction, ...]:
    if o.status not in STATUSES:
        raise Misuse(f"{o.status!r} is no status; there are {', '.join(STATUSES)}")
    return (kinds.Restatus(_act(story, o.event), o.status, _person(story, o.source) if o.source else None),)


def _recast(story: Story, o: Namespace) -> tuple[Correction, ...]:
    if o.actors is None and o.targets is None:
        raise Misuse("recast wants --actors or --targets, or both; --actors '' says that the text leaves it open")
    act = _act(story, o.event)
    actors, targets = (None if names is None else _people(story, names) for names in (o.actors, o.targets))
    return (kinds.Recast(act, act.actors if actors is None else actors, act.targets if targets is None else targets),)


def _retime(story: Story, o: Namespace) -> tuple[Correction, ...]:
    earliest, dots, latest = o.when.partition("..")
    act = _act(story, o.event)
    return (kinds.Retime(act, None, earliest or None, latest or None) if dots else kinds.Retime(act, o.when),)


def _reorder(story: Story, o: Namespace) -> tuple[Correction, ...]:
    if o.before == o.after:
        raise Misuse(f"{o.before} cannot come before itself; name two events")
    return (kinds.Reorder(_act(story, o.before), _act(story, o.after)),)


def _reject(story: Story, o: Namespace) -> tuple[Correction, ...]:
    return (kinds.Reject(_act(story, o.event)),)


def _add(story: Story, o: Namespace) -> tuple[Correction, ...]:
    span = _passage(story, o.words, o.article)
    actors, targets = _people(story, o.actors or ()), _people(story, o.targets or ())
    source = _person(story, o.source) if o.source else None
    return (kinds.Add(What(o.type, (span,), actors, targets, o.status, source)),)


def _accept(story: Story, o: Namespace) -> tuple[Correction, ...]:
    ids = [e.id for e in story.events] if o.events == ["all"] else o.events
    return tuple(kinds.Accept(_act(story, id)) for id in ids)


def _merge_events(story: Story, o: Namespace) -> tuple[Correction, ...]:
    return (kinds.MergeEvents(_act(story, o.event), tuple(_act(story, id) for id in _others(o.event, o.others))),)


def _split_event(story: Story, o: Namespace) -> tuple[Correction, ...]:
    act = _act(story, o.event)
    return (kinds.SplitEvent(act, _among(act.tellings, o.words, o.article, f"tell {o.event}")),)


def _merge_actors(story: Story, o: Namespace) -> tuple[Correction, ...]:
    return (kinds.MergeActors(_known(story, o.actor), tuple(_known(story, id) for id in _others(o.actor, o.others))),)


def _split_actor(story: Story, o: Namespace) -> tuple[Correction, ...]:
    known = _known(story, o.actor)
    mentions = next(a.mentions for a in story.actors if o.actor in (a.id, a.name))
    return (kinds.SplitActor(known, _among(mentions, o.words, o.article, f"mention {known.name}"), o.name),)


def _rename(story: Story, o: Namespace) -> tuple[Correction, ...]:
    return (kinds.Rename(_known(story, o.actor), o.name, o.role, o.party),)


ACTIONS: dict[str, Callable[[Story, Namespace], tuple[Correction, ...]]] = {
    "retype": _retype, "status": _status, "recast": _recast, "retime": _retime, "reorder": _reorder, "reject": _reject,
    "add": _add, "accept": _accept, "merge-events": _merge_events, "split-event": _split_event, "merge-actors": _merge_actors,
    "split-actor": _split_actor, "rename": _rename,
}  # fmt: skip


def _act(story: Story, id: str) -> What:
    """The act of an event's id."""
    if id not in {e.id for e in story.events}:
        raise Misuse(f"{id!r} is no event of this story; there are {_menu(e.id for e in story.events)}")
    return what(story, id)


def _others(first: str, others: Sequence[str]) -> Sequence[str]:
    if first in others:
        raise Misuse(f"{first} cannot be merged with itself; name others")
    return others


def _known(story: Story, name: str) -> Who:
    """The actor of an id or a name."""
    found = next((a.id for a in story.actors if name in (a.id, a.name)), None)
    if found is None:
        raise Misuse(f"{name!r} is no actor of this story; there are {_menu(a.id for a in story.actors)}")
    return who(story, found)


def _person(story: Story, name: str) -> Who:
    """The actor of an id or a name, or a new person of that name."""
    return _known(story, name) if any(name in (a.id, a.name) for a in story.actors) else Who(name)


def _people(story: Story, names: Iterable[str]) -> tuple[Who, ...]:
    return tuple(_person(story, name.strip()) for name in names if name.strip())


def _passage(story: Story, words: str, article: str | None) -> Span:
    """The words where they stand in the articles: in one, once."""
    if article is not None and article not in {a.id for a in story.articles}:
        raise Misuse(f"{article!r} is no article of this story; there are {_menu(a.id for a in story.articles)}")
    found = [s for a in story.articles if article in (None, a.id) for s in _everywhere(a, words)]
    if not words.strip() or not found:
        raise Misuse(f"“{words}” stands in no article of this story; copy the words as they are printed")
    if len(found) > 1:
        where = f"in {_menu(dict.fromkeys(s.article for s in found))}" if article is None else "there"
        raise Misuse(f"“{words}” stands {len(found)} times {where}; give more of the words, or the article with --article")
    return found[0]


def _everywhere(article: Article, words: str) -> list[Span]:
    starts, at = list[int](), article.text.find(words)
    while words and at >= 0:
        starts.append(at)
        at = article.text.find(words, at + 1)
    return [Span(article.id, start, start + len(words), words) for start in starts]


def _among(spans: Sequence[Span], words: Sequence[str], article: str | None, role: str) -> tuple[Span, ...]:
    """The passages that hold the words."""
    found = [[s for s in spans if word in s.text and article in (None, s.article)] for word in words]
    for word, rows in zip(words, found, strict=True):
        if not rows:
            raise Misuse(f"“{word}” is none of the words that {role}: {_menu(f'“{s.text}”' for s in spans)}")
    return tuple(dict.fromkeys(s for rows in found for s in rows))


def _menu(names: Iterable[str]) -> str:
    rows = list(names)
    return ", ".join(rows[:20]) + (f" and {len(rows) - 20} more" if len(rows) > 20 else "")
