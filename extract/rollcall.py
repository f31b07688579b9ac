"""Cast + roster → cast: a head that the article leaves vague takes the name of the one person of the roster that it can be.

"the *Speaker*", "the *Perth MP*", "Mr *Quill*": two candidates are nobody, the article is never overruled, no mention is added.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from extract import titles
from extract.document import Document
from extract.lexicon import words
from extract.naming import Cast
from extract.roster import FROM_ROSTER, Holding, Roster
from extract.titles import Title, bearing, same_party
from extract.types import Actor, Article, Telling

# What stands before a head that is not, or no longer, or not quite in office; or that is somebody's elsewhere.
NOT_NOW = re.compile(
    r"(?:\b(?:former|ex|then|acting|interim|caretaker|outgoing|incoming|previous|late|next|future|deputy|vice|assistant|shadow|an?"
    r"|another|one|two|each|every|any|no)[ -]|['’]s )$",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(r"(?<![.!?] )\b(?!The |Mr |Madam |Madame )[A-Z][\w-]+ $")  # "the *Australian* prime minister"
OWNER = re.compile(r"\b([A-Z][\w-]+)['’]s $")  # "*Labour's* Quill"
GONE = re.compile(r"\b(?:former|ex|late|previous)[ -]$", re.IGNORECASE)
PLACED = re.compile(r"\b(?:for|of)(?: the)? $")


@dataclass(frozen=True, slots=True)
class Called:
    """The cast with names of the roster in it, ids that became another's, and for each actor read so a line that says it."""

    cast: Cast
    ids: dict[str, str]
    lines: dict[str, str]


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a roster on the day: the holding that an actor was matched by, and all that the person then held."""

    match: Holding
    held: tuple[Holding, ...]

    @property
    def party(self) -> str:
        """The party on that day; nothing where the roster gives two."""
        parties = [h.party for h in self.held if h.party]
        return parties[0] if parties and all(same_party(parties[0], p) for p in parties) else ""

    @property
    def office(self) -> str:
        """The office, that of the match before others; a seat where there is none."""
        named = [h.office for h in (self.match, *self.held) if h.office]
        seats = [f"member for {h.constituency}" for h in (self.match, *self.held) if h.constituency]
        return next(iter(named + seats), "")


def before(cast: Cast, document: Document, roster: Roster, day: str | None) -> Called:
    """The roll called of the cast that the article names, before its acts are read."""
    return call(cast, roster, document.article, day=day, apart=_beside(document))


def after(called: Called, told: tuple[Telling, ...], document: Document, roster: Roster, day: str | None) -> Called:
    """The roll called once more, of a presiding officer whom no word of the article names, among whose acts are *told*."""
    unnamed = {actor.id for actor in called.cast.actors if not actor.mentions}
    beside = _beside(document)

    def apart(one: Actor, other: Actor) -> bool:
        return beside(one, other) or any({one.id, other.id} <= {*t.actors, *t.targets} for t in told)

    last = call(called.cast, roster, document.article, day=day, apart=apart, only=unnamed)
    return replace(last, lines={**called.lines, **last.lines})


def _beside(document: Document) -> Callable[[Actor, Actor], bool]:
    """Whether a sentence names both of two actors: they are surely two, or the article would have said that they are one."""
    starts = [sentence.start_char for sentence in document.doc.sents]

    def sentences(actor: Actor) -> set[int]:
        return {bisect_right(starts, span.start) for span in actor.mentions}

    return lambda one, other: bool(sentences(one) & sentences(other))


def renamed(told: tuple[Telling, ...], ids: dict[str, str]) -> tuple[Telling, ...]:
    """Tellings with the ids that the roll call left; nobody does alone to herself what she suffers."""

    def new(group: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ids.get(id, id) for id in group))

    def one(telling: Telling) -> Telling:
        actors, targets = new(telling.actors), new(telling.targets)
        actors = () if len(actors) == 1 and actors == targets else actors
        return replace(telling, actors=actors, targets=targets, source=next(iter(new((telling.source or "",)))) or None)

    return tuple(map(one, told))


def call(
    cast: Cast,
    roster: Roster,
    article: Article,
    *,
    day: str | None,
    apart: Callable[[Actor, Actor], bool],
    only: Collection[str] | None = None,
) -> Called:
    """Name the vague heads of a cast, or *only* some of them. Those that are *apart* are surely two people."""
    holdings = roster.on(day)
    found = {a.id: person for a in cast.actors if (person := _person(a, cast, holdings, article)) is not None}
    ids: dict[str, str] = {}
    lines: dict[str, str] = {}
    for person, group in _groups(cast, found):
        strangers = any(a.id not in found for a in group) or any(apart(a, b) for n, a in enumerate(group) for b in group[:n])
        if strangers or (only is not None and not any(a.id in only for a in group)):
            continue
        made, taken = _named(group, person, cast)
        if taken:
            ids |= {a.id: made.id for a in group if a.id != made.id}
            lines[made.id] = f"roster {roster.label}: {_line(group, made, person, taken, article)}"
            cast = _with(cast, made, group, person)
    return Called(cast, ids, lines)


# whom an actor can be


def _person(actor: Actor, cast: Cast, holdings: tuple[Holding, ...], article: Article) -> Person | None:
    """The one person of the roster that an actor can be; None where there are several or none."""
    if actor.kind == "office":
        title = _title(actor, article)
        matches = [h for h in holdings if bearing(title, h)] if title and not _taken(title, cast, article) else []
    elif actor.kind == "person" and not _elsewhere(actor, article) and not titles.only_title(actor.name):
        matches = [h for h in holdings if goes_by(actor.name, h) and _credible(actor, h, holdings, article)]
    else:
        return None
    gender = cast.genders.get(actor.id, "")
    matches = [h for h in matches if not (gender and h.gender and gender != h.gender)]
    if len({h.who for h in matches}) != 1 or _rivalled(actor, matches[0], cast):
        return None
    return Person(matches[0], tuple(h for h in holdings if h.who == matches[0].who))


def _rivalled(actor: Actor, holding: Holding, cast: Cast) -> bool:
    """Whether the article names another person in full whose surname a bare one is."""
    surname = titles.folded(actor.name)[-1:]
    full = [titles.folded(a.name) for a in cast.actors if a.kind == "person" and len(a.name.split()) > 1]
    return len(actor.name.split()) == 1 and any(name[-1:] == surname and not goes_by(" ".join(name), holding) for name in full)


def goes_by(name: str, holding: Holding) -> bool:
    """Whether a person of the roster can be called so: by the whole name, its surname, or a shorter form of it."""
    mine = titles.folded(name)
    for form in (titles.folded(holding.name), *map(titles.folded, holding.aliases)):
        if mine == form or (mine and form and mine[-1] == form[-1] and set(mine) < set(form)):
            return True
    return False


def _credible(actor: Actor, holding: Holding, holdings: tuple[Holding, ...], article: Article) -> bool:
    """Whether what the article says of somebody fits what the roster says of one who goes by that name."""
    if actor.party and holding.party and not same_party(actor.party, holding.party):
        return False
    owners = [OWNER.search(article.text[max(0, span.start - 24) : span.start]) for span in actor.mentions]
    if any(m and not (same_party(m[1], holding.party) or titles.same_place(m[1], holding.constituency)) for m in owners):
        return False
    role = (actor.role or "").lower()
    if role in words("offices", "unseated"):
        return False
    held = [h for h in holdings if h.who == holding.who]
    if role in words("legislatures", "upper"):  # a Senator of the same name as a member of the lower house
        return any(role in titles.named_in(h.office) for h in held)
    office = role in words("offices", "offices", "chairs")
    return not office or any(bearing(Title(role), h) for h in held)


def _title(actor: Actor, article: Article) -> Title | None:
    """The office that an actor is, with the place or party it is of; None where its mentions do not say one thing."""
    if actor.name.lower() in words("offices", "servants"):
        return None
    found = titles.parse(actor.name, actor.party or "")
    if found is None:
        return None
    places = set()
    for span in actor.mentions:
        before = article.text[max(0, span.start - 24) : span.start]
        owner = OWNER.search(before)
        if not (owner and actor.party) and (NOT_NOW.search(before) or ELSEWHERE.search(before)):
            return None
        places |= {titles.place_after(article.text[span.end : span.end + 80])} - {""}
    if not places:
        return found
    return replace(found, of=places.pop()) if len(places) == 1 and not found.of else None


def _elsewhere(actor: Actor, article: Article) -> bool:
    """Whether somebody is out of office, or is only the place of a title: "*former* premier Hale", "the member for *Lalor*"."""
    before = [article.text[max(0, span.start - 12) : span.start] for span in actor.mentions]
    placed = bool(before) and all(PLACED.search(text) for text in before) and actor.role is None
    return placed or any(GONE.search(text) for text in before)


def _taken(title: Title, cast: Cast, article: Article) -> bool:
    """Whether the article itself names somebody in that office, or in that seat, or at the head of that party."""
    what = (title.of or title.party).lower()
    for actor in (a for a in cast.actors if a.kind == "person"):
        placed = (f"{span.text} {titles.place_after(article.text[span.end : span.end + 80])}" for span in actor.mentions)
        for form in (actor.role or "", *actor.aliases, *placed):
            same = not what or titles.sole(title) or what in form.lower() or bool(actor.party and same_party(actor.party, what))
            if same and title.office in titles.named_in(form):
                return True
    return False


# one actor of several


def _groups(cast: Cast, found: dict[str, Person]) -> Iterator[tuple[Person, list[Actor]]]:
    """The actors read as each person of the roster, and with them whoever the article calls so in full."""
    for who in dict.fromkeys(person.match.who for person in found.values()):
        mine = {id: person for id, person in found.items() if person.match.who == who}
        person = next(iter(mine.values()))
        named = [a for a in cast.actors if a.kind == "person" and len(a.name.split()) > 1 and goes_by(a.name, person.match)]
        yield person, [a for a in cast.actors if a.id in mine or a in named]


def _named(group: list[Actor], person: Person, cast: Cast) -> tuple[Actor, list[str]]:
    """One actor of a group, and what of it is the roster's: the name only where the article gives none in full."""
    full = [a for a in group if a.kind == "person" and len(a.name.split()) > 1]
    base = full[0] if full else group[0]
    name = base.name if full else person.match.name
    role = next((a.role for a in (base, *group) if a.role), None)
    party = next((a.party for a in (base, *group) if a.party), None)
    office = person.office if len(group) > 1 or not role else ""
    taken = {"name": name != base.name, "party": bool(person.party and not party), "office": bool(office)}
    if len({a.name.casefold() for a in full}) > 1:
        return base, []  # two of that name: the roster cannot say which
    said = [what for what, is_new in taken.items() if is_new]
    forms = [f for a in group for f in (a.name, *a.aliases)]
    made = Actor(
        base.id,
        name,
        "person",
        tuple(f for f in dict.fromkeys(forms) if f != name),
        noted(role or person.office or None, said),
        party or _as_written(person.party, cast) or None,
        tuple(sorted({span for a in group for span in a.mentions})),
    )
    return made, said


def _as_written(party: str, cast: Cast) -> str:
    """A party as the article calls it, where it does."""
    return next((a.party for a in cast.actors if a.party and same_party(a.party, party)), party)


def noted(role: str | None, said: list[str]) -> str | None:
    """The role with what the roster adds: "Speaker (name and party from the roster)"."""
    if role and role.endswith(f"{FROM_ROSTER})"):
        return role
    what = " and ".join(filter(None, [", ".join(said[:-1]), *said[-1:]]))
    return f"{role} ({what} {FROM_ROSTER})" if role and said else f"{what} {FROM_ROSTER}" if said else role


def _line(group: list[Actor], made: Actor, person: Person, taken: list[str], article: Article) -> str:
    """What the roster said, for whoever runs it: "'the Speaker' read as Ada Quill (Speaker since 2017-11-07)"."""
    forms = " and ".join(_wording(a, article) for a in group if a.name != made.name)
    what = f"{forms} read as {made.name}" if forms else f"{' and '.join(taken)} of {made.name} read from it"
    held = person.match.said() or person.party
    return f"{what} ({held})" if held else what


def _wording(actor: Actor, article: Article) -> str:
    """How the article calls somebody."""
    if not actor.mentions:
        return f"the {actor.name} whom the article leaves unsaid"
    start = actor.mentions[0].start
    return f"'{'the ' if article.text[max(0, start - 4) : start].lower() == 'the ' else ''}{actor.name}'"


def _with(cast: Cast, made: Actor, group: list[Actor], person: Person) -> Cast:
    """The cast with one actor in place of a group."""
    old = {a.id for a in group}
    unsaid = not any(a.role and FROM_ROSTER not in a.role for a in group)
    presides = bool(old & cast.chairs) or (unsaid and any(titles.presides(h.office) for h in person.held))
    gender = next((g for a in group if (g := cast.genders.get(a.id, ""))), person.match.gender)
    kept = {id: g for id, g in cast.genders.items() if id not in old}
    return replace(
        cast,
        actors=tuple(made if a.id == made.id else a for a in cast.actors if a.id == made.id or a.id not in old),
        by_token={i: made.id if id in old else id for i, id in cast.by_token.items()},
        chairs=(cast.chairs - old) | ({made.id} if presides else set()),
        genders={**kept, made.id: gender},
    )
