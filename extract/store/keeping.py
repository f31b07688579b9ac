"""What is read comes into the store: each text once, into the story that it tells, or as a newer version of an older text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

import networkx as nx
import sqlalchemy as sa

from extract.corrections import Corrected, apply
from extract.store import entries, participants, schema, searching, versions
from extract.store.encoding import decode, encode, with_article
from extract.store.withholding import BLOCK
from extract.stories import alike, unite
from extract.stories.grouping import DAYS, OWN, Signature
from extract.types import Story

MANY = 200  # articles, of those that share most with a new one, that are compared with it
BATCH = 400  # values in one question
Outcome = Literal["new", "joined", "newer version", "older version", "read again", "known"]
articles, stories, marks = schema.articles.c, schema.stories.c, schema.marks.c


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an article: its id in the store, its story, and whether it was new."""

    article: str
    story: str
    outcome: Outcome


def keep(connection: sa.Connection, story: Story, *, now: str, replaces: str | None = None) -> Kept:
    """Takes in the machine's story of one article. Unusable where it is said to replace what cannot be replaced."""
    standing = versions.standing(connection, story, replaces)
    known = versions.known(connection, story)
    if known is not None:
        return _again(connection, story, known)
    id, sha = _free(connection, story.articles[0].id), versions.key(connection, story)
    story = with_article(story, id)
    if standing is not None and replaces is None and versions.is_older(story, standing):
        _write(connection, story, sha=sha, now=now, into=None, replaced_by=standing.id)
        return Kept(id, standing.story, "older version")
    older = standing.id if standing is not None else None
    mine = _grouped(connection, story, without=older)
    home = mine[0] if mine else free_story(connection, story.id)
    _write(connection, story, sha=sha, now=now, into=home)
    mark(connection, story, id)
    for other in mine[1:]:
        _join(connection, other, home)
    if older:
        _replace(connection, older, id)
    settle(connection, home)
    return Kept(id, home, "newer version" if older else "joined" if mine else "new")


def holds(connection: sa.Connection, story: Story) -> bool:
    """Whether the text of a story of one article is in the store."""
    return versions.known(connection, story) is not None


def _again(connection: sa.Connection, story: Story, row: versions.Row) -> Kept:
    """A text that is in the store: what the rules say of it now, and what is known of it now, goes in the place of what was."""
    old = decode(row.machine)
    if BLOCK in old.articles[0].text:  # a name is withheld in it, and would come back
        return Kept(row.id, row.story or "", "known")
    article = versions.filled(old.articles[0], story.articles[0])
    packed = encode(replace(with_article(story, row.id), id=old.id, title=article.title or old.title, articles=(article,)))
    if row.machine == packed or row.story is None:
        return Kept(row.id, row.story or "", "known")
    told = {name: getattr(article, name) for name in ("title", "outlet", "published", "url")}
    connection.execute(sa.update(schema.articles).where(articles.id == row.id).values(machine=packed, **told))
    settle(connection, row.story)
    return Kept(row.id, row.story, "read again")


def _replace(connection: sa.Connection, older: str, newer: str) -> None:
    """Takes the older version out of its story."""
    connection.execute(sa.update(schema.articles).where(articles.id == older).values(story=None, replaced_by=newer))
    connection.execute(sa.delete(schema.marks).where(marks.article == older))


def _grouped(connection: sa.Connection, story: Story, *, without: str | None) -> list[str]:
    """The stories that the article tells; the one that goes on is the first: of most articles, then the oldest."""
    near = [row for row in _near(connection, story) if row.id != without]
    mine = {row.story for row in near if alike(decode(row.machine), story)}
    if without:
        mine |= {_story_of(connection, without)} - {""}
    asked = sa.select(articles.story, sa.func.count()).where(articles.story.in_(mine)).group_by(articles.story)
    sizes = {row[0]: row[1] for row in connection.execute(asked)}
    return sorted(mine, key=lambda id: (-sizes[id], id))


def _near(connection: sa.Connection, story: Story) -> Sequence[sa.Row[tuple[object, ...]]]:
    """The articles that share a sentence with this one, or enough names within the days; those that share most first."""
    shared: dict[str, int] = {}
    own, long = _marks(story)
    for rows, weight in ((own, 1), (long, OWN)):
        for batch in _batches(rows):
            asked = sa.select(marks.article, sa.func.count()).where(marks.mark.in_(batch)).group_by(marks.article)
            for id, number in connection.execute(asked):
                shared[id] = shared.get(id, 0) + number * weight
    best = sorted((id for id, number in shared.items() if number >= OWN), key=lambda id: (-shared[id], id))
    days = Signature(story).days
    found = [row for batch in _batches(best) for row in _dated(connection, batch, days)]
    return sorted(found, key=lambda row: (-shared[row.id], row.id))[:MANY]


def _dated(connection: sa.Connection, ids: Sequence[str], days: tuple[date, date] | None) -> Sequence[sa.Row[tuple[object, ...]]]:
    """The current articles of those ids, of the days that one story can take; one without a date can be of any."""
    asked = sa.select(schema.articles).where(articles.id.in_(ids), articles.story.is_not(None))
    if days:
        first, last = (days[0] - timedelta(DAYS)).isoformat(), (days[1] + timedelta(DAYS + 1)).isoformat()
        asked = asked.where(sa.or_(articles.published.is_(None), articles.published.between(first, last)))
    return connection.execute(asked).all()


def _batches(rows: Iterable[str]) -> Iterable[list[str]]:
    whole = sorted(rows)
    return (whole[n : n + BATCH] for n in range(0, len(whole), BATCH))


def _marks(story: Story) -> tuple[frozenset[str], frozenset[str]]:
    """Its own names, and its long sentences by their hashes."""
    signature = Signature(story)
    return signature.own, frozenset(hashlib.blake2b(s.encode(), digest_size=8).hexdigest() + "." for s in signature.sentences)


def _write(
    connection: sa.Connection, story: Story, *, sha: str, now: str, into: str | None, replaced_by: str | None = None
) -> None:
    article = story.articles[0]
    row = {"title": article.title, "outlet": article.outlet, "published": article.published, "url": article.url}
    own = {"id": article.id, "sha256": sha, "story": into, "replaced_by": replaced_by, "added": now, "machine": encode(story)}
    connection.execute(sa.insert(schema.articles).values(**own, **row))


def mark(connection: sa.Connection, story: Story, article: str) -> None:
    """Writes down by what an article is found."""
    rows = [{"mark": one, "article": article} for one in sorted(frozenset.union(*_marks(story)))]
    if rows:
        connection.execute(sa.insert(schema.marks), rows)


def _join(connection: sa.Connection, story: str, home: str) -> None:
    """Makes a story part of another; what it was called still leads there."""
    connection.execute(sa.update(schema.articles).where(articles.story == story).values(story=home))
    connection.execute(sa.update(schema.aliases).where(schema.aliases.c.story == story).values(story=home))
    connection.execute(sa.insert(schema.aliases).values(alias=story, story=home))
    drop(connection, story)


def drop(connection: sa.Connection, story: str) -> None:
    """Takes away what is kept of a story as a whole; its articles are another matter."""
    searching.remove(connection, story)
    participants.remove(connection, story)
    connection.execute(sa.delete(schema.events).where(schema.events.c.story == story))
    connection.execute(sa.delete(schema.stories).where(stories.id == story))


def members(connection: sa.Connection, story: str) -> tuple[Story, ...]:
    """The machine's stories of the single articles of a story."""
    rows = connection.execute(sa.select(articles.machine).where(articles.story == story).order_by(articles.id))
    return tuple(decode(row.machine) for row in rows)


def settle(connection: sa.Connection, id: str, *, apart: bool = False) -> None:
    """Makes a story anew from its articles and the log; an empty one is gone, and one that falls *apart* becomes several."""
    own = members(connection, id)
    parts = _parts(own) if apart else [own] if own else []
    if not parts:
        drop(connection, id)
        connection.execute(sa.delete(schema.aliases).where(schema.aliases.c.story == id))
        return
    for part in parts[1:]:
        new = free_story(connection, part[0].id)
        ids = [one.articles[0].id for one in part]
        connection.execute(sa.update(schema.articles).where(articles.id.in_(ids)).values(story=new))
        _compose(connection, new, part)
    _compose(connection, id, parts[0])


def _parts(own: Sequence[Story]) -> list[Sequence[Story]]:
    """Articles in groups that tell one story, the largest first. What was joined through an article that is gone falls apart."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(own)))
    for n, one in enumerate(own):
        graph.add_edges_from((n, m) for m in range(n) if not nx.has_path(graph, n, m) and alike(one, own[m]))
    groups = [sorted(part) for part in nx.connected_components(graph)]
    return [[own[n] for n in part] for part in sorted(groups, key=lambda part: (-len(part), part))]


def _compose(connection: sa.Connection, id: str, own: Sequence[Story]) -> None:
    """Writes a story of these articles."""
    machine = replace(unite(own), id=id)
    days = sorted(a.published[:10] for a in machine.articles if a.published)
    drop(connection, id)
    connection.execute(
        sa.insert(schema.stories).values(
            id=id, title=machine.title, first=days[0] if days else None, last=days[-1] if days else None, machine=encode(machine)
        )
    )
    publish(connection, machine)


def publish(connection: sa.Connection, machine: Story) -> Corrected:
    """Writes the events, who takes part in them and the words of a story, as the log corrects it."""
    made = apply(machine, entries.log(connection, [a.id for a in machine.articles]))
    whole = made.story
    connection.execute(sa.delete(schema.events).where(schema.events.c.story == whole.id))
    rows = [
        {
            "story": whole.id,
            "id": e.id,
            "type": e.type,
            "status": e.status,
            "date": e.date,
            "rank": e.rank,
            "actors": "; ".join(whole.actor(a).name for a in e.actors),
            "targets": "; ".join(whole.actor(a).name for a in e.targets),
            "corrected": e.corrected,
            "reviewed_by": made.reviews[e.id].by if e.id in made.reviews else None,
            **participants.details(whole, e),
        }
        for e in whole.events
    ]
    if rows:
        connection.execute(sa.insert(schema.events), rows)
    participants.write(connection, whole)
    searching.index(connection, whole)
    return made


def _story_of(connection: sa.Connection, article: str) -> str:
    return connection.execute(sa.select(articles.story).where(articles.id == article)).scalar() or ""


def _free(connection: sa.Connection, id: str) -> str:
    """The id, or id-2, id-3 ... where another text has it, be it in other capitals: ids become names of files."""
    return _untaken(connection, id, articles.id)


def free_story(connection: sa.Connection, id: str) -> str:
    """A name that no story has or had."""
    return _untaken(connection, id, stories.id, schema.aliases.c.alias)


def _untaken(connection: sa.Connection, id: str, *columns: sa.Column[str]) -> str:
    plain = id.lower()
    asked = (sa.select(c).where(sa.or_(sa.func.lower(c) == plain, sa.func.lower(c).startswith(f"{plain}-"))) for c in columns)
    taken = {one.lower() for one in connection.execute(sa.union(*asked)).scalars()}
    tries = (id if turn == 1 else f"{id}-{turn}" for turn in range(1, len(taken) + 3))
    return next(one for one in tries if one.lower() not in taken)
