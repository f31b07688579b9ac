"""Whom words are about: addressed in a quotation, blamed in it, complained of, or the subject of what is said."""

from __future__ import annotations

from collections.abc import Iterable

from extract import grammar, lexicon, speech
from extract.context import Reading, who
from extract.grammar import Frame
from extract.grammar.phrases import held, line, may_say, says
from extract.naming import Cast
from extract.speech import Speech
from extract.tree import Token

EPITHET = 16  # words that a name in quotation marks has at most
DENIALS = {"not", "n't", "never", "no"}
AIMED = ("at", "on", "against")
MOST = 12  # quotations that belong to one act; more in a paragraph are a transcript


def quoted_targets(reading: Reading, frame: Frame) -> list[str]:
    """Whom the quoted words are aimed at: people addressed or parties named in them."""
    ids: list[str] = []
    for said in speeches_of(reading, frame):
        tokens = speech.tokens_of(reading.document, said.quote)
        for token in tokens:
            id = reading.cast.at(token)
            if id is not None and id not in ids and (addressed(reading.cast, token) or party_named(reading.cast, id, token)):
                ids.append(id)
        ids = [id for id in ids if not _only_cried(reading, id, said)]
    return ids


def _only_cried(reading: Reading, id: str, said: Speech) -> bool:
    """ "'*Aibo!*' shouted Green MPs": a cry of one word that nobody of the article is called by is nobody's name."""
    spans = reading.cast.get(id).mentions
    alone = len(reading.document.text[said.quote.start : said.quote.end].split()) == 1
    return alone and all(said.quote.start <= span.start < said.quote.end for span in spans)


def quoted_members(reading: Reading, frame: Frame) -> list[str]:
    """Whom the quoted words are aimed at, but for the chair that they address."""
    return [id for id in quoted_targets(reading, frame) if id not in reading.cast.chairs]


def vocatives(reading: Reading, frame: Frame) -> list[str]:
    """Whom the quoted words address by name or office: "*Mr Hale*, sit down"."""
    tokens = [t for said in speeches_of(reading, frame) for t in speech.tokens_of(reading.document, said.quote)]
    named = (reading.cast.at(t) for t in tokens if reading.cast.at(t) is not None and addressed(reading.cast, t))
    return list(dict.fromkeys([*filter(None, named), *(id for t in tokens for id in _by_given_name(reading.cast, t))]))


def _by_given_name(cast: Cast, token: Token) -> list[str]:
    """ "You are a bully, *Bob*": the one person of that given name, set off by commas."""
    around = [token.doc[n].text for n in (token.i - 1, token.i + 1) if 0 <= n < len(token.doc)]
    if cast.at(token) is not None or not token.text.istitle() or not set(around[:1]) & {",", '"', "'"} or len(around) < 2:
        return []
    if around[1] not in {",", ".", "!", "?", '"', "'"}:
        return []
    ids = [a.id for a in cast.actors if a.kind == "person" and len(a.name.split()) > 1 and a.name.split()[0] == token.text]
    return ids if len(ids) == 1 else []


def addressed(cast: Cast, token: Token) -> bool:
    """ "*Mr Hale*, if you want to ...": a vocative, by what stands on either side of the name."""
    doc, id = token.doc, cast.at(token)
    first, last = token.i, token.i
    while first and cast.at(doc[first - 1]) == id:
        first -= 1
    while last + 1 < len(doc) and cast.at(doc[last + 1]) == id:
        last += 1
    opens = first == 0 or doc[first - 1].text in {'"', "'", ",", "."}
    closes = last + 1 < len(doc) and doc[last + 1].text in {",", "!", "?", '"'}
    ends = last + 2 < len(doc) and doc[last + 2].text in {'"', "'"} and token.head.pos_ != "PROPN"  # "You're a bully, *Bob*,"
    told = token.dep_ not in {"obl", "conj", "appos"} or (token.dep_ == "appos" and ends)
    return token.dep_ == "vocative" or (opens and closes and told)


def party_named(cast: Cast, id: str, token: Token) -> bool:
    """A party blamed in the quoted words: subject or object of a clause."""
    actor = cast.get(id)
    return actor.kind == "group" and actor.party is not None and token.dep_ in {"nsubj", "obj", "nsubj:pass", "root", "ROOT"}


def bystanders(reading: Reading, frame: Frame, ids: list[str]) -> bool:
    """Whether all of some are people at large, in no House, of whom something is only said: "said *families* were hit"."""
    aimed_at = (*frame.patients, *(t for preposition in AIMED for t in frame.obliques(preposition)))
    if any(id in ids for t in aimed_at for id in reading.cast.all_at(t)):
        return False
    known = [reading.cast.by_id[id] for id in ids if id in reading.cast.by_id]
    words = (a.name.lower().split()[-1] for a in known if a.kind == "group" and not a.party)
    seated = any(place in form.lower() for a in known for form in (a.name, *a.aliases) for place in ("galler", "chamber"))
    return bool(known) and not seated and sum(w in lexicon.words("people", "at_large") for w in words) == len(ids)


def outsider(reading: Reading, id: str) -> bool:
    """Whether an article gives somebody a trade that has no voice in a debate."""
    return id in reading.outsiders


def content_targets(reading: Reading, frame: Frame) -> list[str]:
    """Whom a statement judges: the subject of what is said, or whose act that is: "said *Mr Hale's* remarks were unfair".

    Where the speaker speaks of himself, whom he speaks of with it: "said his heckling had prompted *Mr Hale's* response".
    """
    speakers = {reading.cast.at(t) for t in frame.agents}
    charging = _charging(frame.complements) if len(frame.complements) > 1 else list(frame.complements)
    others = (clause for clause in frame.complements if clause not in charging)
    return _judged(reading, charging, speakers) or _judged(reading, others, speakers)  # each once, however deep they lie


def _judged(reading: Reading, clauses: Iterable[Token], speakers: set[str | None]) -> list[str]:
    """Of whom clauses speak that somebody says."""
    ids: list[str] = []
    for inner in map(grammar.verb_frame, clauses):
        if _suffers(inner):
            continue
        told = (t for t in inner.agents or inner.patients if reading.document.quote_at(t.idx) is None)
        subjects = [who(reading.cast, t) for t in told if not of_his_own(reading, t, speakers)]
        found = [id for id in subjects if id is not None and id not in speakers]
        if not found:
            found = content_targets(reading, inner) or [id for t in inner.patients if (id := who(reading.cast, t)) is not None]
        ids += [id for id in found if id not in ids and id not in speakers]
    return ids


def _charging(clauses: tuple[Token, ...]) -> list[Token]:
    """Of clauses that are said together those that charge somebody: "said *that it was a shambles* and that Lind had left"."""
    within = {clause: [other for other in clauses if clause.is_ancestor(other)] for clause in clauses}
    own = {c: [t for t in c.subtree if not any(t == o or o.is_ancestor(t) for o in within[c])] for c in clauses}
    return [clause for clause in clauses if charges(own[clause])]


def of_his_own(reading: Reading, token: Token, speakers: set[str | None]) -> bool:
    """Whether it is the speaker's own: "said *his party* would put an end to the shambles"."""
    owners = [c for c in token.children if c.dep_ == "nmod:poss" and c.pos_ == "PRON"]
    return any(reading.cast.at(c) in speakers for c in owners)


def _suffers(frame: Frame) -> bool:
    """Whether the subject of what is said only suffers it: "said farmers *faced* ruin", "that they had been *betrayed*"."""
    if frame.voice == "agentless":
        return frame.lemma in lexicon.words("hostility", "wronging")
    return frame.voice == "active" and frame.lemma in lexicon.words("hostility", "suffering")


def hostile(reading: Reading, frame: Frame) -> bool:
    """Whether what is said insults, accuses or charges with failure, in the reporter's words or in quoted ones."""
    said = [t for complement in frame.complements for t in complement.subtree]
    said += [t for t in behind(frame) if t not in said] if _names(frame) else []
    if _names(frame) and epithet(reading, frame):
        return True
    quoted = [t for speech_ in speeches_of(reading, frame) for t in speech.tokens_of(reading.document, speech_.quote)]
    return charges([*said, *quoted])


def _names(frame: Frame) -> bool:
    """Whether a verb gives its object a name: "*called* him a liar", "*likened* them to sheep"."""
    return frame.lemma in lexicon.words("hostility", "naming")


def behind(frame: Frame) -> list[Token]:
    """The words of a clause behind its verb; of a verb that the parser lost, those of the sentence."""
    tokens = frame.token.sent if frame.mended else frame.token.subtree
    return [t for t in tokens if t.i > frame.token.i]


def epithet(reading: Reading, frame: Frame) -> bool:
    """Whether a name of a few words stands in quotation marks behind the verb, and is no praise: "called her 'a wet lettuce'"."""
    for quote in dict.fromkeys(q for t in behind(frame) if (q := reading.document.quote_at(t.idx)) is not None):
        words = [t.lower_ for t in speech.tokens_of(reading.document, quote) if t.is_alpha]
        if 0 < len(words) <= EPITHET and not set(words) & lexicon.words("hostility", "praise"):
            return True
    return False


def charges(tokens: list[Token]) -> bool:
    """Whether words hold a hostile one that does harm; a phrase that denies by itself says so whole: "had *no shame*"."""
    whole = line(tokens)
    if not may_say(whole, "hostility", "words"):
        return False
    text = line(t for t in tokens if not harmless(t))
    return says(text, "hostility", "words") or any(DENIALS & set(phrase.split()) for phrase in held(whole, "hostility", "words"))


def harmless(token: Token) -> bool:
    """A hostile word that is denied or fought is no charge: "never *lied*", "to fight *racism*"."""
    denied = any(c.lower_ in DENIALS for c in token.children)
    noun, against = token, _against(token)
    while noun.dep_ in {"amod", "compound", "nmod"} and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head  # "to tackle the *problem* of *criminal* gangs"
        against |= _against(noun)  # "action *against corrupt* officers"
    fought = noun.dep_ in {"obj", "obl", "nmod"} and grammar.lemma(noun.head) in lexicon.words("hostility", "fought")
    named = token.pos_ == "PROPN" and noun.pos_ == "PROPN" and noun != token  # "the *Terrorism* Act"
    return denied or fought or named or against or _supposed(token)


def _supposed(token: Token) -> bool:
    """ "It *would be negligent to* ignore the police": what nobody has done yet."""
    while token.dep_ == "conj" and token.head.pos_ == "ADJ":
        token = token.head
    parts = {(c.dep_, c.lower_) for c in token.children}
    todo = any(c.tag_ == "VB" and any(m.lower_ == "to" for m in c.children) for c in token.children if c.i > token.i)
    return token.pos_ == "ADJ" and todo and bool(parts & {("expl", "it"), ("nsubj", "it")}) and ("aux", "would") in parts


def _against(token: Token) -> bool:
    return token.dep_ in {"obj", "obl", "nmod"} and grammar.preposition(token) == "against"


def blamed(reading: Reading, frame: Frame) -> list[str]:
    """Whom hostile words are about: the subject of what is said, or whoever the quoted words make a subject or address."""
    speakers = {reading.cast.at(t) for t in frame.agents}
    ids = content_targets(reading, frame)
    for said in speeches_of(reading, frame):
        tokens = speech.tokens_of(reading.document, said.quote)
        if not charges(tokens):
            continue
        nouns = [t for t in tokens if t.pos_ in {"NOUN", "PROPN"} and (t.dep_.startswith("nsubj") or addressed(reading.cast, t))]
        ids += [id for t in nouns if (id := who(reading.cast, t)) is not None]
    ids = list(dict.fromkeys(ids))
    return [id for id in ids if id not in speakers] or prompters(reading, frame)


def asked_of(reading: Reading, frame: Frame) -> list[str]:
    """Whom a complaint is about: "making a point of order, asked that *Mr Hale* withdraw"."""
    verbs = [t for t in frame.token.sent if grammar.lemma(t) in grammar.MANDATIVE and t.pos_ == "VERB"]
    inner = [grammar.verb_frame(c) for verb in verbs for c in grammar.verb_frame(verb).complements]
    ids = (id for f in inner for t in f.agents if (id := reading.cast.at(t)) is not None and id not in reading.cast.chairs)
    return [id for id in ids if (actor := reading.cast.get(id)).kind != "group" or actor.party]  # no "*House*"


def prompters(reading: Reading, frame: Frame) -> list[str]:
    """Whom "you" means: "When *Ms Lind* asked why, he launched an attack: 'You ...'"."""
    said = [t.lower_ for s in speeches_of(reading, frame) for t in speech.tokens_of(reading.document, s.quote)]
    if not set(said) & lexicon.words("people", "second_words"):
        return []
    before = [t for t in frame.token.sent if t.i < frame.token.i]
    opened = next((t.i for t in before if t.lower_ in {"when", "as", "after"}), None)
    if opened is None:
        return []
    agents = {reading.cast.at(t) for t in frame.agents}
    ids = [id for t in before if t.i > opened and (id := reading.cast.at(t)) is not None and id not in agents]
    return ids[:1]


def quote_near(reading: Reading, frame: Frame, actors: tuple[str, ...]) -> str | None:
    """The quoted words of the act, as they stand in the article."""
    found = speeches_of(reading, frame)
    if not found:
        return None
    quote = found[0].quote
    return reading.document.text[quote.start : quote.end].strip()


def speeches_of(reading: Reading, frame: Frame) -> list[Speech]:
    """The quotations that belong to a frame: said in its paragraph, or right after its noun, by the same speaker."""
    cast = reading.cast
    agents = {id for t in frame.agents if (id := cast.at(t)) is not None}
    here = reading.document.paragraph_of(frame.token.idx)
    near = [here, here + 1] if frame.kind == "noun" else [here]
    above = [n for n in reading.by_paragraph.get(here - 1, []) if reading.speeches[n].cue == frame.token]
    numbers = [*above, *(n for paragraph in near for n in reading.by_paragraph.get(paragraph, []))]
    own = [n for n in numbers if _says(reading.speeches[n], frame, cast, agents)]
    return ([reading.speeches[n] for n in own] + _continued(reading, own[-1]))[:MOST] if own else []


def _says(said: Speech, frame: Frame, cast: Cast, agents: set[str]) -> bool:
    """Whether a quotation is the frame's own, or is said by who acts in it."""
    return said.cue == frame.token or (said.speaker is not None and cast.at(said.speaker) in agents)


def _continued(reading: Reading, number: int) -> list[Speech]:
    """The quotations that go on with one, paragraph after paragraph."""
    out: list[Speech] = []
    for said in reading.speeches[number + 1 : number + 1 + MOST]:
        if not said.continued:
            break
        out.append(said)
    return out
