"""Each rule that fires: who, whom, when, status, claimant and the words. Rules say frames; this file only matches them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Token

from extract import grammar, lexicon, quotations
from extract.actors import Cast
from extract.document import Document
from extract.grammar import Frame
from extract.lexicon import Rule
from extract.quotations import Speech
from extract.types import Actor, Telling

CHAIR = "@chair"  # the presiding officer, when the text leaves the doer unsaid (CODEBOOK, hard case 9)
AGAIN = {"another", "further", "more", "second", "third", "fresh", "renewed", "again"}
# Acts that can be threatened or scheduled; a remark that only might be made is nobody's act.
CAN_BE_PLANNED = {"ejection", "walkout", "point_of_order", "no_confidence_request", "decision", "scuffle"}
# What a request, an order or a refusal is about belongs to it (CODEBOOK, hard cases 2 and 4).
OWNS = {
    ("ruling", "withdrawal"), ("point_of_order", "withdrawal"), ("point_of_order", "ruling"), ("point_of_order", "ejection"),
    ("intervention", "withdrawal"), ("decision", "withdrawal"), ("ejection", "walkout"), ("point_of_order", "intervention"),
}
ANSWERS = {"objection": {"ruling", "ejection", "intervention"}, "decision": {"no_confidence_request"}}
OWNED_BY = ("of", "by", "from")
LEAD = 1  # paragraphs that sum the article up before it tells; headline lines are read as titles
LONGEST = 300  # characters of a telling; the scorer accepts none over 400


@dataclass(frozen=True)
class Reading:
    """What the rules read from: the parsed article, its cast and its quotations."""

    document: Document
    cast: Cast
    speeches: tuple[Speech, ...]

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """All frames of the article, in reading order."""
        return tuple(grammar.frames(iter(self.document.doc)))


def find_tellings(document: Document, cast: Cast) -> tuple[tuple[Telling, ...], Cast]:
    """All tellings of an article in reading order, and the cast with the chair added where it is only implied."""
    if not document.sitting:
        return (), cast
    reading = Reading(document, cast, quotations.attribute(document))
    found = [(frame, t) for frame in reading.frames if (t := read_frame(reading, frame)) is not None]
    return _seat_chair(tuple(_answered(list(_absorb(found)))), cast)


def read_frame(reading: Reading, frame: Frame) -> Telling | None:
    """What a frame tells: the first rule that fits, the more demanding ones asked first."""
    if reading.document.quote_at(frame.token.idx) is not None and not _scare(reading, frame.token):
        return None
    for rule in candidates(frame):
        telling = apply(reading, rule, frame)
        if telling is not None:
            return telling
    return None


def _scare(reading: Reading, token: Token) -> bool:
    """Whether a quotation is only a word or two of the reporter's own sentence."""
    quote = reading.document.quote_at(token.idx)
    return quote is not None and len(reading.document.text[quote.start : quote.end].split()) <= 2


def candidates(frame: Frame) -> list[Rule]:
    """The rules that name a frame's predicate, most demanding first."""
    return [rule for rule in _sorted_rules() if names(rule, frame)]


def _sorted_rules() -> list[Rule]:
    return sorted(lexicon.rules(), key=lambda r: -demands(r))


def demands(rule: Rule) -> int:
    """How much a rule asks for beyond its verb."""
    asked = (rule.object, rule.complement, rule.about, rule.prepositions, rule.actor_is, rule.target_is, rule.needs)
    return sum(bool(part) for part in asked) + (rule.scene == "outside")


def names(rule: Rule, frame: Frame) -> bool:
    """Whether a rule's verbs or nouns name the predicate: "throw out" wants its particle."""
    if frame.kind == "noun":
        return any(_noun_is(frame.token, noun) for noun in rule.nouns)
    for verb in rule.verbs:
        lemma, _, particle = verb.partition(" ")
        if lemma == frame.lemma and (not particle or particle in frame.particles):
            return True
    return False


def _noun_is(token: Token, noun: str) -> bool:
    """Whether a token heads that noun phrase, however it is hyphened: "walk-out", "walkout", "point of order"."""
    parts = noun.split()
    head = parts[0] if "of" in parts else parts[-1]
    if head not in {grammar.lemma(token), token.lower_} and token.lower_ != "".join(parts):
        return False
    around = token.doc[max(0, token.i - 2 * len(parts)) : token.i + 2 * len(parts)]
    text = " ".join(grammar.lemma(t) for t in around if t.text != "-")
    return bool(re.search(rf"\b{re.escape(noun)}\b", text)) or grammar.lemma(token) == "".join(parts)


def apply(reading: Reading, rule: Rule, frame: Frame) -> Telling | None:
    """The telling that a rule makes of a frame; None where something it asks for is missing."""
    if not slots_fit(rule, frame) or not _in_scene(reading, rule, frame):
        return None
    actors = fill(reading, rule.actor, frame)
    targets = [t for t in fill(reading, rule.target, frame) if t not in actors]
    if not actors and rule.implied == "chair":
        actors = [CHAIR]
    if not targets and rule.implied_target:
        targets = [t for t in implied_target(reading, rule, frame) if t not in actors]
    if not allowed(reading, rule, actors, targets):
        return None
    return _telling(reading, rule, frame, tuple(actors), tuple(targets))


def _telling(reading: Reading, rule: Rule, frame: Frame, actors: tuple[str, ...], targets: tuple[str, ...]) -> Telling:
    """The value, with status, source, quote, place and how it refers."""
    document = reading.document
    sentence = document.sentence_numbers[frame.token.i]
    quote = quote_near(reading, frame, actors)
    words = {t.lower_ for t in frame.token.subtree} if frame.kind == "noun" else {c.lower_ for c in frame.token.children}
    return Telling(
        type=rule.type,
        span=clause_span(document, frame),
        rule=f"{rule.type}/{rule.name}",
        at=frame.token.idx,
        voice=frame.voice,  # type: ignore[arg-type]
        actors=actors,
        targets=targets,
        source=claimant(reading, frame, actors),
        status=rule.status or grammar.status(frame),  # type: ignore[arg-type]
        quote=quote,
        place=document.places[sentence],
        recap=rule.recap or is_recap(frame),
        lead=document.paragraph_of(frame.token.idx) < LEAD and len(document.paragraphs) > 2 * LEAD,
        again=bool(words & AGAIN),
        confidence=rule.confidence,
    )


def is_recap(frame: Frame) -> bool:
    """ "the *outburst*", "his *ejection*": a noun that takes its act as known."""
    if frame.kind != "noun" or frame.voice != "nominal":
        return False
    first = {c.lower_ for c in frame.token.children if c.dep_ == "det"}
    return bool(first & {"the", "this", "that", "these"}) or bool(frame.possessors)


# slots


def slots_fit(rule: Rule, frame: Frame) -> bool:
    """Whether object, complement, phrases and words that a rule asks for are there, and those it refuses are not."""
    if rule.voice and rule.voice != frame.voice:
        return False
    if rule.object and not any(_says(t, rule.object) for t in (*frame.patients, *_bare_objects(frame))):
        return False
    if rule.complement and not any(_complement_is(t, rule.complement) for t in frame.complements):
        return False
    clause = _clause_text(frame)
    if rule.about and not any(_holds(clause, phrase) for phrase in rule.about):
        return False
    if any(_holds(clause, phrase) for phrase in rule.without):
        return False
    return all(any(_says(t, words) for t in frame.obliques(prep)) for prep, words in rule.prepositions)


def _bare_objects(frame: Frame) -> tuple[Token, ...]:
    return tuple(c for c in frame.token.children if c.dep_ in {"obj", "nsubj:pass", "xcomp", "obl"})


def _complement_is(head: Token, lemmas: tuple[str, ...]) -> bool:
    """Whether a clause is one of those verbs, with its particle: "back down"."""
    found = grammar.particles(head)
    for lemma in lemmas:
        verb, _, particle = lemma.partition(" ")
        if grammar.lemma(head) == verb and (not particle or particle in found):
            return True
    return False


def _says(token: Token, words: tuple[str, ...]) -> bool:
    """Whether the phrase of a token holds one of some phrases; "*" is any phrase."""
    if "*" in words:
        return True
    text = _plain(token.subtree)
    return any(_holds(text, word) for word in words)


def _plain(tokens: Iterator[Token]) -> str:
    """Words and lemmas as one plain line without hyphens, each lemma where it differs behind its word."""
    return " ".join(t.lower_ for t in tokens if t.text != "-") + " "


def _holds(text: str, phrase: str) -> bool:
    return re.search(rf"\b{re.escape(phrase)}\b", text) is not None


def _clause_text(frame: Frame) -> str:
    """The plain words of the predicate and all that hangs on it, with those of the verb that carries a noun."""
    head = frame.token if frame.kind == "verb" else frame.governor
    tokens = [t for t in head.subtree]
    return _plain(iter(tokens)) + _plain(frame.token.subtree)


# scene


def _in_scene(reading: Reading, rule: Rule, frame: Frame) -> bool:
    """Whether the passage plays where the rule can be meant."""
    place = reading.document.places[reading.document.sentence_numbers[frame.token.i]]
    if rule.scene == "inside":
        return place in {"inside", "entrance"}
    if rule.scene == "outside":
        return place == "outside"
    return True


# roles


def fill(reading: Reading, roles: tuple[str, ...], frame: Frame) -> list[str]:
    """The actors in the first role that has any; roles joined by "+" are taken together."""
    for role in roles:
        ids: list[str] = []
        for part in role.split("+"):
            ids += [id for id in in_role(reading, part, frame) if id not in ids]
        if ids:
            return ids
    return []


def in_role(reading: Reading, role: str, frame: Frame) -> list[str]:
    """The actors in one role of a frame."""
    if role == "quoted":
        return quoted_targets(reading, frame)
    if role == "content":
        return content_targets(reading, frame)
    if role == "asked":
        return asked_of(reading, frame)
    if role == "prompter":
        return prompters(reading, frame)
    head, _, rest = role.partition(".")
    if head == "complement":
        inner = [grammar.verb_frame(c) for c in frame.complements]
        return [id for f in inner for id in in_role(reading, rest, f)]
    simple = {"agent": frame.agents, "patient": frame.patients, "recipient": frame.recipients, "possessor": frame.possessors}
    tokens = simple[head] if head in simple else frame.obliques(head)
    return list(dict.fromkeys(id for t in tokens if (id := who(reading.cast, t)) is not None))


def who(cast: Cast, token: Token) -> str | None:
    """The actor a phrase stands for: itself, or whose it is: "*Mr Hale's* comments", "the remarks *of Hale*"."""
    if (own := cast.at(token)) is not None:
        return own
    for child in token.children:
        if child.dep_.startswith("nmod:poss") and (owner := cast.at(child)) is not None:
            return owner
    for child in token.children:
        if child.dep_.startswith("nmod") and grammar.preposition(child) in OWNED_BY and (owner := cast.at(child)) is not None:
            return owner
    return None


def implied_target(reading: Reading, rule: Rule, frame: Frame) -> list[str]:
    """A target the clause does not name: whoever it shows to be speaking, or the words called out address."""
    if rule.implied_target == "quoted":
        return quoted_targets(reading, frame)
    found = [s for c in frame.governor.children if c.dep_ == "advcl" and any(m.lower_ in {"as", "while", "when"} for m in c.children) for s in grammar.subjects(c)]
    found += list(frame.obliques("during"))
    ids = [id for t in found if (id := who(reading.cast, t)) is not None]
    return ids[:1] or quoted_targets(reading, frame)


def asked_of(reading: Reading, frame: Frame) -> list[str]:
    """Whom a complaint is about: "making a point of order, asked that *Mr Hale* withdraw"."""
    verbs = [t for t in frame.token.sent if grammar.lemma(t) in grammar.MANDATIVE and t.pos_ == "VERB"]
    inner = [grammar.verb_frame(c) for verb in verbs for c in grammar.verb_frame(verb).complements]
    return [id for f in inner for t in f.agents if (id := reading.cast.at(t)) is not None and id not in reading.cast.chairs]


def prompters(reading: Reading, frame: Frame) -> list[str]:
    """Whom "you" means: "When *Ms Lind* asked why, he launched an attack: 'You ...'"."""
    said = [t.lower_ for s in speeches_of(reading, frame) for t in quotations.tokens_of(reading.document, s.quote)]
    if not set(said) & lexicon.words("people", "second_words"):
        return []
    clauses = [c for c in frame.governor.children if c.dep_ == "advcl" and any(m.lower_ in {"when", "as", "after"} for m in c.children)]
    return [id for c in clauses for t in grammar.subjects(c) if (id := who(reading.cast, t)) is not None]


def quoted_targets(reading: Reading, frame: Frame) -> list[str]:
    """Whom the quoted words are aimed at: people addressed or parties named in them."""
    ids: list[str] = []
    for speech in speeches_of(reading, frame):
        tokens = quotations.tokens_of(reading.document, speech.quote)
        for token in tokens:
            id = reading.cast.at(token)
            if id is not None and id not in ids and (addressed(token) or party_named(reading.cast, id, token)):
                ids.append(id)
    return ids


def addressed(token: Token) -> bool:
    """ "*Mr Hale*, if you want to ...": a vocative, by its commas."""
    doc = token.doc
    subtree = [t.i for t in token.subtree]
    first, last = token.left_edge.i, min(max(subtree), token.i + 2)
    opens = first == 0 or doc[first - 1].text in {'"', "'", ",", "."}
    closes = any(doc[i].text in {",", "!", '"'} for i in range(token.i + 1, min(last + 2, len(doc))))
    return token.dep_ == "vocative" or (opens and closes and token.dep_ not in {"obj", "obl", "conj"})


def party_named(cast: Cast, id: str, token: Token) -> bool:
    """A party blamed in the quoted words: subject or object of a clause."""
    actor = cast.get(id)
    return actor.kind == "group" and actor.party is not None and token.dep_ in {"nsubj", "obj", "nsubj:pass", "root", "ROOT"}


def content_targets(reading: Reading, frame: Frame) -> list[str]:
    """Whom a statement is about: the subject of what is said, or whose act it judges."""
    ids: list[str] = []
    for complement in frame.complements:
        for token in complement.subtree:
            if not token.dep_.startswith(("nsubj", "obj", "nmod:poss", "obl")) or reading.document.quote_at(token.idx):
                continue
            id = reading.cast.at(token)
            if id is not None and id not in ids:
                ids.append(id)
    return ids


def speeches_of(reading: Reading, frame: Frame) -> list[Speech]:
    """The quotations that belong to a frame: said in its sentence or right after it by the same speaker."""
    document = reading.document
    agents = {id for t in frame.agents if (id := reading.cast.at(t)) is not None}
    here = document.paragraph_of(frame.token.idx)
    out: list[Speech] = []
    for speech in reading.speeches:
        at = document.paragraph_of(speech.quote.start)
        speaker = reading.cast.at(speech.speaker) if speech.speaker is not None else None
        near = at == here or (at == here + 1 and frame.kind == "noun") or (speech.continued and bool(out))
        if near and (speech.cue == frame.token or (speaker is not None and speaker in agents)):
            out.append(speech)
    return out


def quote_near(reading: Reading, frame: Frame, actors: tuple[str, ...]) -> str | None:
    """The quoted words of the act, as they stand in the article."""
    found = speeches_of(reading, frame)
    if not found:
        return None
    quote = found[0].quote
    return reading.document.text[quote.start : quote.end].strip()


# who may be what


def allowed(reading: Reading, rule: Rule, actors: list[str], targets: list[str]) -> bool:
    """Whether the actors found may fill the rule's roles, and all it needs is there."""
    if "actor" in rule.needs and not actors:
        return False
    if "target" in rule.needs and not targets:
        return False
    if rule.actor_is and not all(any(is_a(reading.cast, id, kind) for kind in rule.actor_is) for id in actors):
        return False
    if rule.target_is and not all(any(is_a(reading.cast, id, kind) for kind in rule.target_is) for id in targets):
        return False
    return not (rule.never_actor and any(is_a(reading.cast, id, kind) for id in actors for kind in rule.never_actor))


def is_a(cast: Cast, id: str, kind: str) -> bool:
    """Whether an actor is of a kind that rules speak of."""
    if id == CHAIR:
        return kind in {"chair", "person", "office"}
    actor = cast.get(id)
    if kind == "chair":
        return id in cast.chairs or (actor.kind == "group" and actor.name.lower() in lexicon.words("offices", "houses"))
    if kind == "house":
        return actor.kind == "group" and actor.name.lower() in lexicon.words("offices", "houses")
    if kind == "party":
        return actor.kind == "group" and bool(actor.party)
    if kind == "member":
        return id not in cast.chairs and not is_a(cast, id, "house")
    return actor.kind == kind and not (kind == "group" and is_a(cast, id, "house"))


def claimant(reading: Reading, frame: Frame, actors: tuple[str, ...]) -> str | None:
    """Whose word it is: "*Hale* said that Okoro had shouted at him"."""
    verb = frame.governor
    while verb.head != verb and verb.dep_ in {"ccomp", "xcomp", "conj", "parataxis"}:
        up = verb.head
        if verb.dep_ in {"ccomp", "parataxis"} and grammar.lemma(up) in lexicon.words("speech", "claim"):
            ids = [id for t in grammar.verb_frame(up).agents if (id := reading.cast.at(t)) is not None]
            return ids[0] if ids and ids[0] not in actors else None
        verb = up
    return None


# the whole


def clause_span(document: Document, frame: Frame) -> object:
    """The shortest clause that says it, as a span of the article."""
    keep = frozenset({"ccomp", "xcomp"}) if frame.kind == "verb" else frozenset({"xcomp"})
    heads = [frame.token] if frame.kind == "verb" else [frame.token, frame.governor]
    tokens = [t for head in heads for t in grammar.clause_tokens(head, keep=keep)]
    span = document.span_of(tokens)
    if span.end - span.start > LONGEST:
        span = document.span_of([t for t in grammar.clause_tokens(frame.token) if abs(t.i - frame.token.i) < 20])
    return span


def _absorb(found: list[tuple[Frame, Telling]]) -> Iterator[Telling]:
    """Without those that only say what another act was about, or name it once more in its own clause."""
    told = {frame.token.i: telling for frame, telling in found}
    for frame, telling in found:
        if telling.status not in ("happened", "denied") and telling.type not in CAN_BE_PLANNED:
            continue
        if not any(_belongs(telling, told[up.i]) for up in _above(frame) if up.i in told):
            yield telling


def _above(frame: Frame) -> Iterator[Token]:
    """The predicates in whose clause, complement or participle a predicate stands, outwards."""
    node = frame.token
    while node.head != node:
        if node.dep_ == "conj" and grammar.own_subjects(node):
            return
        node = node.head
        yield node
        yield from (c for c in node.children if c.dep_ in {"conj", "xcomp", "ccomp", "obj"} and c.i < frame.token.i)


def _belongs(inner: Telling, outer: Telling) -> bool:
    """Whether one telling is a part of another: "shouted at him, *accusing* him", "*asked* the Speaker to *rule*"."""
    if inner is outer or inner.at == outer.at:
        return False
    if inner.type == outer.type:
        return inner.type != "heckle" or set(inner.actors) == set(outer.actors)
    if inner.type in {"attack", "reaction", "objection"} and outer.type in {"heckle", "attack", "point_of_order", "no_confidence_request", "reaction", "objection"}:
        return bool(set(inner.actors) & set(outer.actors)) or not inner.actors
    return (outer.type, inner.type) in OWNS


def _answered(tellings: list[Telling]) -> Iterator[Telling]:
    """An objection that names nobody answers the ruling before it; a leave refused, the request for it."""
    for n, telling in enumerate(tellings):
        wanted = ANSWERS.get(telling.type)
        if wanted and not telling.targets:
            before = next((t for t in reversed(tellings[:n]) if t.type in wanted and telling.at - t.at < 700), None)
            if before is not None:
                telling = replace(telling, targets=tuple(a for a in before.actors if a not in telling.actors))
        yield telling


def _seat_chair(tellings: tuple[Telling, ...], cast: Cast) -> tuple[tuple[Telling, ...], Cast]:
    """Put the presiding officer where the text leaves the doer unsaid: the one the article names, else "Speaker"."""
    if not any(CHAIR in t.actors for t in tellings):
        return tellings, cast
    seated = max((a for a in cast.actors if a.id in cast.chairs), key=lambda a: len(a.mentions), default=None)
    if seated is None:
        seated = Actor("speaker", "Speaker", "office", ("Speaker",), "Speaker")
        cast = replace(cast, actors=(*cast.actors, seated), chairs=cast.chairs | {"speaker"})
    swap = {CHAIR: seated.id}
    return tuple(replace(t, actors=tuple(swap.get(a, a) for a in t.actors)) for t in tellings), cast
