"""Habits, rules and summaries: told as the way of things, so that no single act can be coded (CODEBOOK, hard case 8)."""

from __future__ import annotations

from extract import lexicon
from extract.grammar import idioms, phrases, within
from extract.grammar.frames import Frame, charge, clause_tokens
from extract.grammar.remembered import remembered
from extract.grammar.voice import lemma
from extract.tree import Token

ANY = {"any", "anyone", "anybody", "whoever", "those"}
ONE = {"a", "an", "any", "every", "each"}
MAY = {"can", "may", "must", "shall", "should", "could", "might"}
ANYBODY = {"person", "man", "woman", "member", "visitor", "protester", "heckler", "speaker", "offender", "party"}
PENALTIES = {
    "suspend",
    "suspension",
    "ban",
    "bar",
    "exclude",
    "exclusion",
    "expel",
    "expulsion",
    "banish",
    "debar",
    "remove",
    "put",
}
PRESENT = {"VBZ", "VBP"}
MOST_CARRIERS = 6  # verbs, one the infinitive of the next; a longer chain is no sentence
PERFECT = {"has", "have", "'s", "'ve"}


@remembered
def habitual(frame: Frame) -> bool:
    """Whether a clause tells what is done as a rule, often, or over a stretch of time."""
    verb = frame.governor
    if idioms.habitual(frame.token) or _over_time(frame.token) or any(_over_time(v) for v in _carriers(verb)):
        return True
    if (not _once(verb) and repeated(frame)) or _never_yet(verb):
        return True
    return frame.kind == "verb" and (_in_general(verb) or _ruled(verb, frame) or any(idioms.habitual(v) for v in _carriers(verb)))


def _in_general(verb: Token) -> bool:
    """ "*Walking out is* the easy part": doing so as such, at which nobody does it, also behind a dateline."""
    head, line = verb.head, verb.i - verb.sent.start
    dated = verb.dep_ == "acl" and head.dep_ == "nsubj" and line > 1 and verb.nbor(-1).text in {"-", "–", "—"}
    if verb.tag_ != "VBG" or not (dated or verb.dep_ in {"csubj", "nsubj"}):
        return False
    return _present(head.head if dated else head)


def _never_yet(verb: Token) -> bool:
    """ "who *had never been* suspended": no denial of one act, unless somebody is reported to say so."""
    never = next((c for c in verb.children if c.lower_ == "never" and c.dep_ in {"advmod", "neg"}), None)
    auxiliaries = {c.lower_ for c in verb.children if c.dep_.startswith("aux")}
    perfect = bool(auxiliaries & {"had", "'d"}) or (bool(auxiliaries & PERFECT) and "been" in auxiliaries)
    before = never is not None and never.i + 1 < len(verb.doc) and never.nbor().lower_ in {"before", "previously", "once"}
    told = verb.dep_ in {"ccomp", "parataxis"} or any(c.dep_ == "ccomp" for c in verb.children)
    return never is not None and perfect and (before or not told)


@remembered
def repeated(frame: Frame) -> bool:
    """Whether it is done again and again: "*each time* he spoke they jeered" is one heckle, but no single ejection."""
    return _opened(frame.token) or _often(frame.token) or any(_often(v) for v in _carriers(frame.governor))


def _once(verb: Token) -> bool:
    """Whether a clause stands in the simple past, as what is told of one sitting does."""
    tensed = {t.lower_ for t in verb.children if t.dep_ in {"aux", "aux:pass"}}
    return not tensed & (MAY | PERFECT | {"would", "will", "is", "are", "had"}) and verb.tag_ not in PRESENT


def _opened(head: Token) -> bool:
    """Whether the sentence opens with words that make a habit of all that it tells: "*Each time* she spoke, they left"."""
    if not within.may_say(head.sent, "modality", "habit_openers"):
        return False
    if any(t.text == ";" for t in head.doc[head.sent.start : head.i]):
        return False
    opening = phrases.line(head.sent[:6]).split(",/")[0]
    return any(phrases.pattern(phrase).match(opening) for phrase in phrases.possible(opening, "modality", "habit_openers"))


def _carriers(verb: Token) -> list[Token]:
    """The verb and those whose infinitive it is: "*used* to *try* to heckle"."""
    out = [verb]
    while len(out) < MOST_CARRIERS and out[-1].dep_ == "xcomp" and out[-1].head.pos_ in {"VERB", "AUX"}:
        out.append(out[-1].head)
    return out


def _often(head: Token) -> bool:
    """Whether the head's own clause says that it was done often."""
    if not _in_sentence(head, "often_words", "often_phrases") and "whenever" not in within.words(head.sent):
        return False
    own = _own(head)
    words = {t.lower_ for t in own if t.head == head or t.head.head == head}
    clauses = [c for c in head.children if c.dep_ == "advcl"]
    opened = {t.lower_ for c in clauses for t in c.children if t.dep_ in {"mark", "advmod"} and t.i < c.i}
    text = phrases.line(own) + "/ " + " ".join(phrases.line(_opening(c)) for c in clauses)
    return bool(words & lexicon.words("modality", "often_words")) or "whenever" in opened or _says(text, "often_phrases")


def _own(head: Token) -> list[Token]:
    """The words of a head's own clause, without what somebody is charged with: "accused her of *lying for years*" once."""
    charged = {t for c in head.children if charge(c) for t in c.subtree}
    return sorted(t for t in clause_tokens(head) if t not in charged)


def _over_time(head: Token) -> bool:
    """Whether the head's own clause, without the clauses in it, says that it went on for days, months or years."""
    if not _in_sentence(head, "habit_words", "habit_phrases"):
        return False
    own = _own(head)
    words = {t.lower_ for t in own if t.head == head or t.head.head == head}
    if words & lexicon.words("modality", "habit_words"):
        return True
    lasts = lemma(head) in PENALTIES  # "suspended *for six months*": one act, however long it holds
    found = phrases.held(phrases.line(own), "modality", "habit_phrases")
    return any(not (lasts and phrase.startswith("for ")) for phrase in found)


def _in_sentence(head: Token, listed: str, phrased: str) -> bool:
    """Whether a sentence holds a word or a phrase of two lists at all."""
    return bool(within.words(head.sent) & lexicon.words("modality", listed)) or within.may_say(head.sent, "modality", phrased)


def _says(text: str, key: str) -> bool:
    """Whether a line of words holds a phrase of a list."""
    return phrases.says(text, "modality", key)


def _opening(clause: Token) -> list[Token]:
    """The first words of a clause: "*each time she* answered"."""
    first = next(iter(clause.subtree)).i
    return list(clause.doc[first : first + 3])


def _ruled(verb: Token, frame: Frame) -> bool:
    """Whether it is a rule for anybody: "*a member who* refuses *is* ejected", "*any* MP *can* be named"."""
    roles = [*frame.agents, *frame.patients, *frame.obliques("at")]
    general = any(_general(t) for t in roles)
    may = any(c.lower_ in MAY for c in verb.children if c.dep_ == "aux")
    one = any(_one(t) for t in roles)
    return general or (may and one) or (one and _present(verb) and any(_relative(t) for t in roles))


def _general(token: Token) -> bool:
    """ "*any* member", "*anyone* who shouts", "*those* who heckle"; and bare "members *who* refuse" or "can"."""
    if token.lower_ in ANY:
        return token.lower_ != "those" or any(_present(c) for c in _relatives(token))
    if any(c.lower_ in {"any", "whichever"} and c.dep_ == "det" for c in token.children):
        return True
    bare = token.tag_ == "NNS" and all(c.dep_ not in {"det", "nummod", "nmod:poss", "amod"} for c in token.children)
    return bare and any(_present(c) or any(t.tag_ == "MD" for t in c.children) for c in _relatives(token))


def _one(token: Token) -> bool:
    """ "*a* member", "*every* MP": no certain one."""
    return _person(token) and any(c.lower_ in ONE and c.dep_ == "det" for c in token.children)


def _person(token: Token) -> bool:
    """ "a *member*", "an *MP*", "a *protester*": anybody who sits, watches or speaks there."""
    word = lemma(token)
    named = any(word in lexicon.words("offices", key) for key in ("ranks", "offices", "groups", "chairs", "servants", "seats"))
    return named or word in ANYBODY


def _relatives(token: Token) -> list[Token]:
    return [c for c in token.children if c.dep_ == "acl:relcl"]


def _relative(token: Token) -> bool:
    return any(_present(c) for c in _relatives(token))


def _present(verb: Token) -> bool:
    """Whether a clause stands in the present."""
    tensed = [verb, *(c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"})]
    return any(t.tag_ in PRESENT for t in tensed) and not any(t.lower_ in PERFECT for t in tensed if t != verb)
