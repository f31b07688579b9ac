"""A person is forgotten: withheld in texts, titles, casts, the log and older versions, and in what comes later.

Of the name itself only a hash is kept, under a key that lies beside it: it says whether a name was withheld, not which.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Mapping

import orjson
import sqlalchemy as sa

from extract.corrections import Correction, dumps, loads
from extract.store import keeping, schema
from extract.store.encoding import decode, encode, walked, with_article
from extract.store.removing import Removed, redacting
from extract.store.withholding import called, forms_of, plain, runs_of, withholding, without
from extract.types import Actor, Story

articles, corrections, about = schema.articles.c, schema.corrections.c, schema.corrected_articles.c


def forget(connection: sa.Connection, name: str) -> Removed:
    """Withholds a person's name wherever it stands: in texts, titles, casts, the log, older versions; and in what comes later."""
    touched, people, homes = list[str](), _in_stories(connection, name), _homes(connection)
    ids = _ids(name, people, homes)
    entries = _forget_in_log(connection, name, people, ids, homes)
    stale = {home for seq in entries for home in entries[seq]}
    for row in connection.execute(sa.select(schema.articles).order_by(articles.id)).all():
        new = without(decode(row.machine), name, known=people.get(homes[row.id], ()))
        if new is None and row.id not in ids:
            continue
        touched.append(ids.get(row.id, row.id))
        stale |= {homes[row.id]} - {""}
        _rewrite(connection, row.id, with_article(new or decode(row.machine), touched[-1]))
    _remember(connection, name)
    for home in sorted(people):
        if (now := _unnamed(connection, home, name, people)) != home or home in stale:
            keeping.settle(connection, now)
    return Removed(tuple(sorted(touched)), len(entries))


def _remember(connection: sa.Connection, name: str) -> None:
    """Writes down, once, whom to withhold in what comes later."""
    hash = hashed(connection, name)
    connection.execute(sa.delete(schema.forgotten).where(schema.forgotten.c.hash == hash))
    connection.execute(sa.insert(schema.forgotten).values(hash=hash))


def _homes(connection: sa.Connection) -> dict[str, str]:
    """The story of each article; of an older version that of the newest."""
    rows = {row.id: row for row in connection.execute(sa.select(articles.id, articles.story, articles.replaced_by))}

    def home(id: str) -> str:
        while id in rows and rows[id].replaced_by:
            id = rows[id].replaced_by
        return rows[id].story or "" if id in rows else ""

    return {id: home(id) for id in rows}


def _ids(name: str, people: Mapping[str, list[Actor]], homes: Mapping[str, str]) -> dict[str, str]:
    """New ids for articles whose own would show the name, as when a file is called after somebody."""
    shown = [id for id, home in homes.items() if withholding(forms_of(name, people.get(home, ())))(id) != id]
    taken, new = set(homes), dict[str, str]()
    for id in sorted(shown):
        new[id] = next(n for k in range(1, len(taken) + 2) if (n := f"withheld-article-{k}") not in taken)
        taken.add(new[id])
    return new


def _unnamed(connection: sa.Connection, story: str, name: str, people: Mapping[str, list[Actor]]) -> str:
    """The story under an id that does not show the name; what else it was called goes too where that does."""
    change = withholding(forms_of(name, people.get(story, ())))
    alias = schema.aliases.c
    for other in connection.execute(sa.select(alias.alias).where(alias.story == story)).scalars().all():
        if change(other) != other:
            connection.execute(sa.delete(schema.aliases).where(alias.alias == other))
    if change(story) == story:
        return story
    new = keeping.free_story(connection, "withheld-story")
    connection.execute(sa.update(schema.articles).where(articles.story == story).values(story=new))
    connection.execute(sa.update(schema.aliases).where(alias.story == story).values(story=new))
    keeping.drop(connection, story)
    return new


def _in_stories(connection: sa.Connection, name: str) -> dict[str, list[Actor]]:
    """Who is called so in each story: one article may have only "Ms Okoro", and another her full name."""
    rows = connection.execute(sa.select(schema.stories.c.id, schema.stories.c.machine)).all()
    return {row.id: called(decode(row.machine), name) for row in rows}


def _rewrite(connection: sa.Connection, id: str, story: Story) -> None:
    """Puts a story in the place of an article's, under the id that it has in it."""
    article, mark = story.articles[0], schema.marks.c
    row = {"id": article.id, "title": article.title, "url": article.url, "machine": encode(story)}
    connection.execute(sa.delete(schema.marks).where(mark.article == id))
    connection.execute(sa.update(schema.articles).where(articles.id == id).values(row))
    connection.execute(sa.update(schema.articles).where(articles.replaced_by == id).values(replaced_by=article.id))
    connection.execute(sa.update(schema.corrected_articles).where(about.article == id).values(article=article.id))
    keeping.mark(connection, story, article.id)


def _forget_in_log(
    connection: sa.Connection, name: str, people: Mapping[str, list[Actor]], ids: Mapping[str, str], homes: Mapping[str, str]
) -> dict[int, set[str]]:
    """The log without a name, in the words that its passages have now: the entries that had it, with their stories."""
    had, told = dict[int, set[str]](), dict[int, set[str]]()
    for row in connection.execute(sa.select(schema.corrected_articles)):
        told.setdefault(row.seq, set()).add(homes.get(row.article, ""))
    with redacting(connection):
        for row in connection.execute(sa.select(schema.corrections)).all():
            meant = [actor for story in sorted(told.get(row.seq, ())) for actor in people.get(story, ())]
            change = withholding(forms_of(name, meant))
            says = orjson.dumps(walked(orjson.loads(row.says), _but_ids(change, set(homes), ids))).decode()
            new = {"says": says, "by": change(row.by), "why": change(row.why)}
            if new != {"says": row.says, "by": row.by, "why": row.why}:
                connection.execute(sa.update(schema.corrections).where(corrections.seq == row.seq).values(new))
                had[row.seq] = told.get(row.seq, set()) - {""}
    return had


def _but_ids(change: Callable[[str], str], known: set[str], ids: Mapping[str, str]) -> Callable[[str], str]:
    """A change of words that leaves the ids of articles to their own change."""
    return lambda text: ids.get(text, text) if text in known else change(text)


def hashed(connection: sa.Connection, name: str) -> str:
    """A name as a keyed hash, from which nobody reads it."""
    return _keyed(_salt(connection), plain(name))


def _salt(connection: sa.Connection) -> bytes:
    return bytes.fromhex(connection.execute(sa.select(schema.facts.c.value).where(schema.facts.c.key == "salt")).scalar_one())


def _keyed(salt: bytes, plain: str) -> str:
    return hmac.new(salt, plain.encode(), hashlib.sha256).hexdigest()


def censored(connection: sa.Connection, story: Story) -> Story:
    """A new story without those who are forgotten."""
    known = set(connection.execute(sa.select(schema.forgotten.c.hash)).scalars())
    if not known:
        return story
    salt = _salt(connection)
    for name in sorted(n for n in runs_of(orjson.loads(orjson.dumps(story))) if _keyed(salt, n) in known):
        story = without(story, name) or story
        if withholding([name])(story.articles[0].id) != story.articles[0].id:
            story = with_article(story, "withheld-article")
    return story


def unsaid(connection: sa.Connection, correction: Correction, by: str, why: str) -> tuple[Correction, str, str]:
    """A correction, who makes it and why, without those who are forgotten."""
    known = set(connection.execute(sa.select(schema.forgotten.c.hash)).scalars())
    says, words = dumps(correction), [by, why]
    if known:
        salt = _salt(connection)
        for name in sorted(n for n in runs_of([says, words]) if _keyed(salt, n) in known):
            says, words = walked(says, withholding([name])), [withholding([name])(word) for word in words]
    return loads(says), words[0], words[1]
