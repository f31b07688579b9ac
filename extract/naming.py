"""When two mentions can be one person: names, ranks, parties, gender, and who a pronoun cannot be."""

from __future__ import annotations

import re
from bisect import bisect_left, insort_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from extract import grammar, lexicon
from extract.affiliations import seats_of
from extract.document import Document
from extract.lexicon import words
from extract.mention import Mention
from extract.tree import Token
from extract.types import Actor, ActorKind

COUNCIL = re.compile(
    r"\bcouncill?ors?\b|\bcllrs?\b|\bcouncil ?(?:wo)?(?:man|men|member)s?\b|\b(?:city|town|borough|county|village) council\b",
    re.IGNORECASE,
)

IDENTIFIED = re.compile(
    r",?\s+(?:who\s+was\s+)?(?:later\s+|since\s+)?(?:identified|named)(?:\s+by\s+[^,;.()]{1,60})?\s+as\s+(?:an?\s+)?"
)


@dataclass
class Part:
    """An actor in the making: what the article has said of it so far."""

    id: str
    kind: ActorKind
    key: str
    number: int = 0  # in the order in which they were met
    forms: list[str] = field(default_factory=list)
    fuller: list[str] = field(default_factory=list)  # the same with more or less of what belongs to it
    names: list[tuple[str, ...]] = field(default_factory=list)
    titles: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    former: list[str] = field(default_factory=list)
    seats: set[str] = field(default_factory=set)
    party: str = ""
    gender: str = ""
    guessed: bool = False  # only by a given name, which is a man's here and a woman's there
    mentions: list[Mention] = field(default_factory=list)
    told: list[Mention] = field(default_factory=list)  # its mentions as they stand in the text

    def met(self, mention: Mention) -> None:
        """One more mention of it."""
        self.mentions.append(mention)
        insort_left(self.told, mention, key=lambda m: m.start)

    def last_before(self, start: int) -> Mention | None:
        """Its last mention that begins before a token."""
        at = bisect_left(self.told, start, key=lambda m: m.start)
        return self.told[at - 1] if at else None


@dataclass(frozen=True)
class Cast:
    """Who is who: the actors, and for each token the one that its mention stands for."""

    actors: tuple[Actor, ...]
    by_token: dict[int, str]
    chairs: frozenset[str] = frozenset()
    several: dict[int, tuple[str, ...]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)

    def at(self, token: Token) -> str | None:
        """The actor that a token stands for, if its mention was resolved."""
        return self.by_token.get(token.i)

    def all_at(self, token: Token) -> tuple[str, ...]:
        """The actors that a token stands for: several for the "they" of people named together."""
        id = self.by_token.get(token.i)
        return self.several.get(token.i, ()) or ((id,) if id is not None else ())

    @cached_property
    def by_id(self) -> dict[str, Actor]:
        """The actors by their ids."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def names(self) -> dict[int, str]:
        """For each token of a mention the name of its actor."""
        return {i: self.by_id[id].name for i, id in self.by_token.items()}

    def side(self, id: str) -> str | None:
        """The party that a group is, or that its members are of."""
        actor = self.by_id.get(id)
        return actor.party if actor is not None and actor.kind == "group" else None

    def get(self, id: str) -> Actor:
        """The actor of that id."""
        return self.by_id[id]


def clean(name: str) -> str:
    """A name without line breaks and doubled spaces."""
    return re.sub(r"\s+", " ", name).strip()


def peopled(document: Document, mention: Mention) -> bool:
    """ "*Okoro* shouted", "shouted at *Piri Tāmati*", "took aim at *Rita Okoro*": a bare name that does, or whole suffers, what
    only people do."""
    token = document.doc[mention.head]
    verb = grammar.lemma(token.head)
    aimed = token.dep_ == "obl" and grammar.preposition(token) == "at" and len(mention.name) > 1
    if aimed and verb in words("speech", "people", "at_people"):
        return True  # nobody shouts at a place
    placed = token.ent_type_ in {"LOC", "ORG"} and not any(c.dep_ == "flat" for c in token.children)  # people's names are flat
    if not placed and token.dep_ == "nmod" and grammar.preposition(token) == "at" and _takes_aim(token.head.head):
        return True
    if placed or token.head.pos_ != "VERB":
        return False
    if token.dep_ == "nsubj":
        if document.quote_at(token.idx) is not None and document.quote_at(token.head.idx) is None:
            return False  # "'*Pathetic*,' muttered Hale"
        return verb in words("speech", "say", "shout") or _takes_aim(token.head)
    if len(mention.name) == 1:
        return False
    if token.dep_ == "obl" and grammar.preposition(token) == "at":
        things = {grammar.lemma(c) for c in token.head.children if c.dep_ in {"obj", "nsubj:pass"}}
        return bool(things & words("speech", "aimed"))
    return token.dep_ in {"obj", "iobj", "nsubj:pass"} and verb in words("speech", "people")


def _takes_aim(verb: Token) -> bool:
    """ "had a *crack at* Hale", "took *aim at* her": what is taken, thrown or pointed at people alone."""
    things = [c for c in verb.children if c.dep_ == "obj" and grammar.lemma(c) in words("speech", "aimed")]
    return any(c.lower_ == "at" for t in things for inner in (*t.children, *verb.children) for c in inner.children)


def same_person(mention: Mention, name: tuple[str, ...]) -> bool:
    """Whether a name can be a shorter or fuller form of another: "Key" of "John Key", never "Jane Key"."""
    short, long = sorted((tuple(w.lower() for w in mention.name), tuple(w.lower() for w in name)), key=len)
    if short == long:
        return True
    if len(short) == 1:
        given = len(long) > 2 and "-" in long[-1]  # "*Tsang*" of Jasper Tsang Yok-sing
        return short[0] == long[-1] or (short[0] == long[0] and len(long) > 1) or (given and short[0] == long[-2])
    return short[-1] == long[-1] and set(short) <= set(long)


def group_key(mention: Mention) -> str:
    """ "*Labour MPs*" and "the *Labour members*" are one group, "*three Labour MPs*" another."""
    members = mention.office in words("offices", "member_groups")
    sided = words("offices", "opposing") | {"majority"}
    if mention.office in sided and not (mention.modifiers or mention.number):
        return f"{mention.office} members"  # "the *opposition*" in a house is its members, and so are "the *Minority*"
    whose = party_key(mention.party) if members and mention.party else " ".join(mention.modifiers).lower()
    return " ".join(filter(None, (mention.number, whose, group_noun(mention))))


def group_noun(mention: Mention) -> str:
    """ "MPs", "senators" and "benches" are members; all else is what it is called."""
    sides = words("offices", "opposing", "governing")
    side = mention.office == "side" and mention.modifiers and mention.modifiers[-1].lower() in sides
    return "members" if side or mention.office in words("offices", "member_groups") else mention.office


def gender_of(name: tuple[str, ...]) -> str:
    """What a given name tells: "f" of Ann Hale, "m" of Tom Marlowe, nothing of Kim Lind or of a surname alone."""
    first = name[0].lower() if len(name) > 1 else ""
    return "f" if first in words("given_names", "female") else "m" if first in words("given_names", "male") else ""


def party_key(name: str) -> str:
    """ "Labour" and "the Labour Party" are one party, and so are "BJP" and "Bharatiya Janata Party"."""
    return lexicon.party(name)


def agrees(part: Part, gender: str) -> bool:
    return not gender or not part.gender or part.gender == gender


def same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return {w.lower() for w in one} == {w.lower() for w in other}


def role(part: Part) -> str | None:
    """The highest title the article gives: an office before a rank."""
    if part.kind == "group" or not part.titles:
        return f"former {part.former[-1]}" if part.former else None
    counted = Counter(t for t, _ in part.titles)
    best = max(counted, key=lambda t: (t in words("offices", "offices") or t in words("offices", "chairs"), counted[t]))
    form = next((f for f in part.forms if best in f.lower()), best)
    at = form.lower().find(best)
    return form[at : at + len(best)] if at >= 0 else best


def actor_of(part: Part, document: Document, *, party: str | None) -> Actor:
    """The frozen actor that an actor in the making has become: its fullest name, its other forms, its mentions."""
    name = max(part.names, key=len, default=None)
    partisan = part.forms if part.kind == "group" and part.party else []  # "JPP MLAs" before "party colleagues"
    told = [f for f in partisan if part.party in f] or [f for f in partisan if f[:1].isupper()] or part.forms
    text = clean(" ".join(name) if name else max(told, key=len, default=part.key))
    forms = tuple(form for form, _ in Counter([*part.forms, *part.fuller]).most_common() if form != text)
    spans = tuple(document.span_of([*document.doc[m.start : m.end]]) for m in sorted(part.mentions, key=lambda m: m.start))
    return Actor(part.id, text, part.kind, forms, role(part), party, spans)


def called(parts: Iterable[Part]) -> Mapping[str, str]:
    """A party goes by one form in the whole article: for each form that it has there the one met first."""
    forms = dict.fromkeys(part.party for part in parts if part.party)
    first: dict[str, str] = {}
    return {form: first.setdefault(party_key(form), form) for form in forms}


def whose_house(chairs: Iterable[Part]) -> frozenset[str]:
    """Who presides over the house: beside a Speaker the one who only chairs a committee is a member like others."""
    every = list(chairs)
    known = words("offices", "chairs")
    lesser = {p.id for p in every if p.titles and all("committee" in title for title, _ in p.titles if title in known)}
    return frozenset({p.id for p in every} - lesser or lesser)


def mayors(parts: Iterable[Part], document: Document) -> frozenset[str]:
    """In a council without a Speaker the mayor presides."""
    found = [part.id for part in parts if "mayor" in {part.key, *(title for title, _ in part.titles)}]
    return frozenset(found) if len(found) == 1 and COUNCIL.search(document.text) else frozenset()


def article_of(document: Document, mention: Mention) -> str:
    """The article before a title, adjectives aside: "*an* unidentified member"."""
    before = mention.start - 1
    while before > 0 and _describes(document.doc[before]):
        before -= 1
    return document.doc[before].lower_ if before >= 0 else ""


def said_of_somebody(rank: Token) -> bool:
    """ "He is *a Labour MP*", "Mr Okoro, *an MP*"; not "*A Labour MP* shouted" where a participle was read."""
    if rank.dep_ in {"appos", "attr", "xcomp", "root"}:
        return True
    return rank.dep_ == "ROOT" and not {c.dep_ for c in rank.children} & {"acl", "acl:relcl"}


def _describes(word: Token) -> bool:
    """A word that only tells what somebody is like: "a *far-right* MEP", "a *Dutch* senator"."""
    joined = word.text == "-" or (word.i + 1 < len(word.doc) and word.nbor().text == "-")
    return joined or (word.dep_ in {"amod", "compound"} and (word.text.islower() or word.tag_ == "JJ"))


def identified(document: Document, first: Mention, second: Mention) -> bool:
    """ "One of them, *identified by the police as* Tom Voss"."""
    between = document.text[document.doc[first.end - 1].idx + len(document.doc[first.end - 1]) : document.doc[second.start].idx]
    return IDENTIFIED.fullmatch(between) is not None


def in_place(mention: Mention) -> bool:
    """ "people *in the gallery*": told by where they are in the house."""
    return any(word in form.lower() for form in mention.fuller for word in ("galler", "bench", "chamber", "stands"))


def comes_back(mention: Mention) -> bool:
    """ "the *54-year-old*", "the *mother of two*": no rank, only another word for somebody named."""
    return mention.office.endswith("-year-old") or mention.office.lower() in words("offices", "described")


def learn(part: Part, mention: Mention) -> None:
    """What a mention says of an actor: its form, its name, title, seat, party and gender."""
    part.forms.append(mention.text)
    part.fuller += mention.fuller
    if mention.name and mention.name not in part.names:
        part.names.append(mention.name)
    if mention.office and part.kind != "group" and not comes_back(mention):
        if mention.former:
            part.former.append(mention.office.lower())
        else:
            part.titles.append((mention.office.lower(), tuple(m.lower() for m in mention.modifiers)))
    part.seats.update(seats_of(mention))
    part.party = part.party or mention.party
    if part.guessed and mention.gender:
        part.gender, part.guessed = mention.gender, False  # "Rana Asif ... *Mr* Asif"
    part.guessed = part.guessed or not (part.gender or mention.gender)
    part.gender = part.gender or mention.gender or gender_of(mention.name)
