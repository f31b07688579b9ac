"""Who stands in which role: from a frame's tokens, from what is quoted, from whom the text shows, to actors of the cast."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from extract import dates, grammar, lexicon, quotations
from extract.document import Document
from extract.grammar import Frame
from extract.lexicon import Rule
from extract.naming import Cast
from extract.quotations import Speech

CHAIR = "@chair"  # the presiding officer, when the text leaves the doer unsaid (CODEBOOK, hard case 9)
OWNED_BY = ("of", "by", "from")
REACH = 16  # tokens that an object phrase with two titled names takes
TOP = 8  # sentences in which news says when it was


@dataclass(frozen=True)
class Reading:
    """What the rules read from: the parsed article, its cast and its quotations."""

    document: Document
    cast: Cast
    speeches: tuple[Speech, ...]

    @cached_property
    def sitting_date(self) -> str | None:
        """The day of the sitting: the first full date that the reporter's own words give near the top."""
        for sentence in self.document.sentences[:TOP]:
            if found := dates.find(unquoted(self.document, sentence), published=self.document.article.published):
                return found[1]
        return None

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """All frames of the article, in reading order."""
        return tuple(grammar.frames(self.document.doc))


def unquoted(document: Document, sentence: Tokens) -> str:
    """The reporter's own words of a sentence."""
    return " ".join(t.text for t in sentence if document.quote_at(t.idx) is None)


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
    if role == "blamed":
        return blamed(reading, frame)
    if role == "asked":
        return asked_of(reading, frame)
    if role == "prompter":
        return prompters(reading, frame)
    head, _, rest = role.partition(".")
    if head == "complement":
        inner = [grammar.verb_frame(c) for c in frame.complements]
        return [id for f in inner for id in in_role(reading, rest, f)]
    simple = {
        "agent": frame.agents,
        "patient": (*frame.patients, *frame.recipients),
        "recipient": frame.recipients,
        "possessor": frame.possessors,
    }
    tokens = simple[head] if head in simple else frame.obliques(head)
    every = [id for t in tokens for id in (who(reading.cast, t), *joined(reading.cast, t))]
    ids = list(dict.fromkeys(id for id in every if id is not None))
    return ids if ids or head in simple else after_preposition(reading, frame, head)


def after_preposition(reading: Reading, frame: Frame, preposition: str) -> list[str]:
    """The actors after a preposition that follows the predicate, when the parse lost it: "objections *from Hale and Lind*"."""
    ids: list[str] = []
    found = False
    for token in frame.token.doc[frame.token.i + 1 : min(frame.token.i + REACH, frame.token.sent.end)]:
        id = reading.cast.at(token)
        if token.lower_ == preposition:
            found = True
        elif id is not None and found:
            ids += [id] if id not in ids else []
        elif (token.is_punct and token.text not in {"-", ","}) or token.pos_ == "ADP" or (token.pos_ == "VERB" and id is None):
            if found:
                break
            if token.pos_ != "ADP":
                return []
    return ids


def joined(cast: Cast, token: Token) -> list[str]:
    """Those joined to a named one by "and" where the parse lost it: "from whip *Ann Hale* and co-leader *Kim Lind*"."""
    doc, id = token.doc, cast.at(token)
    at = token.i
    while id is not None and at + 1 < len(doc) and cast.at(doc[at + 1]) == id:
        at += 1
    if id is None or at + 2 >= len(doc) or doc[at + 1].lower_ != "and" or token.dep_.startswith("nsubj"):
        return []
    other = cast.at(doc[at + 2])
    named = [t for t in doc[at + 2 :][:REACH] if cast.at(t) == other]
    return [other] if other not in {None, id} and not any(t.dep_.startswith("nsubj") for t in named) else []


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
    found = [
        s
        for c in frame.governor.children
        if c.dep_ == "advcl" and any(m.lower_ in {"as", "while", "when"} for m in c.children)
        for s in grammar.subjects(c)
    ]
    found += list(frame.obliques("during"))
    ids = [id for t in found if (id := who(reading.cast, t)) is not None]
    return ids[:1] or quoted_targets(reading, frame)


def quoted_targets(reading: Reading, frame: Frame) -> list[str]:
    """Whom the quoted words are aimed at: people addressed or parties named in them."""
    ids: list[str] = []
    for speech in speeches_of(reading, frame):
        tokens = quotations.tokens_of(reading.document, speech.quote)
        for token in tokens:
            id = reading.cast.at(token)
            if id is not None and id not in ids and (addressed(reading.cast, token) or party_named(reading.cast, id, token)):
                ids.append(id)
    return ids


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
    return token.dep_ == "vocative" or (opens and closes and token.dep_ not in {"obl", "conj", "appos"})


def party_named(cast: Cast, id: str, token: Token) -> bool:
    """A party blamed in the quoted words: subject or object of a clause."""
    actor = cast.get(id)
    return actor.kind == "group" and actor.party is not None and token.dep_ in {"nsubj", "obj", "nsubj:pass", "root", "ROOT"}


def content_targets(reading: Reading, frame: Frame) -> list[str]:
    """Whom a statement judges: the subject of what is said, or whose act that is: "said *Mr Hale's* remarks were unfair".

    Where the speaker speaks of himself, whom he speaks of with it: "said his heckling had prompted *Mr Hale's* response".
    """
    speakers = {reading.cast.at(t) for t in frame.agents}
    ids: list[str] = []
    for complement in frame.complements:
        inner = grammar.verb_frame(complement)
        subjects = [who(reading.cast, t) for t in inner.agents or inner.patients if reading.document.quote_at(t.idx) is None]
        found = [id for id in subjects if id is not None and id not in speakers]
        if not found:
            found = content_targets(reading, inner) or [id for t in inner.patients if (id := who(reading.cast, t)) is not None]
        ids += [id for id in found if id not in ids and id not in speakers]
    return ids


def hostile(reading: Reading, frame: Frame) -> bool:
    """Whether what is said insults, accuses or charges with failure, in the reporter's words or in quoted ones."""
    said = [t for complement in frame.complements for t in complement.subtree]
    quoted = [t for speech in speeches_of(reading, frame) for t in quotations.tokens_of(reading.document, speech.quote)]
    line = " ".join(t.lower_ for t in (*said, *quoted))
    return _hostile().search(line) is not None


@cache
def _hostile() -> re.Pattern[str]:
    """One pattern for all hostile words."""
    return re.compile("|".join(rf"\b{re.escape(word)}\b" for word in sorted(lexicon.words("hostility", "words"))))


def blamed(reading: Reading, frame: Frame) -> list[str]:
    """Whom hostile words are about: the subject of what is said, or whoever the quoted words make a subject or address."""
    speakers = {reading.cast.at(t) for t in frame.agents}
    ids = content_targets(reading, frame)
    for speech in speeches_of(reading, frame):
        tokens = quotations.tokens_of(reading.document, speech.quote)
        nouns = [t for t in tokens if t.pos_ in {"NOUN", "PROPN"} and (t.dep_.startswith("nsubj") or addressed(reading.cast, t))]
        ids += [id for t in nouns if (id := who(reading.cast, t)) is not None]
    ids = list(dict.fromkeys(ids))
    return [id for id in ids if id not in speakers] or prompters(reading, frame)


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
    before = [t for t in frame.token.sent if t.i < frame.token.i]
    opened = next((t.i for t in before if t.lower_ in {"when", "as", "after"}), None)
    if opened is None:
        return []
    agents = {reading.cast.at(t) for t in frame.agents}
    ids = [id for t in before if t.i > opened and (id := reading.cast.at(t)) is not None and id not in agents]
    return ids[:1]


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


def refused(reading: Reading, rule: Rule, actors: list[str], targets: list[str]) -> str:
    """Why the actors found may not fill a rule's roles; empty where they may."""
    cast = reading.cast
    for role, ids, kinds in (("actor", actors, rule.actor_is), ("target", targets, rule.target_is)):
        if role in rule.needs and not ids:
            return f"it shows no {role}"
        if kinds and not all(any(is_a(cast, id, kind) for kind in kinds) for id in ids):
            return f"its {role} is not {' or '.join(kinds)}"
    if any(is_a(cast, id, kind) for id in actors for kind in rule.never_actor):
        return f"its actor is {' or '.join(rule.never_actor)}"
    return ""


def is_servant(cast: Cast, id: str) -> bool:
    """Whether an actor carries out what the chair orders: "by the *serjeant-at-arms*", "by *security guards*"."""
    name = cast.get(id).name.lower() if id != CHAIR else ""
    return any(name == word or name.endswith(f" {word}") for word in lexicon.words("offices", "servants"))


def is_a(cast: Cast, id: str, kind: str) -> bool:
    """Whether an actor is of a kind that rules speak of."""
    if id == CHAIR:
        return kind in {"chair", "person", "office"}
    actor = cast.get(id)
    if kind == "chair":
        return id in cast.chairs or is_a(cast, id, "house")
    if kind == "house":
        return actor.kind == "group" and not actor.party and actor.name.lower() in lexicon.words("offices", "houses")
    if kind == "party":
        return actor.kind == "group" and bool(actor.party)
    if kind == "member":
        return id not in cast.chairs and not is_a(cast, id, "house")
    return actor.kind == kind and not (kind == "group" and is_a(cast, id, "house"))


def claimant(reading: Reading, frame: Frame, actors: tuple[str, ...]) -> str | None:
    """Whose word it is: "*Hale* said that Okoro had shouted at him"."""
    verb = frame.governor
    while verb.head != verb and grammar.link(verb) in {"ccomp", "xcomp", "conj", "parataxis"}:
        up = verb.head
        if verb.dep_ in {"ccomp", "parataxis"} and grammar.lemma(up) in lexicon.words("speech", "claim"):
            ids = [id for t in grammar.verb_frame(up).agents if (id := reading.cast.at(t)) is not None]
            return ids[0] if ids and ids[0] not in actors else None
        verb = up
    return None
