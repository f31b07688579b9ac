"""The store, on SQLite and PostgreSQL alike: each text once, in its story; found, corrected, deleted, forgotten, kept whole."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import sqlalchemy as sa

from extract import extract, merge
from extract.corrections import Unclear, kinds, what, who
from extract.exports import contract
from extract.reading import from_text
from extract.store import Store, Unusable, schema
from extract.store.encoding import decode, encode, unpacked, with_article
from extract.store.engine import address, reading, writing
from extract.stories import sources
from extract.types import Article, Story

from .factories import ROOT
from .test_corrections import ten

WATER = "The Assembly sat on Tuesday. Kim Vale MP shouted at Premier Ann Hale during question time on the Marrow dam. "
END = "Speaker Jo Lind ordered Ms Vale out of the chamber. Reform MPs walked out with her in protest at the Marrow decision."


def article(text: str, id: str, **about: str) -> Article:
    return replace(from_text(text, published="2024-03-13"), id=id, **about)  # type: ignore[arg-type]


@cache
def told(text: str, id: str, **about: str) -> Story:
    return extract(article(text, id, **about))


def wire() -> Story:
    return told(WATER + END, "wire", outlet="The Wire", title="Vale ordered out", url="https://wire.example/vale")


def post() -> Story:
    return told(f"{END} It began when {WATER[29:]}", "post", outlet="The Post", title="A stormy day")


def other() -> Story:
    text = "In the Senate Tom Marlowe branded Treasurer Dan Okafor a coward over the tax. Mr Okafor rose on a point of order."
    return told(text, "senate", outlet="The Post", title="Coward")


@cache
def seeds() -> tuple[Story, ...]:
    return tuple(
        extract(replace(from_text(p.read_text(encoding="utf-8")), id=p.stem)) for p in sorted((ROOT / "seeds").glob("*.txt"))
    )


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    opened = Store.open(database)
    yield opened
    opened.close()


def add(store: Store, *stories: Story) -> list[str]:
    return [kept.outcome for kept in store.add(stories)]


# Keeping


def test_of_stories_without_a_day_the_one_that_came_last_is_the_latest(store: Store) -> None:
    undated = [replace(one, articles=tuple(replace(a, published=None) for a in one.articles)) for one in (other(), wire())]
    ids = [kept.story for one in undated for kept in store.add([one])]
    with writing(store._engine) as connection:
        for place, id in enumerate(ids):
            row = schema.articles.c.story == id
            connection.execute(sa.update(schema.articles).where(row).values(added=f"2026-01-0{2 - place}"))
    assert [row.id for row in store.stories()] == ids
    with writing(store._engine) as connection:
        connection.execute(sa.update(schema.articles).where(schema.articles.c.story == ids[1]).values(added="2026-01-09"))
    assert [row.id for row in store.stories()] == ids[::-1]


def test_articles_join_the_story_they_tell_and_others_do_not(store: Store) -> None:
    kept = list(store.add([wire(), other(), post()]))
    assert [k.outcome for k in kept] == ["new", "new", "joined"]
    assert {k.article: k.story for k in kept} == {"wire": "wire", "senate": "senate", "post": "wire"}
    rows = {row.id: row for row in store.stories()}
    assert (rows["wire"].articles, rows["wire"].outlets, rows["senate"].articles) == (2, ("The Post", "The Wire"), 1)
    assert rows["wire"].events == len(store.story("wire").events)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_stories_are_those_of_merging_all_at_once(store: Store, order: tuple[int, ...]) -> None:
    every = (wire(), post(), other())
    add(store, *(every[n] for n in order))
    for one in merge(every):
        mine = next(row.id for row in store.stories() if one.articles[0].id in {a.id for a in store.story(row.id).articles})
        assert contract.dumps([replace(store.story(mine), id=one.id)]) == contract.dumps([one])


def test_a_text_is_kept_once_whatever_it_is_called(store: Store) -> None:
    assert add(store, wire(), told(WATER + END, "again")) == ["new", "known"]
    assert [a.id for a in store.articles()] == ["wire"]


def test_another_text_of_the_same_name_gets_a_name_of_its_own_and_its_passages_follow(store: Store) -> None:
    add(store, wire(), replace(with_article(other(), "wire")))
    assert [a.id for a in store.articles()] == ["wire", "wire-2"]
    story = store.story("wire-2")
    texts = {a.id: a.text for a in story.articles}
    assert story.events
    for event in story.events:
        assert all(texts[t.span.article][t.span.start : t.span.end] == t.span.text for t in event.evidence)


def test_a_later_version_of_an_address_goes_in_the_place_of_the_older_and_the_difference_is_kept(store: Store) -> None:
    newer = told(
        WATER + END + " Mr Tom Byrne then moved a motion of no confidence in Ms Lind.",
        "wire-update",
        url="https://wire.example/vale",
    )
    assert add(store, wire(), post(), newer) == ["new", "joined", "newer version"]
    assert {a.id: a.replaced_by for a in store.articles()} == {"wire": "wire-update", "wire-update": None, "post": None}
    assert {a.id for a in store.story("wire").articles} == {"wire-update", "post"}
    assert [e.type for e in store.changes("wire-update").added] == ["no_confidence_request"]
    with pytest.raises(Unusable, match="replaced no other version"):
        store.changes("post")


def test_an_article_can_be_said_to_replace_another(store: Store) -> None:
    add(store, wire())
    newer = told(WATER + END.replace("Reform", "Two Reform"), "corrected")
    assert [k.outcome for k in store.add([newer], replaces="wire")] == ["newer version"]
    with pytest.raises(Unusable, match="no article of the store"):
        list(store.add([other()], replaces="nothing"))


def test_two_stories_become_one_when_an_article_joins_them_and_both_names_still_lead_there(store: Store) -> None:
    first, second = told(WATER, "first"), told(END, "second")
    assert add(store, first, second) == ["new", "new"]
    add(store, wire())
    assert len(store.stories()) == 1
    assert store.story("second").id == store.story("first").id == "first"
    assert len(store.story("second").articles) == 3
    store.delete("wire")
    assert len(store.stories()) == 2


def test_the_whole_story_comes_back_field_by_field() -> None:
    for story in (*seeds(), wire()):
        again = decode(encode(story))
        assert repr([(e, e.evidence) for e in again.events]) == repr([(e, e.evidence) for e in story.events])
        assert [(a, a.text) for a in again.articles] == [(a, a.text) for a in story.articles]
        assert [(a, a.mentions) for a in again.actors] == [(a, a.mentions) for a in story.actors]
        assert again == story
    assert contract.dumps(merge(decode(encode(s)) for s in seeds())) == contract.dumps(merge(seeds()))


# Finding


def test_words_are_found_in_articles_and_in_events(store: Store) -> None:
    add(store, wire(), other())
    assert {(h.kind, h.story) for h in store.search("marrow dam")} >= {("article", "wire")}
    assert {h.story for h in store.search("coward")} == {"senate"}
    hit = store.search("protests", kind="article")[0]
    assert hit.span is not None
    assert wire().articles[0].text[hit.span.start : hit.span.end] == hit.span.text == "protest"
    events = store.search("ejection vale", kind="event")
    assert [h.kind for h in events] == ["event"]
    assert "Kim Vale" in events[0].snippet
    assert store.search("walked coward") == ()
    assert store.search('"point of order"', kind="article")[0].story == "senate"
    assert store.search('"order of point"') == ()


@pytest.mark.parametrize(
    "query", ["", "  ", "!!!", '"', "'; DROP TABLE articles; --", "NEAR(", "a*", "* OR 1", "vale:vale", "“", "-"]
)
def test_no_query_breaks_anything(store: Store, query: str) -> None:
    add(store, wire())
    store.search(query)
    assert len(store.articles()) == 1


def test_accents_and_capitals_do_not_matter(store: Store) -> None:
    text = "In the Assembly Ms Piri Tāmati shouted at Speaker Zoë Lind during question time. Ms Lind ordered her out."
    add(store, told(text, "accents"))
    assert store.search("TAMATI zoe")[0].story == "accents"


# Correcting


def test_ten_corrections_outlive_a_new_extraction_and_undone_leave_the_machines_story(store: Store) -> None:
    add(store, *seeds())
    id = store.stories()[0].id
    machine = contract.dumps([store.machine_story(id)])
    for one in ten(store.machine_story(id)):
        store.correct(id, one, by="Ana Reyes", why="seen on the tape")
    once = store.corrected(id)
    assert (len(once.applied), once.unplaced) == (10, ())
    assert [k.outcome for k in store.again(extract)] == ["known", "known"]
    assert contract.dumps([store.story(id)]) == contract.dumps([once.story])
    newer = {s.articles[0].id: s for s in seeds()}  # as if the rules had changed: nobody heckles any more
    quiet = [replace(s, events=tuple(e for e in s.events if e.type != "heckle"), order=()) for s in newer.values()]
    assert [k.outcome for k in store.add(quiet)] == ["read again", "read again"]
    assert (len(store.corrected(id).applied), store.corrected(id).unplaced) == (10, ())
    list(store.add(seeds()))
    for entry in store.log(id):
        store.correct(id, kinds.Undo(entry.seq), by="Ana Reyes")
    assert contract.dumps([store.story(id)]) == machine
    assert len(store.log(id)) == 20


def test_corrections_are_seen_in_lists_and_found(store: Store) -> None:
    add(store, other())
    event = store.story("senate").events[0]
    store.correct("senate", kinds.Retype(what(store.story("senate"), event.id), "scuffle"), by="Ana Reyes")
    assert store.stories()[0].reviewed == 1
    assert [h.ref for h in store.search("scuffle", kind="event")] == [event.id]


def test_the_log_goes_with_its_articles_when_stories_join(store: Store) -> None:
    add(store, post())
    event = store.story("post").events[0]
    store.correct("post", kinds.Retype(what(store.story("post"), event.id), "scuffle"), by="Ana Reyes")
    add(store, wire())
    assert "scuffle" in {e.type for e in store.story("post").events}
    assert len(store.log("post")) == 1


def test_what_cannot_be_kept_is_said_and_not_kept(store: Store) -> None:
    add(store, other())
    with pytest.raises(Unclear, match="name of whoever"):
        store.correct("senate", kinds.Accept(what(store.story("senate"), "e1")), by="")
    with pytest.raises(Unclear, match="9 is no correction of this story; there are none"):
        store.correct("senate", kinds.Undo(9), by="Ana Reyes")
    with pytest.raises(Unusable, match="no story of the store"):
        store.correct("nothing", kinds.Undo(9), by="Ana Reyes")
    assert store.log() == ()


@pytest.mark.parametrize("statement", ["UPDATE corrections SET why = 'x'", "DELETE FROM corrections"])
def test_the_log_only_grows(store: Store, statement: str) -> None:
    add(store, other())
    store.correct("senate", kinds.Accept(what(store.story("senate"), "e1")), by="Ana Reyes", why="seen")
    with pytest.raises(Unusable, match="the log of corrections only grows"), writing(store._engine) as connection:
        connection.exec_driver_sql(statement)
    assert store.log()[0].why == "seen"


# Taking out


def test_an_article_goes_with_what_was_said_of_it_alone(store: Store) -> None:
    add(store, wire(), post(), other())
    store.correct("senate", kinds.Accept(what(store.story("senate"), "e1")), by="Ana Reyes")
    store.correct("wire", kinds.Accept(what(store.story("wire"), "e1")), by="Ana Reyes")
    removed = store.delete("senate")
    assert (removed.articles, removed.entries) == (("senate",), 1)
    assert store.search("coward") == ()
    assert store.delete("post").articles == ("post",)
    assert [a.id for a in store.story("wire").articles] == ["wire"]
    with pytest.raises(Unusable, match="neither a story nor an article"):
        store.delete("nothing")


def test_nothing_is_left_of_who_is_forgotten(store: Store, database: str) -> None:
    add(store, wire(), post(), other())
    before = store.story("wire")
    victim = next(e for e in before.events if e.type == "ejection")
    store.correct(
        "wire",
        kinds.Recast(what(before, victim.id), what(before, victim.id).actors, what(before, victim.id).targets),
        by="Ana Reyes",
        why="Kim Vale it was",
    )
    removed = store.forget("Kim Vale")
    assert (removed.articles, removed.entries) == (("post", "wire"), 1)
    after = store.story("wire")
    assert store.corrected("wire").unplaced == ()
    assert [len(a.text) for a in after.articles] == [len(a.text) for a in before.articles]
    for one in (contract.dumps([after]), contract.dumps([store.machine_story("wire")]), repr(store.log()), repr(store.stories())):
        assert "Vale" not in one
        assert "vale" not in one
    assert "Ann Hale" in contract.dumps([after])
    assert store.search("vale") == ()
    for event in after.events:
        texts = {a.id: a.text for a in after.articles}
        assert all(texts[t.span.article][t.span.start : t.span.end] == t.span.text for t in event.evidence)
    if database.startswith("sqlite"):
        files = Path(database.removeprefix("sqlite:///")).parent.glob("store.sqlite*")
        assert not any(b"Kim Vale" in f.read_bytes() or b"kim vale" in f.read_bytes() for f in files)


def test_a_story_holds_together_when_a_name_is_withheld_and_reading_it_again_brings_none_back(store: Store) -> None:
    add(store, wire(), post())
    store.forget("Kim Vale")
    assert add(store, wire(), post()) == ["known", "known"]
    assert list(store.again(extract)) == []
    assert {a.id for a in store.story("wire").articles} == {"wire", "post"}
    assert "Vale" not in contract.dumps([store.story("wire")])


def test_who_is_forgotten_stays_so_in_what_comes_later(store: Store) -> None:
    add(store, wire())
    store.forget("Kim Vale")
    assert add(store, wire()) == ["known"]
    (kept,) = store.add([post()])
    assert "Vale" not in contract.dumps([store.story(kept.story)])
    assert {e.type for e in store.story(kept.story).events} >= {"ejection"}


def test_no_name_of_a_file_or_a_story_shows_who_is_forgotten(store: Store) -> None:
    add(store, replace(with_article(wire(), "kim-vale-ordered-out")), post())
    store.correct("kim-vale-ordered-out", kinds.Accept(what(store.story("kim-vale-ordered-out"), "e1")), by="Ana Reyes")
    store.forget("Kim Vale")
    (row,) = store.stories()
    assert row.id == "withheld-story"
    assert {a.id for a in store.articles()} == {"withheld-article-1", "post"}
    assert len(store.corrected(row.id).applied) == 1
    assert "vale" not in repr((store.stories(), store.articles(), store.log(), store.story(row.id))).lower()


def test_a_bare_surname_may_be_anybody(store: Store) -> None:
    with pytest.raises(Unusable, match="give the full name"):
        store.forget("Vale")


def everything(store: Store) -> str:
    """All that the tables hold, unpacked, in lower case."""
    with reading(store._engine) as connection:
        tables = [connection.execute(sa.select(table)).all() for table in schema._tables.sorted_tables]
    cells = (cell for rows in tables for row in rows for cell in row)
    return repr([unpacked(cell) if isinstance(cell, bytes) else cell for cell in cells]).lower()


def test_who_is_forgotten_twice_is_forgotten_once(store: Store) -> None:
    add(store, wire())
    store.forget("Kim Vale")
    assert store.forget("Kim Vale").articles == ()
    assert store.forget("kim  vale").articles == ()


def test_who_corrected_and_whom_only_a_correction_names_are_forgotten_in_lists_and_search_too(store: Store) -> None:
    add(store, other())
    story = store.story("senate")
    store.correct("senate", kinds.Accept(what(story, story.events[0].id)), by="Ana Reyes")
    store.correct("senate", kinds.Rename(who(story, story.events[0].actors[0]), "Cleo Quisp"), by="Ana Reyes")
    assert store.forget("Cleo Quisp").entries == 1
    assert store.forget("Ana Reyes").entries == 2
    assert "quisp" not in everything(store)
    assert "reyes" not in everything(store)
    assert store.search("quisp") == ()


def test_a_surname_alone_in_an_older_version_is_withheld_with_the_newer(store: Store) -> None:
    short = WATER.replace("Kim Vale MP", "Vale") + END
    add(store, told(short, "old", url="https://x.example/1"), told(WATER + END, "new", url="https://x.example/1"))
    assert store.forget("Kim Vale").articles == ("new", "old")
    assert "vale" not in everything(store)


def test_a_story_is_not_called_by_the_name_of_an_article_that_is_gone(store: Store) -> None:
    plain = (WATER + END).replace("Kim Vale MP", "An MP").replace("Ms Vale", "her")
    add(store, told(WATER + END, "kim-vale-out", url="https://x.example/1"), told(plain, "new", url="https://x.example/1"))
    store.forget("Kim Vale")
    assert [row.id for row in store.stories()] == ["withheld-story"]
    assert "vale" not in everything(store)


def test_who_is_forgotten_is_not_named_later_by_the_way_either(store: Store) -> None:
    add(store, wire())
    store.forget("Kim Vale")
    text = "Rain fell on the Marrow dam on Friday. The diarist Kim Vale, who lives there, had a swim with two friends and a dog."
    add(store, told(text, "kim-vale-swims", title="Kim Vale swims", author="Kim Vale", url="https://x.example/kim-vale"))
    assert "kim vale" not in everything(store)
    assert "kim-vale" not in everything(store)


@pytest.mark.parametrize("form", ["Zoe\u0308 Ta\u0304mati", "Zoë Tā\u00admati", "Zoë\u200b Tāmati"])
def test_a_name_is_withheld_however_its_letters_are_put_together(store: Store, form: str) -> None:
    text = f"{form} shouted at Bo Marlowe in the House. The Speaker, Jo Lind, ordered her out of the chamber."
    add(store, told(text, "a"))
    assert store.forget("Zoë Tāmati").articles == ("a",)
    (only,) = store.story("a").articles
    assert len(only.text) == len(text)
    assert only.text.startswith("█")
    assert "mati" not in only.text


# What is taken out, and what stays


def test_an_article_is_taken_out_by_its_own_name_though_its_story_goes_by_another_now(store: Store) -> None:
    one = "Bo Vane shouted at Piri Rua in the House on Tuesday. Speaker Jo Lind ordered Ms Vane out over the dam at Quillon. "
    two = "Cleo Marlowe heckled Sven Byrnes over the port at Kerrow. Mr Byrnes was suspended by the deputy speaker, Ines Holt. "
    add(
        store,
        told(one + "It rained all day in the hills above it.", "one"),
        told(two + "It was dry all day at the harbour.", "two"),
    )
    assert len(store.stories()) == 2
    add(store, told(one + two, "three"))
    assert [row.articles for row in store.stories()] == [3]
    assert store.delete("two").articles == ("two",)
    assert {a.id for a in store.articles()} == {"one", "three"}


def test_what_is_taken_out_while_all_is_read_again_stays_out(store: Store) -> None:
    add(store, wire(), other())
    made = store.again(extract)
    first = next(made)
    gone = "wire" if first.article == "senate" else "senate"
    store.delete(gone)
    assert list(made) == []
    assert [a.id for a in store.articles()] == [first.article]


def test_corrections_go_with_the_newer_version_where_its_words_still_stand(store: Store) -> None:
    first = told(WATER + END, "old", url="https://x.example/1")
    add(store, first)
    for event in store.story("old").events[:2]:
        store.correct("old", kinds.Retype(what(store.story("old"), event.id), "scuffle"), by="Ana Reyes")
    before = store.corrected("old")
    (kept,) = store.add([told("Updated. " + WATER + END, "new", url="https://x.example/1")])
    after = store.corrected(kept.story)
    assert (len(after.applied), after.unplaced) == (2, ())
    assert [e.type for e in after.story.events] == [e.type for e in before.story.events]
    assert [e.seq for e in store.log(kept.story)] == [1, 2]
    store.correct(kept.story, kinds.Undo(1), by="Ana Reyes")
    assert len(store.corrected(kept.story).applied) == 1
    (kept,) = store.add([told("Nothing of it was so: nobody spoke in the Assembly.", "gone")], replaces=kept.article)
    assert len(store.corrected(kept.story).unplaced) == 1


def test_what_is_undone_is_undone_once(store: Store) -> None:
    add(store, other())
    story = store.story("senate")
    store.correct("senate", kinds.Retype(what(story, story.events[0].id), "scuffle"), by="Ana Reyes")
    store.correct("senate", kinds.Undo(1), by="Ana Reyes")
    with pytest.raises(Unclear, match="1 is undone already; undo 2 to bring it back"):
        store.correct("senate", kinds.Undo(1), by="Ana Reyes")
    store.correct("senate", kinds.Undo(2), by="Ana Reyes")
    store.correct("senate", kinds.Undo(1), by="Ana Reyes")


def test_a_damaged_story_is_one_line(store: Store) -> None:
    add(store, other())
    with writing(store._engine) as connection:
        connection.execute(sa.update(schema.stories).values(machine=b"junk"))
    with pytest.raises(Unusable, match="damaged"):
        store.story("senate")


# Moving house


@pytest.mark.parametrize(
    "manifest",
    ["[]", '{"format": "order-paper-store/1"}', '{"format": "order-paper-store/1", "version": 2, "sha256": {}}'],
)
def test_a_backup_of_another_make_is_none(store: Store, tmp_path: Path, manifest: str) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("manifest.json", manifest)
    with pytest.raises(Unusable, match="no backup of a store"):
        store.restore(tmp_path / "b.zip")


def test_a_backup_comes_back_whole_on_either_database(store: Store, tmp_path: Path, database: str) -> None:
    add(store, wire(), post(), other())
    store.correct("senate", kinds.Accept(what(store.story("senate"), "e1")), by="Ana Reyes", why="seen")
    store.forget("Dan Okafor")
    file = tmp_path / "backup.zip"
    assert store.backup(file) == 3
    fresh = Store.open(f"sqlite:///{tmp_path / 'other.sqlite'}")
    assert fresh.restore(file) == 3
    assert contract.dumps(fresh.story(r.id) for r in fresh.stories()) == contract.dumps(
        store.story(r.id) for r in store.stories()
    )
    assert (fresh.log(), fresh.stories(), fresh.articles()) == (store.log(), store.stories(), store.articles())
    assert fresh.search("marrow") == store.search("marrow")
    assert fresh.correct("senate", kinds.Undo(1), by="Ana Reyes").seq == 2
    assert add(fresh, wire()) == ["known"]
    with pytest.raises(Unusable, match="the store holds 3 articles; restore into an empty one"):
        store.restore(file)
    with pytest.raises(Unusable, match="exists already"):
        store.backup(file)


def test_a_backup_from_sqlite_fills_postgresql_and_the_other_way_round(store: Store, tmp_path: Path) -> None:
    origin = Store.open(f"sqlite:///{tmp_path / 'origin.sqlite'}")
    add(origin, wire(), other())
    origin.correct("senate", kinds.Accept(what(origin.story("senate"), "e1")), by="Ana Reyes")
    origin.backup(tmp_path / "b.zip")
    store.restore(tmp_path / "b.zip")
    assert (store.log(), store.stories()) == (origin.log(), origin.stories())
    assert store.correct("senate", kinds.Undo(1), by="Ana Reyes").seq == 2


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda f: f.write_bytes(b"no zip"), "no backup of a store"),
        (lambda f: f.unlink(), "no such file"),
        (lambda f: f.write_bytes(f.read_bytes()[:-40]), "no backup of a store"),
    ],
)
def test_a_broken_backup_changes_nothing(store: Store, tmp_path: Path, spoil: Callable[[Path], object], says: str) -> None:
    origin = Store.open(f"sqlite:///{tmp_path / 'origin.sqlite'}")
    add(origin, other())
    origin.backup(tmp_path / "b.zip")
    spoil(tmp_path / "b.zip")
    with pytest.raises(Unusable, match=says):
        store.restore(tmp_path / "b.zip")
    assert store.articles() == ()


# What can be wrong with a store


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://x/y", "a store is kept in SQLite or PostgreSQL"),
        ("not an address", "no address of a store"),
        ("postgresql:/ana:secret@db/news", "no address of a store"),
        ("postgresql://ana:secret@db:port/news", "no address of a store"),
        ("sqlite://", "a store wants a file"),
        ("postgresql://nobody:secret@127.0.0.1:1/none", "no server answers there"),
    ],
)
def test_an_address_that_is_none_is_one_clear_line_without_the_password(url: str, says: str) -> None:
    with pytest.raises(Unusable, match=says) as raised:
        Store.open(url)
    assert "secret" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.sqlite"
    file.write_text("my notes, and far more of them than a header has letters: " * 20)
    with pytest.raises(Unusable, match="no SQLite file"):
        Store.open(f"sqlite:///{file}")
    assert file.read_text().startswith("my notes")


def test_the_store_is_where_the_variable_says_else_with_the_users_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ORDER_PAPER_STORE", f"sqlite:///{tmp_path}/x.sqlite")
    assert address().database == f"{tmp_path}/x.sqlite"
    monkeypatch.delenv("ORDER_PAPER_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert address().database == str(tmp_path / "order-paper" / "store.sqlite")


def test_the_tables_are_those_that_the_queries_know(store: Store) -> None:
    found = sa.inspect(store._engine)
    for table in (*schema.KEPT, schema.marks, schema.events):
        assert {c["name"] for c in found.get_columns(table.name)} == {c.name for c in table.columns}


def test_a_plain_reader_of_sqlite_sees_the_events(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path / 's.sqlite'}")
    add(store, other())
    rows = sqlite3.connect(tmp_path / "s.sqlite").execute("SELECT type, actors, targets FROM events ORDER BY rank").fetchall()
    assert ("attack", "Tom Marlowe", "Dan Okafor") in rows
    assert json.dumps(rows)


def test_another_outlets_copy_is_kept_and_counts_once(store: Store) -> None:
    copy = told(WATER + END, "copy", outlet="The Post")
    assert add(store, wire(), copy, copy) == ["new", "joined", "known"]
    story = store.story("wire")
    assert sum(a.copy_of is not None for a in story.articles) == 1
    assert len(sources(story, story.events[0])) == 1


def test_an_address_of_many_texts_is_no_version_of_any(store: Store) -> None:
    front = told(
        "In the Senate Tom Marlowe branded Dan Okafor a coward over the tax on Tuesday.", "a", url="https://wire.example/vale"
    )
    assert add(store, wire(), front) == ["new", "new"]


def test_an_older_version_that_comes_late_does_not_go_before_the_newer(store: Store) -> None:
    late = extract(
        replace(article(WATER + END + " It was late.", "first", url="https://wire.example/vale"), published="2024-03-12")
    )
    assert add(store, wire(), late) == ["new", "older version"]
    assert [a.id for a in store.story("wire").articles] == ["wire"]
    assert {a.id: a.replaced_by for a in store.articles()} == {"first": "wire", "wire": None}


def test_what_is_replaced_is_replaced_once(store: Store) -> None:
    add(store, wire())
    list(store.add([told(WATER + END + " Twice.", "second")], replaces="wire"))
    with pytest.raises(Unusable, match="wire: replaced already by second; name that one"):
        list(store.add([told(WATER + END + " Thrice.", "third")], replaces="wire"))


def test_what_becomes_known_of_an_article_is_filled_in(store: Store) -> None:
    bare = extract(replace(from_text(WATER + END), id="wire"))
    add(store, bare)
    assert add(store, wire()) == ["read again"]
    (known,) = store.articles()
    assert (known.outlet, known.published, known.title) == ("The Wire", "2024-03-13", "Vale ordered out")
    assert store.story("wire").articles[0].published == "2024-03-13"


def test_ids_differ_by_more_than_capitals(store: Store) -> None:
    add(store, wire(), with_article(other(), "WIRE"))
    assert [a.id for a in store.articles()] == ["WIRE-2", "wire"]


def test_an_id_of_a_story_and_of_an_article_in_it_is_asked_about(store: Store) -> None:
    add(store, wire(), post())
    with pytest.raises(Unusable, match="wire: a story of 2 articles and one of its articles; say which"):
        store.delete("wire")
    assert store.delete("wire", only="article").articles == ("wire",)
    assert [a.id for a in store.articles()] == ["post"]
    assert store.delete("wire", only="story").articles == ("post",)


def test_what_was_said_of_two_articles_loses_the_words_of_the_one_that_goes(store: Store) -> None:
    add(store, wire(), post())
    story = store.story("wire")
    event = next(e for e in story.events if len({t.span.article for t in e.evidence}) == 2)
    store.correct("wire", kinds.Retype(what(story, event.id), "scuffle"), by="Ana Reyes")
    store.delete("post")
    (entry,) = store.log("wire")
    assert {s.article for s in entry.correction.what.tellings} == {"wire"}  # type: ignore[union-attr]
    assert store.corrected("wire").unplaced == ()


def test_several_corrections_are_one_change(store: Store) -> None:
    add(store, wire())
    story = store.story("wire")
    with pytest.raises(Unclear):
        store.say("wire", [kinds.Accept(what(story, "e1")), kinds.Rename(who(story, story.actors[0].id), " ")], by="Ana Reyes")
    assert store.log() == ()
    said = store.say("wire", [kinds.Accept(what(story, e.id)) for e in story.events], by="Ana Reyes")
    assert [e.seq for e in said] == [e.seq for e in store.log("wire")]
    assert store.corrected("wire").reviewed


def test_a_correction_does_not_bring_back_who_is_forgotten(store: Store) -> None:
    add(store, wire(), other())
    store.forget("Kim Vale")
    story = store.story("senate")
    store.correct("senate", kinds.Rename(who(story, story.actors[0].id), "Kim Vale"), by="Kim Vale", why="so says Kim Vale")
    assert "Vale" not in repr((store.log(), store.story("senate"), store.stories()))


@pytest.mark.parametrize(
    ("query", "found"), [("the", 0), ("the coward", 1), ("Okafor’s tax", 1), ("Mr. Okafor's", 1), ("coward of the tax", 1)]
)
def test_both_databases_find_the_same(store: Store, query: str, found: int) -> None:
    add(store, other())
    assert len(store.search(query, kind="article")) == found


def test_a_surname_is_withheld_as_a_name_and_not_as_a_word(store: Store) -> None:
    text = (WATER + END).replace("Kim Vale", "Penny Long").replace("Vale", "Long") + " It was a long afternoon."
    add(store, told(text, "row"))
    store.forget("Penny Long")
    kept = store.story("row").articles[0].text
    assert "Long" not in kept
    assert kept.endswith("It was a long afternoon.")


def test_a_name_that_stands_nowhere_is_said(store: Store) -> None:
    add(store, wire())
    assert store.forget("Nobody Here").articles == ()


def test_a_reader_in_the_way_of_wiping_is_said_and_saying_it_again_wipes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("extract.store.engine.WAIT", 0.2)
    store = Store.open(f"sqlite:///{tmp_path / 's.sqlite'}")
    add(store, wire())
    reader = sqlite3.connect(tmp_path / "s.sqlite", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM articles").fetchone()
    with pytest.raises(Unusable, match="another process reads the file, where the words still are"):
        store.forget("Kim Vale")
    assert "Vale" not in contract.dumps([store.story("wire")])
    reader.close()
    store.forget("Kim Vale")
    assert not any(b"Vale" in file.read_bytes() for file in tmp_path.glob("s.sqlite*"))


def test_the_revision_changes_with_what_is_written_and_not_with_what_is_read(store: Store) -> None:
    first = store.revision()
    store.stories()
    assert store.revision() == first
    add(store, wire())
    second = store.revision()
    assert second != first
    store.search("Speaker")
    assert store.revision() == second
