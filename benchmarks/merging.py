"""Merging and grouping against the stories of tests/stories: `python -m benchmarks.merging [--corpus DIR]`.

Merging is measured over pairs of what single articles tell: whether two acts (or two actors) of two articles are one in the gold,
and one in the merged story. Only what an article tells rightly is paired, so that the figure is the merging's own; `from the
gold` merges what the coder wrote down of each article, so that nothing is lost. Grouping shuffles them with 200 of a corpus.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from extract import extract, merge
from extract.exports import contract
from extract.reading import from_text
from extract.stories import unite
from extract.story import links
from extract.types import Actor, Event, Span, Story, Telling
from tests import score

STORIES = Path(__file__).parent.parent / "tests" / "stories"
UNREAD = STORIES / "unread.txt"
OTHERS = 200  # articles of a corpus that are shuffled in
SEED = 7
Key = tuple[str, str]  # a single article and the id that its own story has for an act or an actor


@dataclass
class Pairs:
    """Pairs that are one: in both, by us, in the gold; and those that went wrong."""

    right: int = 0
    said: int = 0
    true: int = 0
    wrong: list[tuple[Any, Any]] = field(default_factory=list)

    def count(self, ours: dict[Any, Any], gold: dict[Any, Any]) -> None:
        """All pairs of keys that both know; keys of one article are never paired."""
        for one, other in itertools.combinations(sorted(ours.keys() & gold.keys()), 2):
            if one[0] == other[0]:
                continue
            mine, true = ours[one] == ours[other], gold[one] == gold[other]
            self.right, self.said, self.true = self.right + (mine and true), self.said + mine, self.true + true
            if mine != true:
                self.wrong.append((one, other))

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.said + self.true) if self.said + self.true else 1.0

    def line(self, name: str) -> str:
        return f"{name:34} pairwise F1 {self.f1:.3f}   right {self.right} said {self.said} true {self.true}"


def golds() -> Iterator[dict[str, Any]]:
    """What the coder wrote of each story."""
    for file in sorted(STORIES.glob("*/story.json")):
        yield json.loads(file.read_text(encoding="utf-8")) | {"folder": file.parent}


def coded(gold: dict[str, Any], letter: str) -> dict[str, Any]:
    """The gold of one article: what it tells, with its own answers where articles differ, ranked as they stand."""
    events = [e for e in gold["events"] if letter in e["cues"]]
    ranks = {rank: n for n, rank in enumerate(sorted({e["rank"] for e in events}), 1)}
    own = {(c["event"], c["field"]): c["values"][letter] for c in gold.get("conflicts", ()) if letter in c["values"]}

    def said(event: dict[str, Any], name: str) -> list[str]:
        value = own.get((event["id"], name), event[name])
        return [value] if isinstance(value, str) else value

    rows = [
        event
        | {
            "rank": ranks[event["rank"]],
            "cue": event["cues"][letter],
            "actors": said(event, "actors"),
            "targets": said(event, "targets"),
        }
        for event in events
    ]
    meant = {id for e in rows for id in (*e["actors"], *e["targets"], e.get("source")) if id}
    actors = [a | {"aliases": a["forms"].get(letter, [])} for a in gold["actors"] if letter in a["forms"] or a["id"] in meant]
    return {"id": letter, "actors": actors, "events": rows}


def written(folder: Path) -> None:
    """Each article of the stories with its gold, as `python -m benchmarks.gold --gold FOLDER` scores it."""
    folder.mkdir(parents=True, exist_ok=True)
    for gold in golds():
        for letter, published in gold["published"].items():
            name = f"{gold['id']}-{letter}"
            mine = coded(gold, letter) | {"id": name, "published": published}
            (folder / f"{name}.json").write_text(json.dumps(mine, ensure_ascii=False), encoding="utf-8")
            (folder / f"{name}.txt").write_bytes((gold["folder"] / f"{letter}.txt").read_bytes())
    unread = (f"{id}-{letter}" for id in UNREAD.read_text(encoding="utf-8").split() for letter in "abc")
    (folder / "unread.txt").write_text("\n".join(unread), encoding="utf-8")


def as_told(gold: dict[str, Any], letter: str) -> Story:
    """One article's story as our own code makes it."""
    return _extracted(gold["folder"] / f"{letter}.txt", gold["published"][letter], gold["outlet"][letter])


@cache
def _extracted(file: Path, published: str, outlet: str) -> Story:
    return extract(from_text(file.read_text(encoding="utf-8"), published=published, outlet=outlet))


def as_coded(gold: dict[str, Any], letter: str) -> Story:
    """One article's story as the coder wrote it down: an act's words are the sentence of its cue."""
    mine = coded(gold, letter)
    text = (gold["folder"] / f"{letter}.txt").read_text(encoding="utf-8")
    article = from_text(text, published=gold["published"][letter])
    actors = [_actor(row) for row in mine["actors"]]
    events = tuple(_event(article.id, text, n, row) for n, row in enumerate(sorted(mine["events"], key=lambda e: e["rank"]), 1))
    return Story(article.id, article.title or "", (article,), tuple(actors), events, (), links(events))


def _actor(row: dict[str, Any]) -> Actor:
    """Somebody as one article calls him: by the fullest form that is a name, else by his office; a group as it stands."""
    forms, full = row["aliases"], set(score.bare(row["name"]))
    named = max((f for f in forms if score.bare(f) and set(score.bare(f)) <= full), key=len, default=None)
    shown = named or next(iter(forms), row["name"])
    if row["kind"] == "group":
        shown = next(iter(forms), row["name"])
    elif named:
        shown = " ".join(w for w in named.split() if w.lower().strip(".") not in score.TITLES)
    kind = "office" if row["kind"] == "person" and forms and not named else row["kind"]
    return Actor(row["id"], shown, kind, tuple(forms), role=row.get("role"), party=row.get("party"))


def _event(article: str, text: str, n: int, row: dict[str, Any]) -> Event:
    at = text.index(row["cue"])
    start = max(text.rfind(mark, 0, at) for mark in (". ", "\n", ".” ", '." ')) + 1
    stops = [end for mark in (". ", "\n", ".”", '."') if (end := text.find(mark, at + len(row["cue"]))) >= 0]
    end = min(stops, default=len(text))
    telling = Telling(
        row["type"], Span(article, start, end, text[start:end]), "gold", at=at, actors=tuple(row["actors"]),
        targets=tuple(row["targets"]), status=row["status"], date=row.get("date"),
    )  # fmt: skip
    return Event(
        f"{n}", row["type"], telling.actors, telling.targets, row["status"], row.get("source"),
        row["rank"], row["rank"], row["rank"], date=row.get("date"), evidence=(telling,),
    )  # fmt: skip


def truth(gold: dict[str, Any], letter: str, story: Story) -> tuple[dict[Key, str], dict[Key, str]]:
    """The gold's act for each act, and its actor for each actor, of one article's story; those that are none are left out."""
    mine = coded(gold, letter)
    text = (gold["folder"] / f"{letter}.txt").read_text(encoding="utf-8")
    predicted = json.loads(contract.dumps([story]))["stories"][0]
    mapping = score.align_actors(mine, predicted)
    cues = {e["id"]: (text.find(e["cue"]), text.find(e["cue"]) + len(e["cue"])) for e in mine["events"]}
    matched = score.match(mine["events"], [score.normal(e, mapping) for e in predicted["events"]], cues)
    id = story.articles[0].id
    acts = {(id, p["id"]): g["id"] for g, p in matched}
    groups = {a["id"] for a in mine["actors"] if a["kind"] == "group"}
    people = {(id, ours): true for ours, true in mapping.items() if _rightly(story.actor(ours), true, groups)}
    return acts, people


def _rightly(actor: Actor, true: str, groups: set[str]) -> bool:
    """Whether an actor is one of the gold's, and not a member for whom the article has a party."""
    return not true.startswith("?") and (actor.kind == "group") == (true in groups)


def ours(singles: Iterable[Story], merged: Story) -> tuple[dict[Key, str], dict[Key, str]]:
    """The merged story's act for each act, and its actor for each actor, of the single stories."""
    home = {(t.span, t.at): e.id for e in merged.events for t in e.evidence}
    acts: dict[Key, str] = {}
    people: dict[Key, str] = {}
    for story in singles:
        for event in story.events:
            homes = [found for t in event.evidence if (found := home.get((t.span, t.at))) is not None]
            if homes:
                acts[story.articles[0].id, event.id] = max(sorted(set(homes)), key=homes.count)
            into = merged.event(acts[story.articles[0].id, event.id]) if homes else None
            for telling in event.evidence if into else ():
                after = next((t for t in into.evidence if (t.span, t.at) == (telling.span, telling.at)), None)
                if after is not None and len(after.actors) == len(telling.actors) and len(after.targets) == len(telling.targets):
                    pairs = zip((*telling.actors, *telling.targets), (*after.actors, *after.targets), strict=True)
                    people |= {(story.articles[0].id, before): now for before, now in pairs}
    return acts, people


def measure(make: Callable[[dict[str, Any], str], Story], ids: Iterable[str]) -> tuple[Pairs, Pairs]:
    """Pairs of acts and of actors over the stories of those ids, each story's articles merged as one."""
    acts, people = Pairs(), Pairs()
    for gold in (g for g in golds() if g["id"] in set(ids)):
        singles = [make(gold, letter) for letter in gold["published"]]
        told, known = ours(singles, unite(singles))
        true_acts: dict[Key, str] = {}
        true_people: dict[Key, str] = {}
        for letter, story in zip(gold["published"], singles, strict=True):
            one, two = truth(gold, letter, story)
            true_acts |= one
            true_people |= two
        acts.count(told, true_acts)
        people.count(known, true_people)
    return acts, people


def parts() -> dict[str, list[str]]:
    """The stories read while the merging was written, those that nobody read, and all: a gap between the two is a defect."""
    unread = UNREAD.read_text(encoding="utf-8").split()
    every = [gold["id"] for gold in golds()]
    return {"READ": [id for id in every if id not in unread], "UNREAD": unread, "ALL": every}


def grouping(corpus: Path | None) -> tuple[Pairs, int]:
    """Pairs of articles put into one story, among articles of a corpus; and how many of those went into one of ours."""
    true = {}
    stories = []
    for gold in golds():
        for letter in gold["published"]:
            stories.append(as_told(gold, letter))
            true[stories[-1].articles[0].id] = gold["id"]
    others = _others(corpus) if corpus else []
    strangers = {s.articles[0].id for s in others} - true.keys()
    stories += others
    random.Random(SEED).shuffle(stories)
    pairs = Pairs()
    mine = {article.id: story.id for story in merge(stories) for article in story.articles}
    for one, other in itertools.combinations(sorted(mine), 2):
        together, same = mine[one] == mine[other], one in true and true.get(one) == true.get(other)
        if not {one, other} & true.keys():
            continue  # two ordinary articles: the corpus holds some twice
        pairs.right, pairs.said, pairs.true = pairs.right + (together and same), pairs.said + together, pairs.true + same
        if together != same:
            pairs.wrong.append((one, other))
    taken = sum(mine[id] in {mine[ours] for ours in true} for id in strangers)
    return pairs, taken


def _others(corpus: Path) -> list[Story]:
    rows = [json.loads(line) for file in sorted(corpus.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()]
    random.Random(SEED).shuffle(rows)
    return [extract(from_text(row["text"], published=row.get("published"), title=row.get("title"))) for row in rows[:OTHERS]]


def _show(name: str, pairs: Pairs, detail: bool) -> None:
    rows = [f"    {one} {other}" for one, other in pairs.wrong] if detail else []
    sys.stdout.write("\n".join([pairs.line(name), *rows]) + "\n")


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.merging")
    parser.add_argument(
        "--corpus", type=Path, metavar="DIR", help="JSON Lines of ordinary news, of which 200 articles are shuffled in"
    )
    parser.add_argument("--detail", action="store_true", help="show the pairs that went wrong, of what is read")
    parser.add_argument("--articles", type=Path, metavar="DIR", help="write each article's own gold there, and measure nothing")
    options = parser.parse_args(argv)
    if options.articles:
        written(options.articles)
        return 0
    for name, make in (("as told", as_told), ("from the gold", as_coded)):
        for part, ids in parts().items():
            for what, pairs in zip(("acts", "actors"), measure(make, ids), strict=True):
                _show(f"{what}, {name}, {part}", pairs, options.detail and part == "READ")
    pairs, taken = grouping(options.corpus)
    _show("articles into stories", pairs, options.detail)
    if options.corpus:
        sys.stdout.write(f"of {OTHERS} other articles in any of these stories: {taken}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
