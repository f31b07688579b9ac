"""What is taken out of the store for good: an article, a story, or a person, of whom then nothing is left but a keyed hash."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import orjson
import sqlalchemy as sa

from extract.lexicon import unaccented
from extract.store import keeping, schema
from extract.store.encoding import decode, encode, rewritten, walked, with_article
from extract.types import Actor, Story

LONGEST = 6  # words of a name that is looked for in what comes later
articles, corrections, about = schema.articles.c, schema.corrections.c, schema.corrected_articles.c


@dataclass(frozen=True, slots=True)
class Removed:
    """How much was taken out, or changed: articles, and entries of the log."""

    articles: tuple[str, ...] = ()
    entries: int = 0


@contextmanager
def redacting(connection: sa.Connection) -> Iterator[None]:
    """While this holds, and for nobody else, the log may be changed."""
    connection.execute(sa.insert(schema.facts).values(key="redacting", value="1"))
    yield
    connection.execute(sa.delete(schema.facts).where(schema.facts.c.key == "redacting"))


def delete(connection: sa.Connection, id: str) -> Removed:
    """Takes out a story with its articles, or one article with its older versions, and what the log says of them alone."""
    own = list(connection.execute(sa.select(articles.id).where(articles.story == id)).scalars())
    own = own or list(connection.execute(sa.select(articles.id).where(articles.id == id)).scalars())
    own = _with_older(connection, own)
    homes = set(connection.execute(sa.select(articles.story).where(articles.id.in_(own))).scalars()) - {None}
    gone = _entries_of_none_but(connection, own)
    with redacting(connection):
        connection.execute(sa.delete(schema.corrections).where(corrections.seq.in_(gone)))
    connection.execute(sa.delete(schema.corrected_articles).where(sa.or_(about.seq.in_(gone), about.article.in_(own))))
    connection.execute(sa.delete(schema.marks).where(schema.marks.c.article.in_(own)))
    connection.execute(sa.delete(schema.articles).where(articles.id.in_(own)))
    for home in sorted(filter(None, homes)):
        keeping.settle(connection, home, apart=True)
    return Removed(tuple(sorted(own)), len(gone))


def _with_older(connection: sa.Connection, ids: Iterable[str]) -> list[str]:
    """The articles with all the versions that they replaced."""
    whole, new = list[str](), list(ids)
    while new:
        whole += new
        asked = sa.select(articles.id).where(articles.replaced_by.in_(new), articles.id.not_in(whole))
        new = list(connection.execute(asked).scalars())
    return whole


def _entries_of_none_but(connection: sa.Connection, own: Iterable[str]) -> list[int]:
    """The entries of the log that are about these articles and no others."""
    rows = list(own)
    others = sa.select(about.seq).where(about.article.not_in(rows))
    asked = sa.select(about.seq).where(about.article.in_(rows), about.seq.not_in(others)).distinct()
    return list(connection.execute(asked).scalars())


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
    shown = [id for id, home in homes.items() if _withholding(_forms(name, people.get(home, ())))(id) != id]
    taken, new = set(homes), dict[str, str]()
    for id in sorted(shown):
        new[id] = next(n for k in range(1, len(taken) + 2) if (n := f"withheld-article-{k}") not in taken)
        taken.add(new[id])
    return new


def _unnamed(connection: sa.Connection, story: str, name: str, people: Mapping[str, list[Actor]]) -> str:
    """The story under an id that does not show the name; what else it was called goes too where that does."""
    change = _withholding(_forms(name, people.get(story, ())))
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
    return {row.id: _called(decode(row.machine), name) for row in rows}


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
            change = _withholding(_forms(name, meant))
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
    return _keyed(_salt(connection), _plain(name))


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
    for name in sorted(n for n in _runs(story) if _keyed(salt, n) in known):
        story = without(story, name) or story
        if _withholding([name])(story.articles[0].id) != story.articles[0].id:
            story = with_article(story, "withheld-article")
    return story


def _runs(story: Story) -> set[str]:
    """All runs of a few words in a story: any may be somebody's name."""
    runs, texts = set[str](), set[str]()

    def met(text: str) -> str:
        texts.add(text)
        return text

    walked(orjson.loads(orjson.dumps(story)), met)
    for text in texts:
        words = _plain(text).split()
        runs |= {" ".join(words[at : at + n]) for n in range(2, LONGEST + 1) for at in range(len(words) - n + 1)}
    return runs


def _called(story: Story, name: str) -> list[Actor]:
    """The people of that name."""
    return [a for a in story.actors if a.kind == "person" and _plain(name) in map(_plain, (a.name, *a.aliases))]


def without(story: Story, name: str, *, known: Iterable[Actor] = ()) -> Story | None:
    """The story with a name withheld, in words as long as they were; None where it has no such name.

    *known* are those of that name in the story of several that this one is part of.
    """
    people = _called(story, name)
    change = _withholding(_forms(name, (*people, *known)))
    ids = {a.id: f"withheld-{n}" for n, a in enumerate(_meant(story, people, change), start=_next(story))}
    article = story.articles[0].id
    changed = rewritten(story, lambda text: ids.get(text, text if text == article else change(text)))
    return None if encode(changed) == encode(story) else changed


def _meant(story: Story, people: Iterable[Actor], change: Callable[[str], str]) -> list[Actor]:
    """Whom a name is of, and those whose ids would show it."""
    known = {a.id for a in people}
    return [a for a in story.actors if a.id in known or change(a.id) != a.id]


def _next(story: Story) -> int:
    taken = [int(m[1]) for a in story.actors if (m := re.fullmatch(r"withheld-(\d+)", a.id))]
    return max(taken, default=0) + 1


def _forms(name: str, people: Iterable[Actor]) -> list[str]:
    """What the person is called: the full name anywhere; the surname alone where the person takes part."""
    forms = {name}
    for actor in people:
        forms |= {actor.name, *(a for a in actor.aliases if _shares(a, actor.name))}
        forms.add(actor.name.split()[-1])
    return sorted(forms, key=lambda f: (-len(f), f))


def _shares(alias: str, name: str) -> bool:
    """Whether a form names the person: "Mr Okoro", not "the Speaker"."""
    return bool(set(_plain(alias).split()) & set(_plain(name).split()))


def _withholding(forms: Iterable[str]) -> Callable[[str], str]:
    """Puts a block for each letter of the forms, however they are written: capitals, accents, hyphens of an address."""
    ways = [r"[\W_]+".join(map(re.escape, _plain(form).split())) for form in forms]
    pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(w for w in ways if w)})(?![^\W_])")

    def change(text: str) -> str:
        places = [n for n, c in enumerate(text) if not _silent(c)]
        out = list(text)
        for match in pattern.finditer("".join(_letter(text[n]) for n in places)):
            last = places[match.end()] if match.end() < len(places) else len(text)
            for at in range(places[match.start()], last):
                out[at] = keeping.BLOCK if text[at].isalnum() or _silent(text[at]) else text[at]
        return "".join(out)

    return change


def _silent(character: str) -> bool:
    """Whether a character is an accent of its own, or unseen, as a soft hyphen is."""
    return unicodedata.category(character) in ("Mn", "Cf")


def _letter(character: str) -> str:
    """One letter for one letter, plain, so that places in the text stay what they are."""
    plain = unaccented(character).lower()
    return plain if len(plain) == 1 else character.lower()[:1] or character


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", "".join(_letter(c) for c in name if not _silent(c))))
