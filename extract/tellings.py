"""Each rule that fires: who, whom, when, status, claimant and the words. Rules say frames; this file only matches them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from extract import (
    aftermath,
    answers,
    belonging,
    brawls,
    claims,
    deciding,
    exchanges,
    floor,
    galleries,
    grammar,
    grievances,
    hints,
    leaving,
    matching,
    motions,
    occasions,
    repeats,
    replies,
    roles,
    rows,
    scenes,
    speech,
    spoken,
    statements,
    utterances,
    when,
    whence,
)
from extract.context import Reading
from extract.document import Document
from extract.grammar import Frame
from extract.lexicon import Rule
from extract.naming import Cast
from extract.patience import few
from extract.tree import Token
from extract.types import Span, Telling

# Acts of asking and of making a noise: whoever tries to has done it.
DONE_IN_TRYING = {"point_of_order", "no_confidence_request", "heckle", "objection"}
# Acts that can be threatened or scheduled; a remark that only might be made is nobody's act.
CAN_BE_PLANNED = {"ejection", "walkout", "point_of_order", "no_confidence_request", "decision", "scuffle"}
# What is done again and again within one sitting and is one act all the same.
AT_LENGTH = {"heckle", "objection", "intervention", "scuffle", "ruling"}
# What can only happen in the House, wherever the text has just been.
INDOORS = {"ejection", "walkout", "point_of_order", "ruling", "decision", "intervention", "adjournment", "withdrawal"}
# What stands beside an act under one predicate; so does the point of "on a *point* of order".
QUOTED = "it stands in quoted words"
LONGEST = 300  # characters of a telling; the scorer accepts none over 400


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A rule that names a word and did not fire, and why."""

    rule: str
    span: Span
    reason: str


def find_tellings(document: Document, cast: Cast, *, lone: bool = False) -> tuple[tuple[Telling, ...], Cast]:
    """All tellings of an article in reading order, and the cast with the chair added where it is only implied; statements made
    afterwards only where an act is told that they could be about, unless *lone*."""
    if document.closed:
        return (), cast
    reading = Reading(document, cast, speech.attribute(document))
    spoken_acts = dict(_uttered(reading))
    told = _answered(reading, spoken_acts, lone)
    done = {telling.at for telling in told}
    if idle := {i for i, (f, t) in spoken_acts.items() if t.type == "withdrawal" and f.obliques("at") and t.at not in done}:
        told = _answered(reading, {i: spoken_acts[i] for i in spoken_acts.keys() - idle}, lone)
    if not told:
        return (), cast
    kept = rows.stood(answers.tied(occasions.resumed(document, occasions.going(document, told))), staged=lambda: document.staged)
    fought = brawls.peopled(document, answers.aimed(kept, cast), cast)
    made = whence.folded(reading, whence.placed(reading, exchanges.told_after(galleries.peopled(fought, cast))))
    aimed = answers.exchanged(made)
    return answers.seated(answers.by_members(belonging.stated(aimed), cast), cast)


def _answered(reading: Reading, spoken_acts: Mapping[int, tuple[Frame, Telling]], lone: bool) -> tuple[Telling, ...]:
    """What is told and spoken, without answers to nobody: "'No new taxes!' she yelled" refuses only what was asked for."""
    every = [*_narrated(reading, spoken_acts, lone), *spoken_acts.values()]
    timed = when.timed(reading, sorted(few(every, reading.document.article), key=lambda pair: pair[1].at))
    return _followed(reading, answers.answering(tuple(_absorb(timed)), [t for _, t in timed]))


def _narrated(reading: Reading, spoken_acts: Mapping[int, tuple[Frame, Telling]], lone: bool) -> list[tuple[Frame, Telling]]:
    """What the reporter's own words tell. Rules that lean on a row are asked where one is told, statements where anything is."""
    document = reading.document
    possible, leaning = hints.Possible(document, reading.cast), rows.leaning()

    def wanted(token: Token) -> bool:
        if not matching.is_named(token) or token.i in spoken_acts or not _own_words(reading, token):
            return False
        return matching.may_name(token, possible[document.sentence_numbers[token.i]])

    frames = [(f, possible[document.sentence_numbers[f.token.i]]) for f in reading.asked(wanted)]
    leaner = leaning | rows.put()
    later = leaner | rows.afterwards()
    plain = {f.token.i: t for f, allowed in frames if (t := read_frame(reading, f, allowed - later)) is not None}
    if plain or spoken_acts or lone:
        said = [(f, allowed) for f, allowed in frames if matching.may_name(f.token, allowed & rows.afterwards())]
        plain |= {f.token.i: t for f, allowed in said if (t := read_frame(reading, f, allowed - leaner)) is not None}
    if any(t.type in rows.DISORDER | {"point_of_order"} for t in (*plain.values(), *(t for _, t in spoken_acts.values()))):
        for lean in (leaning, rows.put()):
            rest = [(f, allowed & lean) for f, allowed in frames if f.token.i not in plain and allowed & lean]
            plain |= {f.token.i: t for f, allowed in rest if (t := read_frame(reading, f, allowed)) is not None}
    told = replies.settled(reading, {i: t for i, (_, t) in spoken_acts.items()} | plain)
    plain = {i: told[i] for i in plain if i in told}
    after = aftermath.said(reading, told, read_frame, lambda token: token.i not in spoken_acts and _own_words(reading, token))
    return [*((f, plain[f.token.i]) for f, _ in frames if f.token.i in plain and f.token.i not in after), *after.values()]


def _followed(reading: Reading, told: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """The tellings with what others did again or after them, and without the walking of those who were put out."""
    sentences = reading.document.doc.sents
    sat = leaving.for_disorder(told, lambda telling: sentences[telling.sentence].text)
    return leaving.settled(repeats.repeated(reading, leaving.settled(sat, reading.cast)), reading.cast)


def read_frame(reading: Reading, frame: Frame, possible: frozenset[int] | None = None) -> Telling | None:
    """What a frame tells: the first rule that fits of those *possible* in its sentence, the more demanding ones asked first."""
    if not _own_words(reading, frame.token) or (frame.kind == "verb" and _is_title(frame.token)):
        return None
    rules = matching.candidates(frame, possible)
    if reading.document.places[reading.document.sentence_numbers[frame.token.i]] == "outside":
        rules = sorted(rules, key=lambda rule: rule.type != "reaction")  # what is said afterwards is no attack of its own
    tries = (apply(reading, rule, frame) for rule in rules)
    return next((found for found in tries if isinstance(found, Telling)), None)


def _is_title(token: Token) -> bool:
    """A verb with a capital inside its sentence is a name: "the film *Cursed*", "his novel *Storming* Out"."""
    line = token.doc[token.sent.start : token.i]
    return token.is_title and len(line) > 0 and line[-1].is_alpha and any(t.is_lower and len(t) > 3 for t in line)


def _uttered(reading: Reading) -> Iterator[tuple[int, tuple[Frame, Telling]]]:
    """What quoted words tell by themselves, by the token of the frame that says them."""
    for said, frame, rules in utterances.uttered(reading):
        tries = (apply(reading, rule, frame) for rule in rules)
        if (telling := next((found for found in tries if isinstance(found, Telling)), None)) is not None:
            yield frame.token.i, (frame, replace(telling, span=utterances.span(reading, said, frame)))


def near_misses(document: Document, cast: Cast) -> tuple[NearMiss, ...]:
    """The rules that name a word of the text and did not fire, each with the reason: what `explain` shows."""
    reading = Reading(document, cast, speech.attribute(document))
    silent = [frame for frame in reading.frames if read_frame(reading, frame) is None]
    tries = [(frame, rule, apply(reading, rule, frame)) for frame in silent for rule in matching.candidates(frame)]
    rows = ((frame, rule, document.closed or (tried if isinstance(tried, str) else QUOTED)) for frame, rule, tried in tries)
    return tuple(NearMiss(f"{rule.type}/{rule.name}", document.span_of([frame.token]), reason) for frame, rule, reason in rows)


def _own_words(reading: Reading, token: Token) -> bool:
    """Whether a word is the reporter's: outside of quotations, or in one of only a word or two of his own sentence."""
    quote = reading.document.quote_at(token.idx)
    return quote is None or len(reading.document.text[quote.start : quote.end].split()) <= 2


def _done(reading: Reading, frame: Frame) -> bool:
    """Whether it is no quoted word: "'*Withdraw!*' she yelled" withdraws nothing."""
    return reading.document.quote_at(frame.token.idx) is None


# What a rule may need of the words around a frame, and what is said where they are not there.
NEEDED: tuple[tuple[str, Callable[[Reading, Frame], bool], str], ...] = (
    ("hostile words", spoken.hostile, "no hostile word is said"),
    ("denial told", motions.told_beside, "no motion of no confidence is told beside it"),
    ("quote", utterances.quotes, "it quotes nothing"),
    ("of the incident", statements.of_the_incident, "it judges nothing that was done, or does so in the House"),
    ("own offence", _done, "it is called out, not done"),
    ("company", grievances.somebody_along, "what goes along is nobody of this House"),
    ("doer in person", grievances.in_person, "it is a thing that goes"),
    ("cry", utterances.exclaims, "it quotes no cry"),
    ("own place", floor.in_own_place, "the place is another's"),
    ("at a member", floor.at_a_member, "it is the chair who speaks, or the words name somebody"),
    ("seat of the public", galleries.sits_among, "who says it has a seat in the House"),
    ("words for missiles", utterances.thrown, "no words are thrown"),
)


def apply(reading: Reading, rule: Rule, frame: Frame) -> Telling | str:
    """The telling that a rule makes of a frame, or in words why it makes none."""
    if reason := matching.unmet(rule, frame):
        return reason
    moved = reading.outside and rule.scene == "outside"
    if not moved and not scenes.plays(reading.document, reading.document.sentence_numbers[frame.token.i], rule):
        return f"the text does not play {scenes.TOLD[rule.scene]}"
    if grammar.habitual(frame) or (rule.type not in AT_LENGTH and grammar.repeated(frame)):
        return "it is a habit or a rule, no single act"
    if reason := next((why for need, met, why in NEEDED if need in rule.needs and not met(reading, frame)), ""):
        return reason
    if rule.type == "heckle" and utterances.approves(reading, frame):
        return "the words called out agree"
    if rule.type == "scuffle" and utterances.thrown(reading, frame):
        return "words are thrown, no things"
    if rule.put_to and not roles.is_put_to(reading, rule, frame):
        return f"it is not put to {' or '.join(rule.put_to)}"
    actors, targets = roles.sides(reading, rule, frame)
    if served := rule.implied == "chair" and roles.by_servants(reading.cast, frame, actors):
        actors = [roles.CHAIR]
    if "servant" in rule.actor_is and not served:
        return "who does it is no servant of the House"
    if not actors and rule.implied == "chair":
        if rule.actor and roles.has_doer(rule, frame):
            return "who does it is nobody of this House"  # "The firm told staff to leave the building"
        actors = [roles.CHAIR]
    if not actors and rule.actor_is and rule.actor and frame.agents and frame.kind == "verb":
        return "who does it is nobody of this House"  # "The board agreed to adjourn"
    if not targets and rule.implied_target:
        targets = [t for t in roles.implied_target(reading, rule, frame) if t not in actors]
    if reason := roles.refused(reading, rule, frame, actors, targets):
        return reason
    known = tuple(dict.fromkeys(target for target in targets if target != roles.OPEN))
    made = _telling(reading, rule, frame, tuple(dict.fromkeys(actors)), known)
    cried = rule.type == "objection" and bool(rule.said) and utterances.cried_at(made, reading.cast.chairs | {roles.CHAIR})
    called_out = cried or (rule.type == "attack" and floor.over(reading, frame, actors, known))
    return replace(made, type="heckle") if called_out else made


def _telling(reading: Reading, rule: Rule, frame: Frame, actors: tuple[str, ...], targets: tuple[str, ...]) -> Telling:
    """The value, with status, source, quote, place and how it refers."""
    document = reading.document
    sentence = document.sentence_numbers[frame.token.i]
    quote = spoken.quote_near(reading, frame, actors)
    return Telling(
        type=rule.type,
        span=utterances.with_words(reading, frame, clause_span(document, frame)),
        rule=f"{rule.type}/{rule.name}",
        at=frame.token.idx,
        voice=frame.voice,  # type: ignore[arg-type]
        actors=actors,
        targets=targets,
        source=claims.claimant(reading, frame, actors),
        status=_status(reading, rule, frame),  # type: ignore[arg-type]
        quote=quote,
        place="inside" if rule.type in INDOORS and document.places[sentence] == "outside" else document.places[sentence],
        recap=is_recap(frame),
        lead=document.paragraph_of(frame.token.idx) < document.lead,
        again=occasions.again(frame),
        confidence=rule.confidence,
        sentence=sentence,
        depth=document.depth_of(frame.token.idx, outcome=rule.type in rows.OUTCOMES),
    )


def _status(reading: Reading, rule: Rule, frame: Frame) -> str:
    """Whether it happened: as the rule says, as the noun takes for granted, else as the clause and its governors say."""
    if frame.presupposed or (rule.type in DONE_IN_TRYING and grammar.tried(frame)):
        return "happened"
    if rule.type == "ejection" and not rule.status and deciding.announced(reading, frame):
        return "happened"
    return rule.status or grammar.status(frame)


def is_recap(frame: Frame) -> bool:
    """ "the *outburst*", "his *ejection*": a noun that takes its act as known."""
    if frame.kind != "noun" or frame.voice != "nominal":
        return False
    first = {c.lower_ for c in frame.token.children if c.dep_ == "det"}
    return bool(first & {"the", "this", "that", "these"}) or bool(frame.possessors)


def clause_span(document: Document, frame: Frame) -> Span:
    """The shortest clause that says it, as a span of the article."""
    keep = frozenset({"ccomp", "xcomp"}) if frame.kind == "verb" else frozenset({"xcomp"})
    own = frame.governor if frame.token.dep_ == "cop" else frame.token  # "Lind was *the next to go*"
    heads = [own] if frame.kind == "verb" else [frame.token, frame.governor]
    tokens = [t for head in heads for t in grammar.clause_tokens(head, keep=keep)]
    tokens += [*frame.agents, *frame.patients] if frame.mended else []
    if document.quote_at(frame.token.idx) is None:  # "'You're gutless,' *Mr Davis yelled*"
        tokens += [t for a in frame.agents if document.quote_at(a.idx) is None for t in grammar.clause_tokens(a)]
        first = next((t.i for t in sorted(tokens) if document.quote_at(t.idx) is None and not t.is_punct), 0)
        tokens = [t for t in tokens if t.i >= first]
    span = document.span_of(tokens)
    if span.end - span.start > LONGEST:
        span = document.span_of([t for t in grammar.clause_tokens(frame.token) if abs(t.i - frame.token.i) < 20])
    return span


def _absorb(found: list[tuple[Frame, Telling]]) -> Iterator[Telling]:
    """Without those that only say what another act was about, or name it once more in its own clause."""
    told = belonging.lent(found, {frame.token.i: telling for frame, telling in found})
    for frame, _ in found:
        telling = told[frame.token.i]
        if telling.status not in ("happened", "denied") and telling.type not in CAN_BE_PLANNED:
            continue
        above = (up for up in belonging.above(frame.token) if up.i in told)
        if not any(belonging.belongs(telling, told[up.i], frame.token, up) for up in above):
            yield telling
