"""Mentions → cast: one resolver per kind of mention, one actor per person, and in doubt nobody.

A wrong link is a false accusation, a missing one is not: each resolver answers only when the text leaves one candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Token

from extract.document import Document
from extract.lexicon import words
from extract.mentions import Mention
from extract.naming import (
    LEADERS,
    Cast,
    Part,
    actor_of,
    agrees,
    clause_mates,
    has_rank,
    party_key,
    peopled,
    salience,
    same_person,
    same_words,
)
from extract.types import ActorKind

PLURAL = {"they", "them", "their"}
LOOK_BACK = 3  # sentences; farther back a pronoun has, in news, nearly always another antecedent in between


def resolve(mentions: Iterable[Mention], document: Document) -> Cast:
    """Fold the mentions of one article into actors."""
    casting = Casting(document, tuple(mentions))
    casting.cast_names()
    casting.cast_appositions()
    casting.cast_rest()
    return casting.cast()


class Casting:
    """The work of one article's resolution; its verbs are called once each, in the order of `resolve`."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        self.document = document
        self.mentions = mentions
        self.parts: dict[str, Part] = {}
        self.chosen: dict[int, str] = {}  # index of mention → actor id
        self.by_sentence: dict[int, list[int]] = {}  # number of sentence → indices of its chosen mentions

    # names

    def cast_names(self) -> None:
        """Full names first, then the shorter forms that can only be one of them."""
        named = [(n, m) for n, m in enumerate(self.mentions) if m.kind == "name"]
        trusted = [(n, m) for n, m in named if m.sure or peopled(self.document, m)]
        for n, mention in sorted(trusted, key=lambda pair: (-len(pair[1].name), pair[0])):
            self._cast_name(n, mention)
        for n, mention in named:
            candidates = self._same_name(mention) if n not in self.chosen else []
            if len(candidates) == 1:
                self._assign(n, candidates[0])

    def _cast_name(self, n: int, mention: Mention) -> None:
        """A name that is surely a person's: one already cast, or a new one."""
        candidates = self._same_name(mention)
        if len(candidates) > 1 and mention.gender:
            candidates = [p for p in candidates if p.gender in {"", mention.gender}] or candidates
        part = candidates[0] if len(candidates) == 1 else None
        if part is None and not (candidates and len(mention.name) == 1):
            part = self._new("person", " ".join(mention.name), slug=mention.name[-1])
        if part is not None:
            self._assign(n, part)

    def _same_name(self, mention: Mention) -> list[Part]:
        """The people whose name a mention can be a form of."""
        return [
            p
            for p in self.parts.values()
            if p.kind == "person"
            and p.names
            and any(same_person(mention, name) for name in p.names)
            and agrees(p, mention.gender)
        ]

    # appositions

    def cast_appositions(self) -> None:
        """ "Okoro, *the ACT leader*," and "*the Speaker*, Jane Hale,": two mentions of one person."""
        for n in range(len(self.mentions) - 1):
            first, second = self.mentions[n], self.mentions[n + 1]
            name, title = (first, second) if first.kind == "name" else (second, first)
            if name.kind != "name" or title.kind not in {"office", "rank"} or title.plural:
                continue
            index, other = (n, n + 1) if name is first else (n + 1, n)
            if index in self.chosen and self._beside(first, second):
                self._assign(other, self.parts[self.chosen[index]])

    def _beside(self, first: Mention, second: Mention) -> bool:
        """Whether only a comma and an article stand between two mentions, and the second ends its phrase."""
        doc = self.document.doc
        between = [t.lower_ for t in doc[first.end : second.start]]
        after = doc[second.end].lower_ if second.end < len(doc) else "."
        if not between or between[0] not in {",", "(", "-"} or len(between) > 3:
            return False
        if not set(between[1:]) <= {"the", "a", "an", "then", "former"} | {"'s"}:
            return False
        return after in {",", ".", ")", "-", "for", "of", "who", "from", ";", "in"} or (second.kind == "name" and first.definite)

    # the rest, in reading order

    def cast_rest(self) -> None:
        """Offices, ranks, groups, parties and pronouns, each by its own resolver."""
        resolvers = {
            "office": self._office,
            "rank": self._rank,
            "group": self._group,
            "party": self._party,
            "house": self._house,
            "pronoun": self._pronoun,
        }
        for n, mention in enumerate(self.mentions):
            if n in self.chosen or mention.kind == "name":
                continue
            part = resolvers[mention.kind](n, mention)
            if part is not None:
                self._assign(n, part)

    def _office(self, n: int, mention: Mention) -> Part | None:
        """ "the *Prime Minister*": who holds it in this article, else the office itself."""
        office = mention.office.lower()
        holders = [p for p in self.parts.values() if p.kind == "person" and any(t == office for t, _ in p.titles)]
        plain = [p for p in holders if any(t == office and same_words(m, mention.modifiers) for t, m in p.titles)]
        if (found := self._latest(plain or holders, mention)) is not None:
            return found
        if not mention.definite and mention.text[0].islower():
            return None
        if (
            office in words("offices", "chairs")
            and office not in {"speaker", "deputy speaker"}
            and not (mention.definite or mention.text[0].isupper())
        ):
            return None
        return self._named("office", self._office_name(mention), office)

    def _office_name(self, mention: Mention) -> str:
        """The office as the text writes it."""
        return mention.text if mention.text[0].isupper() else mention.text.capitalize()

    def _rank(self, n: int, mention: Mention) -> Part | None:
        """ "the *MP*", "the *Labour leader*": whoever of that rank was told of last; "a *Labour MP*": somebody new."""
        people = [p for p in self.parts.values() if p.kind == "person" and p.names and has_rank(p, mention)]
        if mention.office.lower() in LEADERS and (mention.party or mention.modifiers):
            return self._latest(people, mention) or (
                self._named("office", self._office_name(mention), mention.text.lower()) if mention.definite else None
            )
        if mention.definite and not people:  # nobody named holds it: the office itself acts (CODEBOOK, Actors)
            return self._named("office", self._office_name(mention), mention.text.lower())
        if mention.definite:
            return self._latest([p for p in people if self._before(p, mention)], mention)
        article = self.document.doc[mention.start - 1].lower_ if mention.start else ""
        if article in {"a", "an", "one", "another"} and self.document.doc[mention.head].dep_ not in {
            "appos",
            "attr",
            "xcomp",
            "root",
            "ROOT",
        }:
            return self._named("person", mention.text, mention.text.lower())
        return None

    def _group(self, n: int, mention: Mention) -> Part | None:
        """ "*Labour MPs*"; "the *MPs*" are those last told of."""
        if mention.definite and not mention.modifiers and " " not in mention.text:
            same = [
                p
                for p in self.parts.values()
                if p.kind == "group" and p.key.endswith(mention.text.lower()) and self._before(p, mention)
            ]
            if (found := self._latest(same, mention)) is not None:
                return found
        return self._named("group", mention.text, mention.text.lower(), party=mention.party)

    def _party(self, n: int, mention: Mention) -> Part | None:
        """ "*Labour*", "the *Labour Party*": one party, under its fullest name."""
        return self._named("group", mention.text, party_key(mention.party), party=mention.party)

    def _house(self, n: int, mention: Mention) -> Part | None:
        """ "the *House* voted"."""
        return self._named("group", mention.text, f"house:{mention.text.lower()}")

    def _pronoun(self, n: int, mention: Mention) -> Part | None:
        """ "*he* said": the one antecedent that agrees, the subject of the sentence before rather than its object."""
        if mention.office in {"first_words", "second_words"}:
            return None
        doc = self.document.doc
        token = doc[mention.head]
        quoted = self.document.quote_at(token.idx)
        here = self.document.sentence_numbers[token.i]
        beside = self.by_sentence.get(here, [])
        others = {self.chosen[k] for k in beside if clause_mates(doc[self.mentions[k].head], token)}
        for back in range(LOOK_BACK + 1):
            told = self.by_sentence.get(here - back, [])
            rows = [(k, self.mentions[k]) for k in told if self._usable(k, token, quoted is not None)]
            rows = [(k, m) for k, m in rows if self._agreeable(self.parts[self.chosen[k]], mention)]
            rows = [(k, m) for k, m in rows if self.chosen[k] not in others]
            if rows:
                best = max(rows, key=lambda row: (salience(doc[row[1].head]), row[1].start))
                return self.parts[self.chosen[best[0]]]
        return None

    def _usable(self, k: int, token: Token, quoted: bool) -> bool:
        """Whether a mention stands before a pronoun, and on the same side of the quotation marks."""
        mention = self.mentions[k]
        head = self.document.doc[mention.head]
        if mention.start >= token.i or mention.kind == "house":
            return False
        inside = self.document.quote_at(head.idx) is not None
        return inside == quoted or (quoted and token.lower_ not in PLURAL)

    def _agreeable(self, part: Part, mention: Mention) -> bool:
        """Number and gender."""
        if mention.plural:
            return part.kind == "group"
        return part.kind != "group" and agrees(part, mention.gender)

    # parts

    def _latest(self, parts: list[Part], mention: Mention) -> Part | None:
        """The candidate told of last before a mention; where none was, the one told of first after it."""
        if not parts:
            return None
        before = [(max(m.start for m in p.mentions if m.start < mention.start), p) for p in parts if self._before(p, mention)]
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        return parts[0] if len(parts) == 1 else None

    def _before(self, part: Part, mention: Mention) -> bool:
        return any(m.start < mention.start for m in part.mentions)

    def _named(self, kind: ActorKind, form: str, key: str, *, party: str = "") -> Part:
        """The actor known under a key, made when it is met first."""
        known = next((p for p in self.parts.values() if p.key == key and p.kind == kind), None)
        part = known or self._new(kind, form, key=key, slug=form)
        part.party = part.party or party
        return part

    def _new(self, kind: ActorKind, form: str, *, slug: str, key: str = "") -> Part:
        """A new actor with an id of its own, made of its name."""
        stem = re.sub(r"[^\w]+", "-", slug.lower()).strip("-") or "actor"
        id = stem
        while id in self.parts:
            id = f"{stem}-{1 + sum(p.startswith(stem) for p in self.parts)}"
        self.parts[id] = Part(id, kind, key or form.lower())
        return self.parts[id]

    def _assign(self, n: int, part: Part) -> None:
        """A mention is of this actor: remember what it says of it."""
        mention = self.mentions[n]
        self.chosen[n] = part.id
        self.by_sentence.setdefault(self.document.sentence_numbers[mention.head], []).append(n)
        part.mentions.append(mention)
        if mention.kind == "pronoun":
            part.gender = part.gender or (mention.gender if part.kind == "person" else "")
            return
        part.forms.append(mention.text)
        if mention.name and mention.name not in part.names:
            part.names.append(mention.name)
        if mention.office and part.kind != "group":
            part.titles.append((mention.office.lower(), tuple(m.lower() for m in mention.modifiers)))
        part.party = part.party or mention.party
        part.gender = part.gender or mention.gender

    # the result

    def cast(self) -> Cast:
        """The frozen cast."""
        by_token = {i: id for n, id in self.chosen.items() for i in range(self.mentions[n].start, self.mentions[n].end)}
        actors = tuple(actor_of(part, self.parts.values(), self.document) for part in self.parts.values())
        chairs = frozenset(
            p.id
            for p in self.parts.values()
            if any(t in words("offices", "chairs") for t, _ in p.titles)
            or (p.kind == "office" and p.key in words("offices", "chairs"))
        )
        return Cast(actors, by_token, chairs, {p.id: p.gender for p in self.parts.values()})
