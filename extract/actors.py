"""Mentions → cast: one resolver per kind of mention, one actor per person, and in doubt nobody.

A wrong link is a false accusation, a missing one is not: each resolver answers only when the text leaves one candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extract import presiding
from extract.affiliations import affiliated, seats_of
from extract.appositions import apposed, entitled
from extract.described import counted, fellows, gone, meant, of_them, own_party, unplaced
from extract.document import Document
from extract.introduced import holder
from extract.lexicon import groups_of, words
from extract.mention import Mention
from extract.naming import (
    Cast,
    Part,
    actor_of,
    agrees,
    article_of,
    called,
    group_key,
    group_noun,
    in_place,
    learn,
    mayors,
    party_key,
    peopled,
    said_of_somebody,
    same_person,
    same_words,
    whose_house,
)
from extract.pronouns import latest, nearest, told_before
from extract.ranks import LEADERS, charges_of, of_rank, plain
from extract.state import State, presides
from extract.types import ActorKind

ORDINALS = ("first", "second", "third", "senior", "principal")  # "First Deputy Speaker Ann Hale" is "the deputy speaker"


def resolve(mentions: Iterable[Mention], document: Document) -> Cast:
    """Fold the mentions of one article into actors."""
    casting = Casting(document, affiliated(document, tuple(mentions)))
    casting.cast_names()
    casting.cast_appositions()
    presiding.seat(casting.state)
    casting.cast_rest()
    return casting.cast()


class Casting:
    """The work of one article's resolution; its verbs are called once each, in the order of `resolve`."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        self.document = document
        self.mentions = mentions
        self.state = State(document, mentions, {}, {}, {})
        self.parts, self.chosen = self.state.parts, self.state.chosen
        self.by_word: dict[str, dict[str, Part]] = {}  # people by the words of their names
        self.by_key: dict[tuple[str, str], Part] = {}
        self.people: list[Part] = []
        self.groups: list[Part] = []

    # names

    def cast_names(self) -> None:
        """Full names first, then the shorter forms that can only be one of them."""
        named = [(n, m) for n, m in enumerate(self.mentions) if m.kind == "name"]
        trusted = [(n, m) for n, m in named if m.sure or peopled(self.document, m) or entitled(self.document, self.mentions, n)]
        for n, mention in sorted(trusted, key=lambda pair: (-len(pair[1].name), pair[0])):
            self._cast_name(n, mention)
        for n, mention in named:
            candidates = self._so_far(mention) if n not in self.chosen else []
            if len(candidates) == 1:
                self._assign(n, candidates[0])

    def _cast_name(self, n: int, mention: Mention) -> None:
        """A name that is surely a person's: one already cast, or a new one."""
        candidates = self._so_far(mention)
        part = candidates[0] if len(candidates) == 1 else None
        if part is None and not (candidates and len(mention.name) == 1):
            part = self._new("person", " ".join(mention.name), slug=mention.name[-1])
        if part is not None:
            self._assign(n, part)

    def _so_far(self, mention: Mention) -> list[Part]:
        """Of two whose name a surname can be the one whom the text names before it: "Ann Hale ... *Hale* ... Bob Hale"."""
        found = self._same_name(mention)
        before = [p for p in found if told_before(p, mention)] if len(found) > 1 and len(mention.name) == 1 else []
        return before if len(before) == 1 else found

    def _same_name(self, mention: Mention) -> list[Part]:
        """The people whose name a mention can be a form of."""
        near: dict[str, Part] = {}
        for word in mention.name:
            near |= self.by_word.get(word.lower(), {})
        fits = (p for p in near.values() if any(same_person(mention, name) for name in p.names))
        fitting = sorted(fits, key=lambda p: p.number)
        agreeing = [p for p in fitting if agrees(p, mention.gender)]
        return agreeing or [p for p in fitting if p.guessed and mention.gender and len(mention.name) == 1]

    # appositions

    def cast_appositions(self) -> None:
        """ "Okoro, *the ACT leader*," and "*the Speaker*, Jane Hale,": two mentions of one person."""
        for n in range(len(self.mentions) - 1):
            index, other = apposed(self.document, self.mentions, n) or (n, n)
            if index != other and index in self.chosen:
                self._assign(other, self.parts[self.chosen[index][0]])

    def cast_rest(self) -> None:
        """Offices, ranks, groups, parties and pronouns, each by its own resolver."""
        resolvers = {
            "office": self._office,
            "rank": self._rank,
            "someone": self._someone,
            "group": self._group,
            "party": self._party,
            "house": self._house,
        }
        for n, mention in enumerate(self.mentions):
            if n in self.chosen or mention.kind == "name":
                continue
            if mention.kind == "pronoun":
                self._assign(n, *meant(self.state, mention))
            elif several := counted(self.state, mention):
                self._assign(n, *several)
            elif (part := resolvers[mention.kind](n, mention)) is not None:
                self._assign(n, part)

    def _office(self, n: int, mention: Mention) -> Part | None:
        """ "the *Prime Minister*": who holds it in this article, else the office; "himself *a prime minister* once": none."""
        office = mention.office.lower()
        if article_of(self.document, mention) in {"a", "an"} and self._once(mention):
            return None
        if mention.former:
            return latest(self.state, [p for p in self.people if office in p.former], mention)
        names = groups_of("offices", "same_office").get(office, frozenset({office}))
        holders = [p for p in self.people if any(t in names for t, _ in p.titles)]
        holders = holders or [p for p in self.people if any(t in {f"{nth} {office}" for nth in ORDINALS} for t, _ in p.titles)]
        if not holders and office in words("offices", "chairs"):  # "Mike Johnson's gavel ... the *Speaker*"
            seated = [p for p in self.people if any(t == "chair" for t, _ in p.titles)]
            holders = seated if len(seated) == 1 else []
        own = bool(mention.start) and self.document.doc[mention.start - 1].lower_ == "its" and mention.text == "president"
        if not holders and (own or mention.text == "President"):  # "Senate President Sue Hale rose ... the *President*"
            chairs = words("offices", "chairs")
            seated = [p for p in self.people if any("president" in t.split() and t in chairs for t, _ in p.titles)]
            holders = seated if len(seated) == 1 else []
        bare = [p for p in holders if any(t in names and same_words(m, mention.modifiers) for t, m in p.titles)]
        if (found := latest(self.state, bare or holders, mention)) is not None:
            return found
        if not mention.definite and mention.text[0].islower():
            return None
        if office in {"chair", "presiding officer"} and len(known := [p for p in self.parts.values() if self._presides(p)]) == 1:
            return known[0]
        seat = office in words("offices", "chairs") - {"speaker", "deputy speaker"}
        if seat and not (mention.definite or mention.text[0].isupper()):
            return None
        return next(iter(holder(self.state, mention)), None) or self._named("office", self._office_name(mention), min(names))

    def _once(self, mention: Mention) -> bool:
        """ "Lind, *himself* a prime minister *once*": what somebody was is not who holds it now."""
        doc, start, end = self.document.doc, mention.start, mention.end
        around = (*doc[max(start - 3, 0) : start], *doc[end : end + 1])
        return any(t.lower_ in {"himself", "herself", "once"} for t in around)

    def _presides(self, part: Part) -> bool:
        """Whether an actor is "the *chair*": a Speaker, named or not."""
        return presides(part) or (part.kind == "office" and part.key in words("offices", "chairs"))

    def _office_name(self, mention: Mention) -> str:
        """The office as the text writes it."""
        return mention.text if mention.text[0].isupper() else mention.text.capitalize()

    def _rank(self, n: int, mention: Mention) -> Part | None:
        """ "the *MP*", "the *Labour leader*": whoever of that rank was told of last; "a *Labour MP*": somebody new."""
        if mention.former:  # whoever held it once; never who holds it now
            return latest(self.state, [p for p in self.parts.values() if mention.office.lower() in p.former], mention)
        people = of_rank((p for p in self.people if p.names), mention) or holder(self.state, mention)
        if mention.office.lower() in LEADERS and (mention.party or mention.modifiers):
            return latest(self.state, people, mention) or unplaced(self.state, self.parts.values(), mention) or (
                self._named("office", self._office_name(mention), mention.text.lower())
                if mention.definite
                else self._new_one(mention)
            )
        if mention.definite and not people and plain(mention) and (near := nearest(self.state, mention)) is not None:
            return next(iter(near), None)
        if mention.definite and not people and (one := unplaced(self.state, self.parts.values(), mention)) is not None:
            return one
        if mention.definite and not people:  # nobody named holds it: the office itself acts (CODEBOOK, Actors)
            seat = next(seats_of(mention), "")
            part = self._named("office", self._office_name(mention), f"seat:{seat}" if seat else mention.text.lower())
            part.seats |= {seat} - {""}
            return part
        if mention.definite:
            below = [p for p in people if " " in mention.text and mention.text.lower() in charges_of(p)]
            one = below[0] if len(below) == 1 else None  # "*the water minister*", and further down "Water Minister Ann Lind"
            return latest(self.state, [p for p in people if told_before(p, mention)], mention) or one
        return self._new_one(mention)

    def _new_one(self, mention: Mention) -> Part | None:
        """ "*a Labour MP*": somebody new, unless somebody told of is said to be one."""
        new = article_of(self.document, mention) in {"a", "an", "one", "another"}
        new = new and not said_of_somebody(self.document.doc[mention.head])
        return self._named("person", mention.text, mention.text.lower()) if new else None

    def _someone(self, n: int, mention: Mention) -> Part | None:
        """ "*a woman* from Carrow": somebody new; "*the woman*": whoever was called so last."""
        if not mention.definite:
            return self._named("person", mention.text, mention.text.lower())
        called_so = [p for p in self.people if mention.office in dict(p.titles) and told_before(p, mention)]
        return latest(self.state, called_so, mention)

    def _group(self, n: int, mention: Mention) -> Part | None:
        """ "*Labour MPs*"; "the *MPs*" are those last told of, "the *three*" the three."""
        if party := own_party(self.state, mention):
            own = self._party(n, replace(mention, text=party, party=party))
            own.forms = own.forms or [party]
            return own
        mention = fellows(self.state, mention)
        if (whole := of_them(self.state, mention) or gone(self.state, mention, self.groups)) is not None:
            return whole
        if not mention.office:
            counted = (p for p in self.groups if p.key.startswith(f"{mention.number} "))
            return latest(self.state, [p for p in counted if told_before(p, mention)], mention)
        anybody = mention.office == "people" and not (mention.number or mention.modifiers or in_place(mention))
        if anybody or (mention.office == "those" and not mention.number):
            return None  # "the *people* who were going to be deported", "*those*" of whom nothing was told
        if mention.definite and not (mention.modifiers or mention.party):
            like = (p for p in self.groups if p.key.endswith(group_noun(mention)) and p.key.startswith(mention.number))
            if (found := latest(self.state, [p for p in like if told_before(p, mention)], mention)) is not None:
                return found
        part = self._named("group", mention.text, group_key(mention), party=mention.party)
        part.forms += [mention.text] if mention.text != self.mentions[n].text and not part.forms else []
        return part

    def _party(self, n: int, mention: Mention) -> Part:
        """ "*Labour*", "the *Labour Party*": one party, under its fullest name."""
        return self._named("group", mention.text, party_key(mention.party), party=mention.party)

    def _house(self, n: int, mention: Mention) -> Part | None:
        """ "the *House* voted"."""
        return self._named("group", mention.text, f"house:{mention.text.lower()}")

    # parts

    def _named(self, kind: ActorKind, form: str, key: str, *, party: str = "") -> Part:
        """The actor known under a key, made when it is met first."""
        known = self.by_key.get((kind, key))
        part = known or self._new(kind, form, key=key, slug=form)
        part.party = part.party or party
        return part

    def _new(self, kind: ActorKind, form: str, *, slug: str, key: str = "") -> Part:
        """A new actor with an id of its own, made of its name."""
        stem = re.sub(r"[^\w]+", "-", slug.lower()).strip("-") or "actor"
        id = stem
        while id in self.parts:
            id = f"{stem}-{1 + sum(p.startswith(stem) for p in self.parts)}"
        made = self.parts[id] = Part(id, kind, key or form.lower(), number=len(self.parts))
        self.by_key.setdefault((kind, made.key), made)
        if kind != "office":
            (self.people if kind == "person" else self.groups).append(made)
        return made

    def _assign(self, n: int, *parts: Part) -> None:
        """A mention is of this actor, or of these together: remember what it says of it."""
        mention = self.mentions[n]
        if not parts:
            return
        self.chosen[n] = tuple(part.id for part in parts)
        self.state.by_sentence.setdefault(self.document.sentence_numbers[mention.head], []).append(n)
        for part in parts:
            part.met(mention)
        if mention.kind == "pronoun" or len(parts) > 1:
            for part in parts:
                part.gender = part.gender or (mention.gender if part.kind == "person" else "")
        else:
            learn(parts[0], mention)
            for word in mention.name if parts[0].kind == "person" else ():
                self.by_word.setdefault(word.lower(), {})[parts[0].id] = parts[0]

    # the result

    def cast(self) -> Cast:
        """The frozen cast."""
        own = {n: {self.mentions[n].head, *range(self.mentions[n].start, self.mentions[n].end)} for n in self.chosen}
        tokens = [(i, ids) for n, ids in self.chosen.items() for i in sorted(own[n])]
        by_token = {i: ids[0] for i, ids in tokens}
        several = {i: ids for i, ids in tokens if len(ids) > 1}
        parties = called(self.parts.values())
        actors = tuple(actor_of(p, self.document, party=parties.get(p.party or "")) for p in self.parts.values())
        chairs = whose_house(p for p in self.parts.values() if self._presides(p)) or mayors(self.parts.values(), self.document)
        return Cast(actors, by_token, chairs, several, {p.id: p.gender for p in self.parts.values()})
