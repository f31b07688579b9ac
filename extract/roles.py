"""Who stands in which role: from a frame's tokens, from what is quoted, from whom the text shows, to actors of the cast."""

from __future__ import annotations

from collections.abc import Callable

from extract import barbs, claims, complaints, exchanges, floor, grammar, grievances, lexicon, motions, spoken, together
from extract.context import Reading, joined, standing_for
from extract.grammar import Frame
from extract.lexicon import Rule
from extract.naming import Cast
from extract.roster import FROM_ROSTER
from extract.spoken import asked_of, blamed, content_targets, outsider, prompters, quoted_members, quoted_targets, vocatives
from extract.trailing import after_preposition
from extract.tree import Token

SUFFERING = {"him", "her", "them", "he", "she", "they"}
DEEDS = {"what", "that", "this", "which", "it", "all"}
CHAIR = "@chair"  # the presiding officer, when the text leaves the doer unsaid (CODEBOOK, hard case 9)
OPEN = "@open"  # somebody whom a pronoun means, of whom the text leaves open who it is: an act on somebody all the same


def fill(reading: Reading, roles: tuple[str, ...], frame: Frame) -> list[str]:
    """The actors in the first role that has any; roles joined by "+" are taken together."""
    for role in roles:
        ids: list[str] = []
        for part in role.split("+"):
            ids += [id for id in in_role(reading, part, frame) if id not in ids]
            if part == "agent" and not ids and frame.agents:
                break  # "*A shout* followed him to the door": nobody did it with him
        if ids:
            return ids
    return []


def in_role(reading: Reading, role: str, frame: Frame) -> list[str]:
    """The actors in one role of a frame."""
    if (found := IN_WORDS.get(role)) is not None:
        return found(reading, frame)
    head, _, rest = role.partition(".")
    if head == "complement":
        inner = [grammar.verb_frame(c) for c in frame.complements]
        return [id for f in inner for id in in_role(reading, rest, f)]
    tokens = SLOTS[head](frame) if head in SLOTS else frame.obliques(head)
    if head in {"agent", "patient"}:
        tokens = own_words(reading, frame, tuple(tokens)) or (cited(reading, frame) if head == "agent" else ())
    if head == "at":
        tokens = tuple(t for t in tokens if grammar.lemma(t) not in lexicon.words("people", "occasions"))  # where, not at whom
    if head == "from":
        if any(t.lower_ == "sides" for t in tokens):
            return []  # "jeered from all *sides*"
        tokens = tuple(next((c for c in t.children if (c.tag_, t.tag_) == ("PRP$", "NN")), t) for t in tokens)  # "*his* bench"
    tokens = tuple(t for t in tokens if not grammar.instead(t))
    if any(exchanges.reciprocal(t) for t in tokens):
        tokens = frame.agents
    every = _all_of(reading.cast, tokens)
    if every and head == ("patient" if frame.voice in {"passive", "agentless"} else "agent"):
        every += [id for id in _all_of(reading.cast, together.with_them(frame)) if not is_servant(reading.cast, id)]
    ids = list(dict.fromkeys(every))
    if not ids and head in {"patient", "recipient"} and any(_open(reading.cast, t) for t in tokens):
        return [OPEN]
    return ids if ids or head in SLOTS else after_preposition(reading, frame, head)


def _all_of(cast: Cast, tokens: tuple[Token, ...]) -> list[str]:
    """All that some phrases stand for, each with those of its list."""
    return [id for t in tokens for id in (*together.beside(cast, t), *standing_for(cast, t), *joined(cast, t))]


def told_or_addressed(reading: Reading, frame: Frame) -> list[str]:
    """Whom quoted words are said to: whoever is told them, else whomever they address; who is to see to it is not meant."""
    told = list(dict.fromkeys(id for t in frame.patients for id in standing_for(reading.cast, t)))
    return [id for id in told or vocatives(reading, frame) if not is_servant(reading.cast, id)]


def removed(reading: Reading, frame: Frame) -> list[str]:
    """Who has to go: whoever is told to, or whom the servants are told to take out: "asked the marshals to remove *her*"."""
    tokens = (*frame.patients, *frame.recipients)
    told = [id for t in tokens for id in _they(reading.cast, t)]
    led = [id for c in frame.complements for id in in_role(reading, "patient", grammar.verb_frame(c))]
    served = told and all(is_servant(reading.cast, id) for id in told)
    found = led if served else told
    behind = tuple(t for t in together.with_them(frame) if frame.voice != "active" or t.i > frame.token.i)
    found = [*found, *_all_of(reading.cast, behind)] if found else found
    return list(dict.fromkeys(found)) or ([OPEN] if any(_open(reading.cast, t) for t in tokens) else [])


def _they(cast: Cast, token: Token) -> list[str]:
    """Those a phrase names themselves, not the owner of what it names: "removed *Hale* and Lind", "*both* of them"."""
    some = token.pos_ in {"DET", "NUM", "PRON"}
    of_them = (id for c in token.children if some and grammar.preposition(c) == "of" for id in cast.all_at(c))
    return [*together.beside(cast, token), *cast.all_at(token), *joined(cast, token)] or list(of_them)


def _claimed(reading: Reading, frame: Frame) -> list[str]:
    """Whose word it is, as a role."""
    return [id for id in [claims.claimant(reading, frame, ())] if id is not None]


# Roles that slots of the frame fill, and roles that words fill; any other is a preposition.
SLOTS: dict[str, Callable[[Frame], tuple[Token, ...]]] = {
    "agent": lambda frame: frame.agents,
    "patient": lambda frame: (*frame.patients, *frame.recipients),
    "recipient": lambda frame: frame.recipients,
    "possessor": lambda frame: frame.possessors,
    "self": lambda frame: tuple(grammar.same(frame.token)),
    "subject": lambda frame: tuple(t for t in grammar.subjects(frame.governor) if t != frame.token),
}
IN_WORDS: dict[str, Callable[[Reading, Frame], list[str]]] = {
    "quoted": quoted_targets,
    "quoted_member": quoted_members,
    "content": content_targets,
    "blamed": blamed,
    "asked": asked_of,
    "claimant": _claimed,
    "complained": grievances.grieved,
    "bound": complaints.bound,
    "unseated": motions.unseated,
    "prompter": prompters,
    "spoken to": floor.spoken_to,
    "dealt with": floor.dealt_with,
    "addressed": told_or_addressed,
    "stung": barbs.stung,
    "spoken of": barbs.spoken_of,
    "faced": barbs.faced,
    "asked about": barbs.asked_about,
    "removed": removed,
    "followed": grievances.followed,
    "signed": motions.signed,
}


def cited(reading: Reading, frame: Frame) -> tuple[Token, ...]:
    """Who says the words quoted with a verb that the parser left without a subject: "'Shame!' cried *MPs* as Hale spoke"."""
    if frame.kind != "verb" or own_words(reading, frame, frame.agents):
        return ()
    return tuple(said.speaker for said in reading.said_by(frame.token) if said.speaker is not None)[:1]


def own_words(reading: Reading, frame: Frame, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "'*Prime Minister*, sit down,' *Hale* yelled": whoever stands in the quoted words does not say them."""
    quote = reading.document.quote_at
    own = tuple(t for t in tokens if quote(t.idx) is None or quote(t.idx) == quote(frame.token.idx))
    begun = (t for t in tokens if t.dep_ == "obj" and t.left_edge.lower_ in {"a", "an"} and quote(t.left_edge.idx) is None)
    return own or tuple(begun)  # "denounced *a 'minister* of the rich'"


def _open(cast: Cast, token: Token) -> bool:
    """Whether a token is a pronoun for a person that was not resolved."""
    words = [token.lower_, *(c.lower_ for c in token.children if c.dep_ == "nmod")]  # "both of *them*"
    personal = any(w in lexicon.words("people", key) or w == "them" for w in words for key in ("male_words", "female_words"))
    return personal and not cast.all_at(token)


def implied_target(reading: Reading, rule: Rule, frame: Frame) -> list[str]:
    """A target the clause does not name: the words called out address them, or the text shows them to be speaking."""
    if rule.implied_target in {"asker", "complained of", "voted on", "doer", "nobody"}:
        return []  # whom the acts before it show: `answers` looks for them
    if rule.implied_target == "rebuked" and not rule.said:
        return []  # "removed the umbrella": no act on somebody, unless a pronoun stands for one
    if rule.implied_target == "quoted":
        return quoted_targets(reading, frame)
    shown = barbs.cried_at(reading, frame) if rule.type == "heckle" else floor.speaking(reading, frame)
    return [id for id in shown if not is_servant(reading.cast, id)]  # "*Sergeant*, remove the gentleman": who is to do it


def sides(reading: Reading, rule: Rule, frame: Frame) -> tuple[list[str], list[str]]:
    """Who acts and who suffers it, as far as the clause says; in "traded insults" and "shouted at each other" all do both."""
    actors = [id for id in fill(reading, rule.actor, frame) if id != OPEN]
    if not actors and "actor" in rule.needs and not (rule.mutual or rule.implied):
        return [], []  # no act then, whoever would suffer it
    targets = fill(reading, rule.target, frame)
    if rule.type == "heckle" and not targets and floor.cut_short(frame):
        targets = floor.speaking(reading, frame)
    if rule.type == "walkout" and not targets:
        targets = grievances.walked_out_on(reading, frame)
    if "removed" in rule.target and set(actors) - set(targets):  # "removed Hale *along with Lind*", who goes too
        actors = [id for id in actors if id not in targets]
    if targets and not set(targets) - set(actors) and any(t.lower_ in SUFFERING for t in frame.patients):
        targets = [OPEN]  # "the Speaker, who threw *her* out": nobody of whom the clause already speaks
    if rule.type == "heckle" and actors and (back := exchanges.answering(reading, frame, actors)):
        both = list(dict.fromkeys([*actors, *back]))
        return both, both
    tokens = [*frame.patients, *(t for role in rule.target for t in frame.obliques(role))]
    if not rule.mutual and not any(exchanges.reciprocal(t) for t in tokens):
        fought = rule.type == "scuffle"  # "came to blows on the floor *of the House*"
        own = {reading.cast.side(id) for id in actors} - {None}  # no side does it to its own
        targets = [t for t in targets if t not in actors and reading.cast.side(t) not in own]
        return actors, [t for t in targets if not (fought and is_a(reading.cast, t, "house"))]
    every = [id for id in dict.fromkeys([*actors, *targets]) if not is_a(reading.cast, id, "house")]
    alone = len(every) == 1 and is_a(reading.cast, every[0], "person")
    return every, [] if alone else every


def has_doer(rule: Rule, frame: Frame) -> bool:
    """Whether somebody else is said to do it: "received a warning *from her doctor*"."""
    if frame.kind == "verb":
        return not all(is_deed(t) for t in frame.agents)
    outside = [] if frame.carried else [t for t in grammar.subjects(frame.governor) if t != frame.token]
    told = (*frame.agents, *frame.possessors, *frame.obliques("from"), *frame.obliques("by"), *outside)
    return "doer" in rule.needs and bool(told)


def refused(reading: Reading, rule: Rule, frame: Frame, actors: list[str], targets: list[str]) -> str:
    """Why the actors found may not fill a rule's roles; empty where they may."""
    cast = reading.cast
    if "doer" in rule.needs and frame.agents and not actors and all(t.tag_ in {"NN", "NNS"} for t in frame.agents):
        return "who does it is nobody of this House"  # "The minister was drowned out by the bells"
    if "out of turn" in rule.needs and floor.holds_the_floor(reading, frame):
        return "whoever does it has the floor"
    if rule.voice == "agentless" and frame.kind == "noun" and not rule.actor and after_preposition(reading, frame, "from"):
        return "somebody is said to do it"  # "drew shouts of 'Traitor!' *from Labour deputies*"
    for role, ids, kinds in (("actor", actors, rule.actor_is), ("target", targets, rule.target_is)):
        if role in rule.needs and not ids:
            return f"nobody is found {'who does it' if role == 'actor' else 'to whom it is done'}"
        if kinds and not all(any(is_a(cast, id, kind) for kind in kinds) for id in ids):
            return f"{'who does it' if role == 'actor' else 'to whom it is done'} is not {' or '.join(_kinds(kinds))}"
    presiding = [id for id in targets if id in cast.chairs and FROM_ROSTER not in (cast.get(id).role or "")]
    if rule.type == "ejection" and targets and presiding == targets:
        return "nobody puts out the chair"
    alone = frame.voice == "agentless" and not frame.obliques("from")
    if rule.type == "ejection" and alone and frame.lemma in reading.party_matters:
        return "it is a party that one was put out of"
    if rule.type == "attack" and any(id in cast.by_id and outsider(reading, id) for id in actors):
        return "who says it has no voice in a debate"
    if rule.type == "attack" and "target" in rule.needs and spoken.bystanders(reading, frame, targets):
        return "it is about people at large"
    if any(is_a(cast, id, kind) for id in actors for kind in rule.never_actor):
        return f"who does it is {' or '.join(_kinds(rule.never_actor))}, of whom it does not speak"
    return ""


def _kinds(kinds: tuple[str, ...]) -> list[str]:
    """Kinds of actor as a reader says them."""
    return [f"the {kind}" if kind in {"chair", "house"} else f"an {kind}" if kind == "office" else f"a {kind}" for kind in kinds]


def is_put_to(reading: Reading, rule: Rule, frame: Frame) -> bool:
    """Whether what is asked is put to somebody of a kind: "asked *the Speaker* to rule"."""
    cast = reading.cast
    return any(is_a(cast, id, kind) for id in complaints.put_to(reading, frame) for kind in rule.put_to)


def is_deed(token: Token) -> bool:
    """Whether what stands as doer is a thing done or said, which somebody else answers: "*That remark* had him on his way"."""
    return token.lower_ in DEEDS or token.tag_ == "VBG" or grammar.lemma(token) in lexicon.words("people", "deeds")


def is_servant(cast: Cast, id: str) -> bool:
    """Whether an actor carries out what the chair orders: "by the *serjeant-at-arms*", "by *security guards*"."""
    name = cast.get(id).name.lower() if id != CHAIR else ""
    ranked = any(name.startswith(f"{word} ") for word in lexicon.words("offices", "in_uniform"))
    return ranked or any(name == word or name.endswith(f" {word}") for word in lexicon.words("offices", "servants"))


def by_servants(cast: Cast, frame: Frame, actors: list[str]) -> bool:
    """Whether it is servants who do it, in the cast or not: "by *security guards*", "by *an usher*"."""
    if actors or not frame.agents:
        return bool(actors) and all(is_servant(cast, id) for id in actors)
    return frame.kind == "verb" and all(t.lower_ in lexicon.words("offices", "servants") for t in frame.agents)


def is_a(cast: Cast, id: str, kind: str) -> bool:
    """Whether an actor is of a kind that rules speak of."""
    if id == CHAIR:
        return kind in {"chair", "person", "office", "servant"}
    if id == OPEN:
        return kind in {"person", "member"}
    actor = cast.get(id)
    if kind in {"chair", "servant"}:
        return id in cast.chairs if kind == "chair" else is_servant(cast, id)
    if kind == "house":
        return actor.kind == "group" and not actor.party and actor.name.lower() in lexicon.words("offices", "houses")
    if kind == "party":
        return actor.kind == "group" and bool(actor.party)
    if kind == "member":
        return id not in cast.chairs and not is_a(cast, id, "house")
    if kind == "person" and actor.kind == "office":
        return actor.name.lower().split()[-1] in lexicon.words("offices", "ranks")  # "the Carrow MP"
    return actor.kind == kind and not (kind == "group" and is_a(cast, id, "house"))
