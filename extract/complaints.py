"""Whom a complaint to the chair is put to, and whom it is about: asked to act on, argued against, spoken of in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract import grammar, lexicon
from extract.context import Reading, standing_for
from extract.grammar import Frame
from extract.naming import Cast
from extract.tree import Token

# Prepositions before whom one speaks to: "complained *to* the Speaker", "inquired *of* the chair", "lodged *with* the Speaker".
TOWARDS = ("to", "of", "with", "from", "on", "upon", "before", "at", "towards", "for")
# Those before whom one complains of, the plainest first.
AGAINST = ("against", "about", "over", "concerning", "regarding", "of", "at")
# Those before whom a ruling falls on: "ruled *against* Hale", "wanted an apology *from* him", "ruled *in* her favour".
BINDING = ("against", "from", "in", "to", "on", "for", "of")
# Verbs that put a question to whoever is to act: "asked if the Speaker would rule".
ASKING = {"ask", "inquire", "enquire", "wonder"}
CLOSE = 4  # words within which it is said from whom a noun comes: "a point of order *from* Hale"
# Clauses that only tell when: whoever acts in them is not complained of.
WHEN = {"before", "after", "when", "while", "as", "until", "since", "once"}


def put_to(reading: Reading, frame: Frame) -> list[str]:
    """Whom an act of asking is put to: told, begged, appealed to, wanted to act, or the owner of what is sought."""
    tokens = [*frame.patients, *frame.recipients, *(t for prep in TOWARDS for t in frame.obliques(prep))]
    wanted = [c for c in frame.complements if _marked(c, {"to"}) or (frame.lemma in grammar.MANDATIVE and grammar.subjunctive(c))]
    if frame.lemma in ASKING:  # "asked *whether the Speaker* would rule"
        wanted += [c for c in frame.complements if _marked(c, {"if", "whether", "why", "how"})]
    tokens += [t for complement in wanted for t in grammar.verb_frame(complement).agents if t.pos_ != "PRON"]
    if grammar.infinitive(frame.token) and frame.token.head.pos_ == "VERB":  # "went *to the Speaker* to complain"
        tokens += grammar.obliques(frame.token.head, "to")
    return list(dict.fromkeys(id for t in tokens for id in standing_for(reading.cast, t)))


def complained_of(reading: Reading, frame: Frame) -> list[str]:
    """Whom a complaint is about: behind "against" or "about", else whoever is first spoken of in it, else a chair at fault."""
    askers = {id for t in raisers(frame) for id in standing_for(reading.cast, t)}
    plain = (t for prep in AGAINST for t in frame.obliques(prep))
    spoken = _spoken_of(reading, frame) if frame.echo is None else ()  # "Hale had one, Lind *another*"
    for tokens in (plain, spoken, _before(frame), _interrupted(frame), _asked_next(reading, frame)):
        rows = [ids for t in tokens if (ids := [id for id in _charged(reading.cast, t) if id not in askers])]
        if rows:  # all of one phrase are meant: "complained about both of *them*"
            return rows[0] if tokens is not plain else list(dict.fromkeys(id for ids in rows for id in ids))
    return _chair_at_fault(reading, frame, askers)


def raisers(frame: Frame) -> tuple[Token, ...]:
    """Who complains: its doer or owner, and of a noun whoever it comes from: "a point of order *from Hale*"."""
    near = range(frame.token.i, frame.token.i + CLOSE) if frame.kind == "noun" else range(0)
    said = [(prep, t) for prep in ("from", "by") for t in frame.obliques(prep)]
    given = (t for prep, t in said if any(c.lower_ == prep and c.i in near for c in t.children))
    return (*frame.agents, *frame.possessors, *given)


def bound(reading: Reading, frame: Frame) -> list[str]:
    """Whom a ruling binds or answers: its object, whose that is, whoever stands behind "against", "from" or "in favour of"."""
    rulers = {id for t in frame.agents for id in standing_for(reading.cast, t)}
    plain = [*frame.recipients, *frame.patients, *(t for prep in BINDING for t in frame.obliques(prep))]
    said = [t for c in frame.complements for t in (*grammar.verb_frame(c).agents, *grammar.verb_frame(c).patients)]
    for tokens in (plain, said):
        ids = [id for t in tokens for id in _charged(reading.cast, t) if id not in rulers]
        if ids:
            return list(dict.fromkeys(ids))
    return []


def _charged(cast: Cast, token: Token) -> list[str]:
    """Those of a phrase who can be complained of to a chair: no chair, no house, no group but of a party."""
    ids = [id for id in standing_for(cast, token) if id not in cast.chairs]
    return [id for id in ids if cast.get(id).kind != "group" or cast.get(id).party]


def _spoken_of(reading: Reading, frame: Frame) -> Iterator[Token]:
    """The nominals of the clause and of what is said in it, in reading order, but not those of a clause that tells when."""
    head = _whole(frame.governor)
    inside = sorted({*head.subtree, *frame.token.subtree}, key=lambda t: t.i)
    apart = [t for t in inside if t not in {head, frame.governor, frame.token} and (_tells_when(t) or _anothers(t, frame))]
    apart += [t for told in map(grammar.echo, inside) if told is not None for t in told.agents]
    skipped = {t.i for c in apart for t in c.subtree}
    beside = frame.kind == "noun" and frame.token.dep_ == "conj"  # "drew jeers from the gallery *and a point of order*"
    start = frame.token.i if beside else min(frame.governor.i, frame.token.i)
    for token in inside:
        if token.i > start and token.i not in skipped and _nameable(token) and reading.document.quote_at(token.idx) is None:
            yield token


def _whole(verb: Token) -> Token:
    """The clause that a participle belongs to: "*Speaking* on a point of order, Hale *said*"."""
    while verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb


def _anothers(clause: Token, frame: Frame) -> bool:
    """A clause joined on in which somebody else acts: "had a point of order, *Lind had another*"."""
    if clause.i < frame.token.i or clause.dep_ not in {"conj", "parataxis"} or clause.head not in {frame.governor, frame.token}:
        return False
    opened = clause.doc[min(t.i for t in clause.subtree) - 1].text in {":", "-", "–", "—"}
    return not opened and (bool(grammar.own_subjects(clause)) or clause.pos_ in {"NOUN", "PROPN"}) and clause != frame.governor


def _nameable(token: Token) -> bool:
    """Whether a token heads a phrase that is no beneficiary and tells no time: "rose *for the Liberals*", "*after Hale*"."""
    return token.pos_ in {"NOUN", "PROPN", "PRON"} and grammar.preposition(token) not in {"for", *WHEN}


def _tells_when(clause: Token) -> bool:
    """ "*before* Hale could finish"."""
    opens = clause.pos_ == "VERB" and next(iter(clause.subtree)).lower_ in WHEN  # "before" may be read as a preposition
    return opens or (grammar.link(clause) == "advcl" and _marked(clause, WHEN))


def _marked(clause: Token, words: set[str]) -> bool:
    """Whether one of some conjunctions opens a clause; tagged as adverbs they do so too: "*when* Lind rose"."""
    return any(c.lower_ in words and c.dep_ in {"mark", "advmod"} and c.i < clause.i for c in clause.children)


def _before(frame: Frame) -> Iterator[Token]:
    """Of whom the clause before it speaks: "took exception to *Hale's* remark and asked the Speaker to have it withdrawn"."""
    verb = frame.governor
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not grammar.own_subjects(verb):
        phrases = (t for c in verb.head.children if verb.head.i < c.i < verb.i for t in c.subtree if c.dep_ in {"obj", "obl"})
        yield from (t for t in phrases if _nameable(t))


def _asked_next(reading: Reading, frame: Frame) -> Iterator[Token]:
    """Of whom the question speaks that the next sentence puts: "sought guidance. Was it in order for *the minister* to nap?"."""
    end = frame.token.sent.end
    following = frame.token.doc[end].sent if end < len(frame.token.doc) else ()
    if following and any(t.text == "?" for t in following) and reading.document.quote_at(following[0].idx) is None:
        yield from (t for t in following if _nameable(t) or grammar.preposition(t) == "for")


def _interrupted(frame: Frame) -> Iterator[Token]:
    """Who was speaking: "*Hale* was interrupted", "*Hale* was talking when", "*Hale* called him a liar, and Lind was up"."""
    verb = frame.governor
    if verb.pos_ == "VERB" and grammar.is_passive(verb):
        yield from grammar.verb_frame(verb).patients
    if verb.head == verb or not (verb.dep_ == "conj" or (_tells_when(verb) and _marked(verb, {"when", "before"}))):
        return
    yield from grammar.subjects(verb.head) if grammar.own_subjects(verb) else grammar.verb_frame(verb.head).patients


def _chair_at_fault(reading: Reading, frame: Frame, askers: Iterable[str]) -> list[str]:
    """The chair, where its own ruling or conduct is what is complained of: "asked *the Speaker* to explain *her* ruling"."""
    faults, faulting = lexicon.words("offices", "chairs_faults"), lexicon.words("offices", "faulting")
    sought = {*frame.patients, *frame.obliques("for")} if grammar.lemma(frame.governor) not in faulting else set()
    for token in _whole(frame.governor).subtree:
        tokens: tuple[Token, ...] = ()
        if token.pos_ == "VERB" and grammar.lemma(token) in faulting:
            tokens = grammar.verb_frame(token).patients
        elif grammar.lemma(token) in faults and token not in sought:
            tokens = (token,)
        ids = [id for t in tokens for id in standing_for(reading.cast, t) if id in reading.cast.chairs and id not in askers]
        if ids:
            return ids[:1]
    return []
