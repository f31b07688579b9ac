"""Who can be whom: "three Labour MPs" are Marlowe, Lind and Okafor, and "a senator" is Senator Quill.

An event is told of somebody vague in the headline and of somebody named in the body. No spaCy here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from extract import lexicon
from extract.types import Actor

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
GOVERNMENT = re.compile(r"\b(?:government|administration|cabinet|ministers|front ?bench)\b", re.I)
GOVERNS = re.compile(r"\b(?:minister|premier|president|chancellor|treasurer|taoiseach|secretary)\b", re.I)
OPPOSITION = re.compile(
    r"^(?:the )?(?:opposition|minority)"
    r"(?: (?:parties|party|side|members|mps|lawmakers|legislators|benches|senators|deputies))?$",
    re.I,
)
PART = re.compile(r"^\w+ of (?:them|those|these|the)\b", re.I)  # "Two of them": of people told of before
ANY_MEMBER = {"mp", "member", "lawmaker", "legislator", "representative", "parliamentarian"}
RIVALS = {"opponents", "rivals", "adversaries", "foes"}  # "his *opponents*": those whom another telling names
# Words of number and sort that name nobody: "several opposition members".
SORTS = set("a an the some several many other others few all both opposition government backbench ruling female male".split())


@dataclass(frozen=True)
class Company:
    """The actors of an article by id, and which of them preside."""

    actors: dict[str, Actor] = field(default_factory=dict)
    chairs: frozenset[str] = frozenset()

    @classmethod
    def of(cls, actors: Iterable[Actor], chairs: Iterable[str] = ()) -> Company:
        """The company that a cast makes."""
        return cls({actor.id: actor for actor in actors}, frozenset(chairs))

    @cached_property
    def house(self) -> frozenset[str]:
        """Who can put a member out: the chair, the House, and those whom they send."""
        words = lexicon.words("offices", "houses", "servants")
        known = {id for id, a in self.actors.items() if a.kind != "person" and _last(a) in words | {"house", "members"}}
        return frozenset(known | self.chairs)

    def presiding(self, ids: Iterable[str]) -> frozenset[str]:
        """Who of some presides and has a name: another's "Speaker" is somebody else."""
        return frozenset(id for id in ids if id in self.chairs and (one := self.actors.get(id)) and one.kind == "person")

    def number(self, id: str) -> int:
        """How many a group is said to be; 0 where that is left open."""
        actor = self.actors.get(id)
        return _number(actor.name.split()[0]) if actor and actor.kind == "group" else 0

    def counted(self, id: str, words: str) -> int:
        """How many the words of a telling say a group to be, where they name it; else its name: "*Nine* Meadow MPs"."""
        actor = self.actors.get(id)
        if actor is None or actor.kind != "group":
            return 0
        rest = actor.name.partition(" ")[2]
        bare = rest if self.number(id) and rest else actor.name
        told = re.search(rf"(\w*)\W*\b{re.escape(bare)}\b", words)
        return _number(told[1]) if told else self.number(id)

    def part(self, id: str) -> int:
        """How many of those told of before an actor is: 2 for "Two of them"; 0 where it is anybody else."""
        actor = self.actors.get(id)
        return _number(actor.name.split()[0]) if actor is not None and PART.match(actor.name) else 0

    def vague(self, id: str) -> bool:
        """Whether an actor has no name: "senator", "a Green MP", "MPs", "three Labour MPs", "party leader"."""
        actor = self.actors.get(id)
        if actor is None or id in self.chairs:
            return False
        if actor.kind == "group":
            return self.number(id) > 0 or (_is_members(actor) and not actor.party and not _names(actor))
        said, role = f"{actor.name.lower()} ", (actor.role or "").lower()
        return bool(role) and (said.endswith(f"{role} ") or said.startswith(f"{role} of "))  # "lawmaker of the opposition"

    def covers(self, id: str, other: str) -> bool:
        """Whether a vague actor, or a party, can be another that is told of more exactly."""
        one, two = self.actors.get(id), self.actors.get(other)
        if one is None or two is None or id == other or other in self.chairs or _across(one, two) or _across(two, one):
            return False
        if one.kind == "group" and GOVERNMENT.search(one.name):
            return two.kind != "group" and bool(GOVERNS.search(two.role or ""))
        if not self.vague(id):
            return bool(one.kind == "group" and one.party and _same_party(one, two)) and self.number(other) == 0
        if self.vague(other) and (self.number(id) or not self.number(other)):
            return False
        if one.kind == "group":
            return (
                (two.kind == "person" or _is_members(two) or (two.party is not None and not self.vague(other)))
                and not _strangers(one, two)
                and _is_members(one)
            )
        return two.kind == "person" and not _strangers(one, two) and _fits(one.role or "", two.role)

    def meet(self, ids: Iterable[str], others: Iterable[str], opposition: bool = True) -> bool:
        """Whether two sets of people share one, or one of them can be one of the others."""
        ids, others = set(ids), set(others)
        pairs = [pair for a in ids for b in others for pair in ((a, b), (b, a))]
        return bool(ids & others) or any(self.covers(a, b) or (opposition and self._opposes(a, b)) for a, b in pairs)

    def led_apart(self, ids: Iterable[str], others: Iterable[str]) -> bool:
        """Whether two sets of people are led by different ones: "*Hale* took her MPs with her", "*Lind* took himself off"."""
        known = {id for id, actor in self.actors.items() if actor.kind == "person" and not self.vague(id)}
        one, two = known & set(ids), known & set(others)
        return bool(one) and bool(two) and not one & two

    def _opposes(self, id: str, other: str) -> bool:
        """Whether "the opposition" can be somebody who is named: any member or party that does not govern."""
        one, two = self.actors.get(id), self.actors.get(other)
        if one is None or two is None or other in self.chairs or not OPPOSITION.search(one.name):
            return False
        return not GOVERNS.search(two.role or "") and (two.kind == "person" or bool(two.party))

    def told(self, tellings: Sequence[Sequence[str]]) -> tuple[str, ...]:
        """The people of an event as its tellings name them, without the words for those whom another telling names."""
        ids = dict.fromkeys(id for telling in tellings for id in telling)
        return tuple(id for id in ids if not (self._wordy(id) and self._named(id, tellings)))

    def _named(self, id: str, tellings: Sequence[Sequence[str]]) -> bool:
        """Whether a telling of its own names whom the words of another stand for."""
        known = {other for telling in tellings for other in telling if self.covers(id, other)}
        beside = any(id in telling and known & set(telling) and not self._counts(id, telling) for telling in tellings)
        return bool(known) and not beside

    def _counts(self, id: str, telling: Sequence[str]) -> bool:
        """Whether so many are named beside a number: "*Two Labour MPs*, Ann Hale and Kim Lind"."""
        return self.number(id) > 1 and sum(self.covers(id, other) for other in telling) >= self.number(id)

    def _wordy(self, id: str) -> bool:
        if self.vague(id):
            return True
        actor = self.actors.get(id)
        return actor is not None and actor.kind == "group" and bool(GOVERNMENT.search(actor.name))


def _number(word: str) -> int:
    """The number that a word says; 0 of any other."""
    word = word.lower()
    return NUMBERS.index(word) + 1 if word in NUMBERS else int(word) if word.isascii() and word.isdigit() else 0


def _last(actor: Actor) -> str:
    return actor.name.split()[-1].lower()


def _is_members(actor: Actor) -> bool:
    """Whether a group is made of members of a House."""
    words = lexicon.words("offices", "member_groups") | {"members"} | RIVALS
    last = _last(actor)
    return actor.kind == "group" and (last in words or last.rstrip("s") in lexicon.words("offices", "ranks"))


def _names(actor: Actor) -> bool:
    """Whether the words of a group name something: "*Fretilin* MPs", not "MPs" or "Three opposition MPs"."""
    rest = actor.name.split()[:-1]
    return any(word[:1].isupper() and word.lower() not in SORTS and word.lower() not in NUMBERS for word in rest)


def _same_party(one: Actor, two: Actor) -> bool:
    return bool(one.party and two.party) and lexicon.party(one.party or "") == lexicon.party(two.party or "")


def _across(one: Actor, two: Actor) -> bool:
    """Whether one is of the opposition and the other of those who govern: "opposition MLAs", "*Ruling* BJD members"."""
    sides = [{word for form in (a.name, *a.aliases) for word in form.lower().split()} for a in (one, two)]
    opposing, governing = lexicon.words("offices", "opposing"), lexicon.words("offices", "governing") | {"ruling"}
    return one.kind == two.kind == "group" and bool(sides[0] & opposing) and bool(sides[1] & governing - opposing)


def _strangers(one: Actor, two: Actor) -> bool:
    """Whether the text puts two actors into two parties."""
    return bool(one.party and two.party) and not _same_party(one, two)


def _fits(rank: str, role: str | None) -> bool:
    """Whether who holds a role may be called by a rank: a senator by "senator", any member by "member" or "MP"."""
    rank, role = rank.lower(), (role or "").lower()
    rank = rank.removesuffix("s") if rank.removesuffix("s") in ANY_MEMBER else rank  # "one of its *members*"
    if rank in ANY_MEMBER or (rank and rank.split()[-1]) in lexicon.words("offices", "partisans"):  # "a New *Democrat*"
        return not role or role in lexicon.words("offices", "ranks")
    return role == rank or (not role and rank in lexicon.words("offices", "ranks"))
