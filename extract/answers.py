"""Tellings → tellings with the targets that the text leaves unsaid since they were just told: what an act answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract import lexicon, roles
from extract.naming import Cast
from extract.types import Actor, Telling

# Acts that answer another: an objection that names nobody the ruling before it; a leave refused, the request for it.
ANSWERS = {"objection": {"ruling", "ejection", "intervention"}, "decision": {"no_confidence_request"}}
UNRULY = {"heckle", "scuffle"}  # for which the chair rebukes whoever did it, not whom it was done to
ASKED = {"point_of_order", "no_confidence_request", "objection"}  # what a refusal answers
VOTED_ON = {"no_confidence_request", "ejection"}  # what is put to the vote
ANSWERS_AT_ONCE = {"point_of_order": {"attack", "heckle"}}
BY_MEMBERS = {"heckle", "walkout", "objection", "scuffle"}  # what only people do
NEAR = 700  # characters between an act and its answer
AT_ONCE = 160
IN_TURN = 200  # between a shout and the one that answers it
# What a point of order is about where it is about words just spoken, and what it says of them.
WORDS = re.compile(
    r"\b(?:remarks?|words?|language|assertions?|allegations?|accusations?|claims?|comments?|statements?|insults?|slurs?|phrases?"
    r"|terms?|imputations?|relevan(?:ce|t)|irrelevan(?:ce|t)|(?:improper )?motives|parliamentary language"
    r"|expunged?|struck|unparliamentary|withdraw\w*|retract\w*|apologi[sz]e|take (?:it|that|them) back|imput\w+)\b",
    re.IGNORECASE,
)
AFTER_A_WHILE = re.compile(r"\b(?:later|afterwards|next|subsequently|eventually)\b", re.IGNORECASE)
ABOUT = re.compile(r"\b(?:about|over|concerning|regarding|on the subject of|to ask when)\b", re.IGNORECASE)
# What a word for a deed means of what was told.
DEEDS = {
    "withdrawal": {"apology", "apologies", "retraction", "withdrawal"},
    "walkout": {"walkout", "exit", "departure", "boycott", "protest"},
    "ruling": {"ruling", "decision"},
    "ejection": {"ejection", "expulsion", "suspension"},
    "heckle": {"outburst", "heckling", "shouting", "display", "barracking"},
    "attack": {"outburst", "tirade", "speech", "language"},
}
TO_WITHDRAW = {"ruling/order-withdrawal", "ruling/told-to-withdraw", "ruling/demand-withdrawal"}
COMPLIED = re.compile(r"\b(?:complie[ds]|comply|complying|obey(?:ed|s)?|oblige[ds]?)\b", re.IGNORECASE)
SAID = {"attack", "heckle", "objection"}  # what "his words" may be
ACCUSERS = {"accuser", "critic", "heckler", "tormentor", "questioner"}
DECIDED = re.compile(
    r"\b(?:against|at|over|protest(?:ing)?|condemn(?:ing)?|denounc(?:e|ing)) "
    r"(?:at |against )?(?:the|this|that|his|her|their) (?:\w+ )?"
    r"(?:decision|ruling|order|verdict|suspension|ejection|expulsion|removal|eviction|exclusion|marching orders)\b"
    r"(?! (?:for|to)\b| of (?!(?:the |mr |ms |mrs |dr )?(?-i:[A-Z])))",  # not "at the expulsion of diplomats"
    re.IGNORECASE,
)
# What whoever differs says of a ruling on somebody else: "disagreed", not "disagreed with the farm lobby".
OF_A_RULING = re.compile(
    r"\b(?:ruling|decision|verdict|speaker|chair\w*|(?:differ(?:s|ed)?|disagree[sd]?)(?! with| on)|otherwise|different view)\b",
    re.IGNORECASE,
)
CHAIRS_OWN = {"ejection", "intervention", "ruling"}  # what the chair does to somebody, step by step


def aimed(tellings: tuple[Telling, ...], cast: Cast) -> tuple[Telling, ...]:
    """All tellings, those without a target aimed at whomever the acts before them leave no doubt about."""
    out: list[Telling] = []
    for telling in tellings:
        if not telling.targets:
            found = _left_unsaid(telling, out, cast)
            telling = replace(telling, targets=tuple(id for id in found if id not in telling.actors))
        if not telling.targets and _implied().get(telling.rule, "") == "doer" and _owned(telling):
            continue  # what somebody calls *his outburst* after nobody else's is his own
        out.append(telling)
    return tuple(out)


def exchanged(tellings: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """What two sides shout at one another in turn is one exchange, and both do it and suffer it (CODEBOOK, hard case 3)."""
    out = list(tellings)
    heckles = [n for n, t in enumerate(tellings) if t.type == "heckle" and t.status == "happened" and t.actors]
    for one, other in pairwise(heckles):
        first, back = out[one], out[other]
        answered = set(back.actors) <= set(first.targets) and set(back.targets) <= set(first.actors)
        told = bool(back.targets) or first.actors == first.targets
        if answered and told and back.at - first.at < IN_TURN and AFTER_A_WHILE.search(back.span.text) is None:
            both = tuple(dict.fromkeys((*first.actors, *back.actors)))
            out[one], out[other] = (replace(t, actors=both, targets=both) for t in (first, back))
    return tuple(out)


def _left_unsaid(telling: Telling, before: Sequence[Telling], cast: Cast) -> tuple[str, ...]:
    """Whom a telling that names nobody is aimed at, by what its rule says of it."""
    implied = _implied().get(telling.rule, "")
    near = [t for t in reversed(before) if 0 <= telling.at - t.at < NEAR]
    if implied == "asker":
        return next((t.actors for t in near if t.type in ASKED), ())
    if implied == "complained of":
        return next((t.targets or t.actors for t in near if t.type in ASKED), ())
    if implied == "voted on":
        return next((t.targets for t in near if t.type in VOTED_ON), ())
    if implied == "doer":
        return _doers(telling, near if not _owned(telling) else _owners(telling, near, cast))
    if implied == "nobody":
        return ()
    if telling.type == "walkout":
        return _decided(telling, near, cast)
    return _answered(telling, before, cast) or (_rebuked(telling, before, cast) if implied == "rebuked" else ())


def _decided(telling: Telling, near: Sequence[Telling], cast: Cast) -> tuple[str, ...]:
    """The chair whose act a walkout is said to be against: "left in protest at *the ruling*", "walked out over *her removal*"."""
    if DECIDED.search(telling.span.text) is None:
        return ()
    chairs = cast.chairs | {roles.CHAIR}
    return next((t.actors for t in near if t.type in CHAIRS_OWN and t.status == "happened" and set(t.actors) <= chairs), ())


def _doers(telling: Telling, near: Sequence[Telling]) -> tuple[str, ...]:
    """Who did what somebody judges: "branded *the exit* a disgrace", "called *his accuser's* words scandalous", "*her words*"."""
    said = set(re.findall(r"[a-z]+", telling.span.text.lower()))
    if said & ACCUSERS:
        return next((t.actors for t in near if set(telling.actors) & set(t.targets)), ())
    types = {type for type, words in DEEDS.items() if said & words} or SAID
    others = (t for t in near if set(t.actors) - set(telling.actors) and t.status == "happened")
    return next((t.actors for t in others if t.type in types), ())


def _owned(telling: Telling) -> bool:
    """Whether it is one person's deed that is judged: "called *his outburst* shameful", not "called the outburst shameful"."""
    said = re.findall(r"[a-z]+", telling.span.text.lower())
    behind = (said[n + 1 : n + 3] for n, word in enumerate(said) if word in {"his", "her"})
    return any({word, word.removesuffix("s")} & lexicon.words("people", "deeds") for words in behind for word in words)


def _owners(telling: Telling, near: Sequence[Telling], cast: Cast) -> Sequence[Telling]:
    """What one person did whose deed may be judged: nobody's but his own where he says so with an apology."""
    sorry = any(t.type == "withdrawal" and (t.sentence, t.actors) == (telling.sentence, telling.actors) for t in near)
    return [t for t in near if not sorry and all(cast.get(id).kind != "group" for id in t.actors)]


@lexicon.per_codebook
def _implied() -> dict[str, str]:
    """For each rule who is meant where it names no target."""
    return {f"{rule.type}/{rule.name}": rule.implied_target for rule in lexicon.rules()}


def _answered(telling: Telling, before: Sequence[Telling], cast: Cast) -> tuple[str, ...]:
    """Who did what an objection or a refusal answers; the noise that words drew is not what is complained of, but the words."""
    near = [t for t in reversed(before) if 0 < telling.at - t.at < NEAR and not (t.type == "heckle" and _drawn(t, cast))]
    wanted, at_once = ANSWERS.get(telling.type, set()), ANSWERS_AT_ONCE.get(telling.type, set())
    worded = bool(at_once) and WORDS.search(telling.span.text) is not None
    elsewhere = not worded and ABOUT.search(telling.span.text) is not None  # "a point of order about the air conditioning"
    reach = NEAR if worded else 0 if elsewhere else AT_ONCE
    near = [t for t in near if not worded or t.type in wanted or not _of_crowd(t, cast)]
    found = (t.actors for t in near if t.type in wanted or (t.type in at_once and telling.at - t.at < reach))
    return next((ids for ids in found if not worded or not set(ids) & set(telling.actors)), ())


def _drawn(telling: Telling, cast: Cast) -> bool:
    """Whether it is the wordless noise of a crowd at somebody who spoke: "called her a liar, *drawing jeers from Labour MPs*"."""
    return _of_crowd(telling, cast) and bool(telling.targets) and telling.quote is None


def _of_crowd(telling: Telling, cast: Cast) -> bool:
    """Whether only groups do something."""
    return all(cast.get(id).kind == "group" for id in telling.actors if id in cast.by_id)


def _rebuked(telling: Telling, before: Sequence[Telling], cast: Cast) -> tuple[str, ...]:
    """Whom the chair is dealing with: the target of its last act, else whoever was named last."""
    near = [t.targets for t in before if t.targets and t.type in CHAIRS_OWN and 0 <= telling.at - t.at < NEAR]
    if near and (singled := _singled(before, near[-1], telling, cast)):
        return singled
    if near:
        return next((ids for ids in reversed(near) if len(ids) == 1 and cast.get(ids[0]).kind == "person"), near[-1])
    others = (a for a in cast.actors if a.id not in cast.chairs and not roles.is_servant(cast, a.id))
    people = [a for a in others if a.kind == "person" or a.party]
    places = [(span.end, a.id) for a in people for span in a.mentions if 0 <= telling.at - span.end < NEAR]
    last = max(places)[1] if places else ""
    rows = (t for t in reversed(before) if t.type in UNRULY and 0 <= telling.at - t.at < NEAR)
    suffered = next((t.actors for t in rows if last in t.targets and t.actors), ())  # "Hale heckled *Lind*. A caution followed"
    return suffered or ((last,) if last else ())


def _singled(before: Sequence[Telling], last: tuple[str, ...], telling: Telling, cast: Cast) -> tuple[str, ...]:
    """The one person named since the chair spoke to all: "Members were to be quiet. *Hale* still stood. 'Sit down,' it said"."""
    if any(cast.get(id).kind == "person" for id in last):
        return ()
    since = next(t.span.end for t in reversed(before) if t.targets == last and t.type in CHAIRS_OWN)
    named = [a.id for a in cast.actors if a.kind == "person" and any(since <= m.start < telling.span.start for m in a.mentions)]
    others = [id for id in named if id not in cast.chairs and not roles.is_servant(cast, id)]
    return tuple(others) if len(others) == 1 else ()


def answering(tellings: Sequence[Telling], every: Sequence[Telling]) -> tuple[Telling, ...]:
    """Without the yes or no of those to whom nothing was put: "He did" takes a word back only where he was told to.

    Of *every* telling also those count that belong to another: "urged her to reflect and *asked her to withdraw*"."""
    asked, own = _needing("asked"), _needing("own offence")
    kept = (t for t in tellings if t.rule not in asked or _was_asked(t, every))
    return tuple(t for t in kept if t.rule not in own or _offended(t, every) or _was_asked(t, every))


def _needing(need: str) -> set[str]:
    """The rules that ask for something told before."""
    return {f"{rule.type}/{rule.name}" for rule in lexicon.rules() if need in rule.needs}


def _was_asked(telling: Telling, before: Sequence[Telling]) -> bool:
    """Whether the last thing put to whoever acts here was to take something back: "The Speaker told him to withdraw. *He did*."""
    put = [t for t in before if t.type in CHAIRS_OWN | {"point_of_order"} and 0 <= telling.at - t.at < NEAR]
    if put and put[-1].rule in TO_WITHDRAW and (set(telling.actors) & set(put[-1].targets) or COMPLIED.search(telling.span.text)):
        return telling.sentence - put[-1].sentence < 2  # whoever complies was told to
    own = [t for t in put if set(telling.actors) & set(t.targets)]
    last = (t.span.text.lower() for t in own if t.sentence == own[-1].sentence)
    text = " ".join(word for said in last for word in re.findall(r"[a-z]+", said))
    return any(f" {word} " in f" {text} " for word in lexicon.words("repeats", "taken_back"))


def _offended(telling: Telling, before: Sequence[Telling]) -> bool:
    """Whether the last told of who acts here are words that can be taken back, and not that he has to go: "*He withdrew*"."""
    own = set(telling.actors)
    near = [t for t in before if 0 < telling.at - t.at < NEAR and t.status == "happened" and own & {*t.actors, *t.targets}]
    deeds = [t for t in near if own & set(t.actors)]
    return bool(deeds) and deeds[-1].type in SAID and not any(t.type == "ejection" and own & set(t.targets) for t in near)


def tied(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Without the votes on something else: a bare "motion" is the incident's only where one was told before it."""
    bare, late = _needing("incident"), _needing("ruled")
    kept: list[Telling] = []
    raised = {(t.sentence, t.actors) for t in tellings if t.type == "point_of_order"}
    for telling in tellings:
        if telling.type == "objection" and telling.actors and (telling.sentence, telling.actors) in raised:
            continue  # "objected to the word and asked for a ruling" is one complaint
        if telling.rule in late and not _ruled(telling, kept):
            continue
        own = {telling.type} if telling.type == "no_confidence_request" else ASKED | VOTED_ON | {"ruling"}
        near = (t for t in kept if t.type in own and 0 <= telling.at - t.at < 2 * NEAR)
        if telling.rule not in bare or any(near):
            kept.append(telling)
    return tuple(kept)


def _ruled(telling: Telling, before: Sequence[Telling]) -> bool:
    """Whether the last thing told, but for what others object to it, is an act of the chair: "*begged to differ*" from that."""
    near = [t for t in before if 0 < telling.at - t.at < NEAR and t.type not in {"objection", "walkout"}]
    if not near or near[-1].type not in CHAIRS_OWN or near[-1].status != "happened":
        return False
    asks_why = telling.rule == "objection/why-the-ruling"
    return asks_why or bool(set(telling.actors) & set(near[-1].targets)) or OF_A_RULING.search(telling.span.text) is not None


def seated(tellings: tuple[Telling, ...], cast: Cast) -> tuple[tuple[Telling, ...], Cast]:
    """Put the presiding officer where the text leaves the doer unsaid: the one the article names, else "Speaker"."""
    if not any(roles.CHAIR in (*t.actors, *t.targets, t.source) for t in tellings):
        return tellings, cast
    acting = {id for t in tellings if t.type in CHAIRS_OWN for id in t.actors if id in cast.chairs}
    seats = acting if len(acting) == 1 else cast.chairs  # where one of several chairs acts, it is he who has the chair
    sitting = max((a for a in cast.actors if a.id in seats), key=_presides, default=None)
    if sitting is None:
        sitting = Actor("speaker", "Speaker", "office", ("Speaker",), "Speaker")
        cast = replace(cast, actors=(*cast.actors, sitting), chairs=cast.chairs | {"speaker"})
    swap = {roles.CHAIR: sitting.id}

    def named(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(swap.get(id, id) for id in ids))

    return tuple(
        replace(t, actors=named(t.actors), targets=named(t.targets), source=swap.get(t.source or "", t.source)) for t in tellings
    ), cast


def _presides(actor: Actor) -> tuple[bool, bool, int]:
    """How likely a chair has the chair: a Speaker before a committee's chairman, the Speaker before a deputy."""
    office = (actor.role or actor.name).lower()
    return "speaker" in office or "presiding" in office, "deputy" not in office, len(actor.mentions)


def by_members(found: tuple[Telling, ...], cast: Cast) -> tuple[Telling, ...]:
    """What only people do, a party's members do where they are told of: "the *JSD* walked out" (CODEBOOK, hard case 20)."""
    groups = [actor for actor in cast.actors if actor.kind == "group" and actor.party]
    told = [(actor, actor.name.lower().split()) for actor in groups]
    heads, few = lexicon.words("offices", "member_groups"), lexicon.words("people", "few")
    short = [(actor, name) for actor, name in told if name[-1] in heads and len(name) < 4]
    short += [(actor, name) for actor, name in told if name[0] in heads and name[1:2] in (["of"], ["from"])]
    members = [actor for actor, name in short if name[0] not in few]
    swap: dict[str, str] = {}
    for party in (actor for actor in groups if actor not in members):
        own = [a.id for a in members if lexicon.party(a.party or "") == lexicon.party(party.party or "")]
        if len(own) == 1 and lexicon.party(party.name) == lexicon.party(party.party or ""):
            swap[party.id] = own[0]
    return tuple(
        replace(t, actors=tuple(dict.fromkeys(swap.get(id, id) for id in t.actors))) if t.type in BY_MEMBERS else t for t in found
    )
