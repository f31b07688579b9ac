"""Who has the floor at a point of the article: at whom a cry is aimed that names nobody (CODEBOOK, hard case 14).

Strongest first: the clause itself ("as Hale spoke", "during her answer"), the clause it stands in ("was speaking when ..."),
whom the words called out address, then whoever spoke last before it, in quoted or in reported words.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Collection, Iterator

from extract import floors, grammar, lexicon, speech
from extract.context import Reading, standing_for, who
from extract.grammar import Frame
from extract.spoken import quoted_targets, speeches_of
from extract.tree import Token

WHILE = {"as", "while", "when", "before", "after", "until", "whenever", "once"}
DURING = ("during", "throughout", "in", "through", "into", "at", "after", "following", "before", "on", "over", "across", "of")
GESTURED = ("at", "to", "towards", "toward", "on", "over")
NAME = 4  # words back from the end of a name to the word that opens its clause
TAKING_UP = {"begin", "continue", "resume"}
PARAGRAPHS = 4  # back to which a complaint about words may look
LONG = 10  # words that one says only with the floor


def speaking(reading: Reading, frame: Frame) -> list[str]:
    """Whoever the text shows to be speaking when somebody calls out; nobody where it does not."""
    own = {reading.cast.at(t) for t in (*frame.agents, *(frame.patients if frame.lemma == "hear" else ()))}
    shown = (gestured(reading, frame), _clauses(reading, frame), _speeches(reading, frame), _opened(reading, frame))
    for found in (*shown, quoted_targets(reading, frame), _last(reading, frame)):
        ids = [id for id in found if id not in own and _can_speak(reading, id)]
        if ids:
            return ids[:1]
    return []


def interrupted(reading: Reading, frame: Frame, *, last: bool) -> list[str]:
    """Who had the floor when somebody rose with a point of order: "*Hale* was speaking when", or who spoke *last* before it."""
    own = {reading.cast.at(t) for t in frame.agents}
    before = _last(reading, frame) if last else []
    for found in (_clauses(reading, frame, {"as", "while", "when"}), _speeches(reading, frame), before):
        ids = [id for id in found if id not in own and _can_speak(reading, id)]
        if ids:
            return ids[:1]
    return []


def dealt_with(reading: Reading, frame: Frame) -> list[str]:
    """Whom the clause deals with that a noun stands in: "after two warnings *Hale* was named", "the Speaker named *Hale*"."""
    verb = grammar.verb_frame(frame.governor)
    doers = [id for t in verb.agents for id in standing_for(reading.cast, t)]
    ruled = any(id in reading.cast.chairs for id in doers) or verb.voice != "active"
    return [id for t in verb.patients for id in standing_for(reading.cast, t)] if ruled else doers


def gestured(reading: Reading, frame: Frame) -> Iterator[str]:
    """ "*pointed at Hale* and shouted", "*addressing Hale*, he yelled": whom one turns to is whom one cries out at."""
    verb = frame.governor
    beside = [verb.head, *(c for c in verb.children if c.dep_ in {"advcl", "conj"})] if verb.head != verb else list(verb.children)
    for other in beside:
        if grammar.lemma(other) in lexicon.words("speech", "gestures") and other.pos_ == "VERB":
            faced = (*grammar.verb_frame(other).patients, *(t for p in GESTURED for t in grammar.obliques(other, p)))
            yield from (id for t in faced if (id := reading.cast.at(t)) is not None)


def spoken_to(reading: Reading, frame: Frame) -> list[str]:
    """Whom words are said to, at or of, and whom "you" means: "'Shame on you,' she said, *pointing at Hale*"."""
    said = {t.lower_ for s in speeches_of(reading, frame) for t in speech.tokens_of(reading.document, s.quote)}
    pronouns = (lexicon.words("people", key) for key in ("second_words", "male_words", "female_words", "plural_words"))
    turned = gestured(reading, frame) if any(said & words for words in pronouns) else ()
    towards = ("to", "at", "of") if frame.lemma in {"say", "remark"} else ("at",)
    told = (id for prep in towards for t in frame.obliques(prep) for id in standing_for(reading.cast, t))
    return [id for id in dict.fromkeys([*turned, *told]) if _can_speak(reading, id)]


def holds_the_floor(reading: Reading, frame: Frame) -> bool:
    """Whether whoever cries out here is the one who was speaking anyway: then it is no call out of turn."""
    own = {id for t in frame.agents if (id := reading.cast.at(t)) is not None}
    last = _last_speech(reading, frame)
    return bool(own) and last is not None and last[0] in own and last[1]


def _can_speak(reading: Reading, id: str) -> bool:
    """People and parties hold the floor, houses never."""
    actor = reading.cast.get(id)
    return actor.kind != "group" or bool(actor.party)


def _clauses(reading: Reading, frame: Frame, marks: set[str] = WHILE) -> Iterator[str]:
    """ "Labour jeered as *Hale* spoke", "*Hale* was explaining it when Labour jeered"."""
    yield from (id for head in _heads(frame, marks) for id in _subjects(reading, head))


def _heads(frame: Frame, marks: set[str]) -> list[Token]:
    """The clauses that tell when, or that a clause which tells when stands in."""
    heads = [c for c in frame.governor.children if _while(c, marks)]
    up = frame.governor
    while up.head != up and (up.dep_ in {"conj", "xcomp", "ccomp", "parataxis", "acl"} or _beside(up)) and not _while(up, marks):
        up = up.head
        heads += [c for c in up.children if _while(c, marks) and c != frame.governor]
    return [*heads, up.head] if _while(up, marks) and up.head != up else heads


def _subjects(reading: Reading, head: Token) -> Iterator[str]:
    """Those who do what a clause says, other than newcomers."""
    for token in (*grammar.subjects(head), *grammar.verb_frame(head).agents):
        if not _newcomer(token) and (id := who(reading.cast, token)) is not None:
            yield id


def over(reading: Reading, frame: Frame, actors: Collection[str], targets: Collection[str]) -> bool:
    """Whether hostile words are said to somebody while he speaks, by somebody else: "*as Hale spoke* Lind called her a bully"."""
    if frame.kind != "verb" or not targets or set(actors) & reading.cast.chairs:
        return False
    speaks = lexicon.words("speech", "speaking")
    during = [h for h in _heads(frame, {"as", "while"}) if _while(h, {"as", "while"})]
    during += [h for h in _heads(frame, {"as", "while", "when"}) if h.tag_ == "VBG" and not _while(h, WHILE)]
    during = [h for h in during if h.tag_ in {"VBD", "VBG"} and not any(c.tag_ in {"VBZ", "VBP"} for c in h.children)]
    if any(t.lower_ in {"speech", "letter", "turn", "statement", "interview"} for t in frame.governor.subtree):
        return False  # "While Hale spoke of unity, Lind in *his own speech* accused her"
    holding = {id for h in during if grammar.lemma(h) in speaks for id in _subjects(reading, h)}
    return bool(holding & set(targets)) and not holding & set(actors)


def at_a_member(reading: Reading, frame: Frame) -> bool:
    """Whether what is chanted over a speaker is at him: names nobody ("*Hale, Hale*" is for her), and no chair speaks."""
    words = [t for s in speeches_of(reading, frame) for t in speech.tokens_of(reading.document, s.quote)]
    return not any(reading.cast.at(t) is not None for t in words) and bool({*speaking(reading, frame)} - reading.cast.chairs)


def cut_short(frame: Frame) -> bool:
    """ "She began, and *the rest* was drowned out": it is whoever spoke who cannot be heard."""
    return any(grammar.lemma(t) in lexicon.words("speech", "cut_short") for t in frame.patients)


def in_own_place(reading: Reading, frame: Frame) -> bool:
    """Whether the place from which it is said is the speaker's, not another's: "said, as MPs *across the aisle* groaned"."""
    seats = lexicon.words("speech", "seats")
    places = [t for t in frame.governor.subtree if t.lower_ in seats and t.dep_ != "obj"]
    return not places or any(not _elsewhere(t, frame.governor) for t in places)


def _elsewhere(token: Token, verb: Token) -> bool:
    """Whether a word stands in a clause with a doer of its own under a verb."""
    above = itertools.takewhile(lambda up: up != verb, token.ancestors)
    return any(up.dep_ in {"advcl", "ccomp", "parataxis"} and _while(up, WHILE) and grammar.own_subjects(up) for up in above)


def _beside(clause: Token) -> bool:
    """ "was on her feet, *shouting*": a participle without a conjunction goes along with what it hangs on."""
    return clause.dep_ == "advcl" and clause.tag_ == "VBG" and not any(c.dep_ == "mark" for c in clause.children)


def _newcomer(token: Token) -> bool:
    """ "one man shouted while *a woman* unfurled a banner": somebody whom the text brings in there was not speaking."""
    new = any(c.lower_ in {"a", "an", "another"} for c in token.children) or token.lower_ in {"another", "others"}
    above = (token.head,) if token.dep_.startswith("nsubj") else ()
    verbs = (*above, *(c for c in token.children if c.dep_ in {"acl", "appos", "acl:relcl"}))
    speaks = lexicon.words("speech", "holding", "reporting")
    return new and not any(v.pos_ == "PROPN" or grammar.lemma(v) in speaks for v in verbs)


def _while(clause: Token, marks: set[str]) -> bool:
    """A clause that tells when."""
    return clause.dep_ in {"advcl", "ccomp", "parataxis"} and any(
        c.lower_ in marks and c.i < clause.i and c.dep_ in {"mark", "advmod"} for c in clause.children
    )


def _speeches(reading: Reading, frame: Frame) -> Iterator[str]:
    """ "during *Hale's* answer", "the speech *of the minister*"."""
    for prep in DURING:
        for token in frame.obliques(prep):
            if grammar.lemma(token) in lexicon.words("speech", "contributions") and (id := who(reading.cast, token)) is not None:
                yield id
    yield from _so_far(reading, frame)
    if frame.governor.dep_ == "conj":  # "MPs jeered *throughout her speech*, and one, Hale, shouted"
        beside = (t for prep in ("throughout", "during") for t in grammar.obliques(frame.governor.head, prep))
        told = (who(reading.cast, t) for t in beside if grammar.lemma(t) in lexicon.words("speech", "contributions"))
        yield from (id for id in told if id is not None)
    for prep in ("as", "while", "when"):  # "as Hale | sat down", where the parser lost the clause
        yield from (id for t in frame.obliques(prep) if not _newcomer(t) and (id := reading.cast.at(t)) is not None)


def _so_far(reading: Reading, frame: Frame) -> Iterator[str]:
    """ "Two minutes *into Hale's speech* Lind rose": by its words alone, since parsers hang them anywhere."""
    sentence = frame.token.sent
    lengths, contributions = lexicon.words("modality", "lengths"), lexicon.words("speech", "contributions")
    for into in (t for t in sentence[1:] if t.lower_ == "into" and t.i < frame.token.i and t.nbor(-1).lower_ in lengths):
        given = next((t for t in into.doc[into.i + 1 : into.i + 1 + NAME + 2] if grammar.lemma(t) in contributions), None)
        if given is not None and (id := who(reading.cast, given)) is not None:
            yield id


def _opened(reading: Reading, frame: Frame) -> Iterator[str]:
    """ "jeered as *Ann Hale* spoke", by its words alone where the parser hung the clause elsewhere."""
    for token in frame.token.sent[1:-1]:
        after = token.nbor(2) if token.nbor().pos_ == "AUX" and token.i + 2 < len(token.doc) else token.nbor()
        follows = grammar.lemma(after) in lexicon.words("speech", "holding", "reporting", "claim")
        if not follows or reading.document.quote_at(token.idx) is not None or (id := reading.cast.at(token)) is None:
            continue
        if any(t.lower_ in {"as", "while", "when"} for t in token.doc[max(token.sent.start, token.i - NAME) : token.i]):
            yield id


def _last(reading: Reading, frame: Frame) -> list[str]:
    """Whoever spoke last before; the chair only where the words are said to somebody: "*You* should be ashamed"."""
    found = _last_speech(reading, frame)
    said = {t.lower_ for s in speeches_of(reading, frame) for t in speech.tokens_of(reading.document, s.quote)}
    faced = bool(said & lexicon.words("people", "second_words"))
    return [found[0]] if found is not None and (faced or found[0] not in reading.cast.chairs) else []


def _last_speech(reading: Reading, frame: Frame) -> tuple[str, bool] | None:
    """Who spoke last in this paragraph or the one before, other than by calling out, and whether at length."""
    document = reading.document
    here = document.paragraph_of(frame.token.idx)
    start = document.paragraphs[max(here - 1, 0)][0]
    spoken = [*_quoted(reading, here, frame), *_reported(reading, start, frame), *floors.told(reading, start, frame.token)]
    return max(spoken)[1:] if spoken else None


def said_before(reading: Reading, frame: Frame, askers: set[str]) -> list[str]:
    """Who spoke last in reported words before a complaint about what was said, paragraphs back, if no other came in since."""
    here = reading.document.paragraph_of(frame.token.idx)
    start = reading.document.paragraphs[max(here - PARAGRAPHS, 0)][0]
    told = [(at, id) for at, id, _ in _reported(reading, start, frame) if id not in reading.cast.chairs and id not in askers]
    for at, speaker in sorted(told)[-1:]:
        since = reading.document.doc[next(t for t in frame.token.doc if t.idx >= at).sent.end : frame.token.sent.start]
        named = {id for t in since if (id := reading.cast.at(t)) is not None and reading.cast.get(id).kind == "person"}
        if not named - reading.cast.chairs - askers - {speaker}:  # nobody else has come in since
            return [speaker] if _can_speak(reading, speaker) else []
    return []


def _quoted(reading: Reading, here: int, frame: Frame) -> Iterator[tuple[int, str, bool]]:
    """The quotations before, with who says them."""
    shouts = lexicon.words("speech", "shout")
    for number in (*reading.by_paragraph.get(here - 1, []), *reading.by_paragraph.get(here, [])):
        said = reading.speeches[number]
        if said.quote.end > frame.token.idx or said.speaker is None or said.cue == frame.token or said.speaker in frame.patients:
            continue
        called = said.cue is not None and (grammar.lemma(said.cue) in shouts or said.cue.pos_ == "NOUN")
        if not called and (id := who(reading.cast, said.speaker)) is not None:
            length = len(speech.tokens_of(reading.document, said.quote))
            yield said.quote.start, id, length > LONG


def _reported(reading: Reading, start: int, frame: Frame) -> Iterator[tuple[int, str, bool]]:
    """The clauses before that tell of somebody's speaking in the reporter's own words."""
    own = {who(reading.cast, t) for t in frame.agents}
    speaks = lexicon.words("speech", "reporting", "holding", "claim")
    first, last = (bisect_left(reading.reports, at, key=lambda f: f.token.idx) for at in (start, frame.token.idx))
    for other in reading.reports[first:last]:
        at = other.token.idx
        if other.kind != "verb" or other.lemma not in speaks or other.voice != "active":
            continue
        if other.lemma == "rise" and any(c.lower_ == "up" and c.i < other.token.i for c in other.token.children):
            continue  # "*Up rose* Ann Hale": she is on her feet, not called
        after = other.token.doc[other.token.i + 1 : other.token.i + 3]
        if other.lemma in TAKING_UP and after[:1] and after[0].lower_ == "to" and grammar.lemma(after[-1]) not in speaks:
            continue  # "*began to* clap"
        if other.token.dep_ in {"xcomp", "acl"} or reading.document.quote_at(at) is not None:
            continue
        id = next((i for t in other.agents if (i := who(reading.cast, t)) is not None), None)
        if id is not None and not (id in own and other.token.sent == frame.token.sent):
            yield at, id, True
