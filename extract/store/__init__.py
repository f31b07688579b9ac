"""What a desk keeps: articles, the stories they make, and what people say of them, in an embedded SQLite file or PostgreSQL.

    store = Store.open()                  # ORDER_PAPER_STORE, or a file in the user's data folder
    for kept in store.add([extract(read("article.txt"))]): ...
    for row in store.stories(): ...

Every change is one transaction: it is there whole, or it is not there. `Unusable` says in one line what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar

import sqlalchemy as sa

from extract.corrections import Corrected, Correction, Entry, apply, kinds
from extract.store import backups, entries, forgetting, keeping, migrations, removing, schema, searching
from extract.store.encoding import decode
from extract.store.engine import Unusable, address, connect, plain, reading, wipe, writing
from extract.store.keeping import Kept
from extract.store.removing import Removed
from extract.store.searching import Hit, Kind
from extract.store.withholding import BLOCK
from extract.stories import Changes, changes
from extract.types import Article, Story

__all__ = ["Hit", "Kept", "Known", "Removed", "Row", "Store", "Unusable"]


MADE = (schema.marks, schema.events, schema.participants, schema.tellers, schema.words)
TABLES = tuple(str(table.name) for table in (*schema.KEPT, *MADE))
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Row:
    """A story as a list shows it: days of publication, and how much it holds."""

    id: str
    title: str
    first: str | None
    last: str | None
    outlets: tuple[str, ...]
    articles: int
    events: int
    reviewed: int


@dataclass(frozen=True, slots=True)
class Known:
    """An article as a list shows it; ``story`` is None for a version that a later one replaced."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    story: str | None
    replaced_by: str | None


class Store:
    """A store that is open. Safe to use from several processes at once."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, url: str | None = None) -> Store:
        """The store at an address, brought to this program's version. Raises Unusable."""
        engine = connect(address(url))
        migrations.migrate(engine)
        return cls(engine)

    @property
    def place(self) -> str:
        """Where it is: a file, or an address without its password."""
        return plain(self._engine.url)

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def add(self, stories: Iterable[Story], *, replaces: str | None = None) -> Iterator[Kept]:
        """Takes in the machine's stories of single articles, each in a transaction of its own, as they come.

        A text that is known is kept once; one of an address that is known, or that *replaces* an article, is its newer version.
        """
        for story in stories:
            with writing(self._engine) as connection:
                kept = keeping.keep(connection, forgetting.censored(connection, story), now=_now(), replaces=replaces)
            yield kept

    def again(self, read: Callable[[Article], Story | None], *, story: str | None = None) -> Iterator[Kept]:
        """Reads what is kept once more, by the rules of now: all, or the articles of one story.

        What *read* gives no story of stays as it is, and so does a text in which a name is withheld.
        """
        with reading(self._engine) as connection:
            asked = sa.select(keeping.articles.machine).where(keeping.articles.story.is_not(None))
            if story is not None:
                asked = asked.where(keeping.articles.story == self._id(connection, story))
            rows = connection.execute(asked.order_by(keeping.articles.id)).scalars().all()
        articles = (decode(row).articles[0] for row in rows)
        for made in (made for a in articles if BLOCK not in a.text and (made := read(a)) is not None):
            with writing(self._engine) as connection:  # what was taken out in the meantime stays out
                known = keeping.holds(connection, made)
                kept = keeping.keep(connection, forgetting.censored(connection, made), now=_now()) if known else None
            if kept is not None:
                yield kept

    def revision(self) -> str:
        """A word that is another whenever something was written: what was read under one word need not be read again."""
        asked = sa.select(schema.facts.c.value).where(schema.facts.c.key == "revision")
        with reading(self._engine) as connection:
            return connection.execute(asked).scalar() or ""

    def stories(self) -> tuple[Row, ...]:
        """All stories, the latest first: by the day of their articles, and among those of one day or none by when they came."""
        s, e, a = schema.stories, schema.events.c, schema.articles.c
        with reading(self._engine) as connection:
            told = _counted(connection, sa.select(e.story, sa.func.count()).group_by(e.story))
            seen = _counted(connection, sa.select(e.story, sa.func.count(e.reviewed_by)).group_by(e.story))
            outlets: dict[str, list[str]] = {}
            for story, outlet in connection.execute(sa.select(a.story, a.outlet).where(a.story.is_not(None)).order_by(a.id)):
                outlets.setdefault(story, []).append(outlet or "")
            came = sa.select(a.story, sa.func.max(a.added)).where(a.story.is_not(None)).group_by(a.story)
            since = {row.story: row[1] for row in connection.execute(came)}
            rows = connection.execute(sa.select(s.c.id, s.c.title, s.c.first, s.c.last)).all()
        made = (
            Row(
                *row,
                tuple(dict.fromkeys(filter(None, outlets[row.id]))),
                len(outlets[row.id]),
                told.get(row.id, 0),
                seen.get(row.id, 0),
            )
            for row in rows
        )
        return tuple(sorted(made, key=lambda r: (r.last or "", since.get(r.id) or "", r.id), reverse=True))

    def articles(self) -> tuple[Known, ...]:
        """All articles and their older versions, by id."""
        a = schema.articles.c
        with reading(self._engine) as connection:
            columns = (a.id, a.title, a.outlet, a.published, a.story, a.replaced_by)
            return tuple(Known(*row) for row in connection.execute(sa.select(*columns).order_by(a.id)))

    def story(self, id: str) -> Story:
        """A story as people have corrected it. Raises Unusable where there is none of that id."""
        return self.corrected(id).story

    def corrected(self, id: str) -> Corrected:
        """A story with who vouches for which event, and with the corrections that found no place."""
        with reading(self._engine) as connection:
            machine = self._machine(connection, id)
            return apply(machine, entries.log(connection, [a.id for a in machine.articles]))

    def machine_story(self, id: str) -> Story:
        """A story as the machine has it."""
        with reading(self._engine) as connection:
            return self._machine(connection, id)

    def correct(self, id: str, correction: Correction, *, by: str, why: str = "", at: str | None = None) -> Entry:
        """Writes down what somebody says of a story. Raises Unclear for what cannot be kept, Unusable where there is no story."""
        return self.say(id, [correction], by=by, why=why, at=at)[0]

    def say(
        self, id: str, corrections: Iterable[Correction], *, by: str, why: str = "", at: str | None = None
    ) -> tuple[Entry, ...]:
        """Writes down several things that somebody says of a story, all or none of them; as `correct` does one."""
        made: list[Entry] = []
        at = at or _now("milliseconds")
        with writing(self._engine) as connection:
            machine = self._machine(connection, id)
            for correction in corrections:
                if isinstance(correction, kinds.Undo):
                    entries.check(correction, entries.log(connection, [a.id for a in machine.articles]))
                plain, *words = forgetting.unsaid(connection, correction, by, why)
                made.append(entries.record(connection, plain, machine, by=words[0], at=at, why=words[1]))
            keeping.publish(connection, machine)
        return tuple(made)

    def log(self, story: str | None = None) -> tuple[Entry, ...]:
        """What was said of a story, or of all, the oldest first."""
        with reading(self._engine) as connection:
            own = None if story is None else [a.id for a in self._machine(connection, story).articles]
            return entries.log(connection, own)

    def changes(self, article: str) -> Changes:
        """What a version of an article tells otherwise than the one that it replaced. Unusable where it replaced none."""
        return changes(*self.versions(article))

    def versions(self, article: str) -> tuple[Story, Story]:
        """The machine's stories of the version that an article replaced, and of the article. Unusable where it replaced none."""
        with reading(self._engine) as connection:
            new = self._article(connection, article)
            asked = sa.select(keeping.articles.machine).where(keeping.articles.replaced_by == article)
            old = connection.execute(asked).scalar()
            if old is None:
                raise Unusable(f"{article}: replaced no other version; `store list --articles` shows which did")
            return decode(old), new

    def search(self, query: str, *, limit: int = 20, kind: Kind | None = None) -> tuple[Hit, ...]:
        """Stories whose articles or events hold all the words of a query, the best first."""
        with reading(self._engine) as connection:
            rows = searching.found(connection, query, limit=limit, kind=kind)
            whole = {id: self._corrected(connection, id) for id in dict.fromkeys(story for _, story, _ in rows)}
        hits = (searching.hit(whole[story], what, ref, searching.terms(query)) for what, story, ref in rows)
        return tuple(filter(None, hits))

    def ask(
        self, question: Callable[Concatenate[sa.Connection, Asked], Answer], *args: Asked.args, **options: Asked.kwargs
    ) -> Answer:
        """What a question of `exploring` finds across all stories."""
        with reading(self._engine) as connection:
            return question(connection, *args, **options)

    def delete(self, id: str, *, only: Literal["story", "article"] | None = None) -> Removed:
        """Takes out a story or an article, and what was said of it. Unusable where there is neither, or *only* must say which."""
        with writing(self._engine) as connection:
            a = keeping.articles
            story = None if only == "article" else self._known(connection, id)
            article = None if only == "story" else connection.execute(sa.select(a.id).where(a.id == id)).scalar()
            own = connection.execute(sa.select(sa.func.count()).where(a.story == story)).scalar_one() if story else 0
            if article and own > 1 and story == id:
                raise Unusable(f"{id}: a story of {own} articles and one of its articles; say which (--story or --article)")
            if article is None and story is None:
                raise Unusable(f"{id}: neither a story nor an article of the store; `store list` shows those there are")
            removed = removing.delete(connection, removing.articles_of(connection, story) if article is None else [article])
        wipe(self._engine, *TABLES)
        return removed

    def forget(self, name: str) -> Removed:
        """Withholds a person's name wherever it stands, and in whatever comes later."""
        if len(name.split()) < 2:
            raise Unusable(f"{name!r} may be anybody; give the full name, as the articles have it")
        with writing(self._engine) as connection:
            removed = forgetting.forget(connection, name)
        wipe(self._engine, *TABLES)
        return removed

    def backup(self, file: str | Path) -> int:
        """Writes the store into a new file; how many articles."""
        with reading(self._engine) as connection:
            return backups.backup(connection, Path(file))

    def restore(self, file: str | Path) -> int:
        """Fills this store, which must be empty, from a backup; how many articles."""
        with writing(self._engine) as connection:
            return backups.restore(connection, Path(file))

    def _known(self, connection: sa.Connection, id: str) -> str | None:
        """The id under which a story goes now."""
        s, alias = schema.stories.c, schema.aliases.c
        return (
            connection.execute(sa.select(s.id).where(s.id == id)).scalar()
            or connection.execute(sa.select(alias.story).where(alias.alias == id)).scalar()
        )

    def _id(self, connection: sa.Connection, id: str) -> str:
        found = self._known(connection, id)
        if found is None:
            raise Unusable(f"{id}: no story of the store; `store list` shows those there are")
        return found

    def _machine(self, connection: sa.Connection, id: str) -> Story:
        asked = sa.select(schema.stories.c.machine).where(schema.stories.c.id == self._id(connection, id))
        return decode(connection.execute(asked).scalar_one())

    def _corrected(self, connection: sa.Connection, id: str) -> Story:
        machine = self._machine(connection, id)
        return apply(machine, entries.log(connection, [a.id for a in machine.articles])).story

    def _article(self, connection: sa.Connection, id: str) -> Story:
        asked = sa.select(keeping.articles.machine).where(keeping.articles.id == id)
        found = connection.execute(asked).scalar()
        if found is None:
            raise Unusable(f"{id}: no article of the store; `store list --articles` shows those there are")
        return decode(found)


def _counted(connection: sa.Connection, asked: sa.Select[Any]) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(asked)}


def _now(timespec: str = "seconds") -> str:
    return datetime.now(UTC).isoformat(timespec=timespec)
