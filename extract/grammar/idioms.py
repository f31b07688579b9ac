"""Set phrases right before a verb or an event noun that say whether it happened: "stopped short of", "no choice but to"."""

from __future__ import annotations

from extract import lexicon
from extract.grammar import phrases, within
from extract.grammar.clauses import infinitive
from extract.grammar.voice import lemma
from extract.tree import Token

# The words of a verb's or a noun's own phrase, between the idiom and its head: "came close to *being publicly* ejected".
OWN_TAGS = {"RB", "DT", "PRP$", "JJ", "TO"}
OWN_WORDS = {"be", "being", "been", "having", "have", "had", "has"}
OWN_REACH = 5
REACH = 14  # tokens before a head in which an idiom stands
NEGATIVE = {"not", "never", "n't", "n’t", "nothing"}
# What is done in spite of a "not" in the idiom is asked first.
STATUS = {"done_idioms": "happened", "denied_idioms": "denied", "planned_idioms": "planned"}


def status(head: Token) -> str | None:
    """The status that a set phrase before a head gives it; None without one."""
    for key, given in STATUS.items():
        if (denied := _before(head, key)) is not None:
            return "happened" if denied and given == "denied" else "denied" if denied and given == "planned" else given
    return None


def just_done(verb: Token) -> bool:
    """ "*had hardly* been ejected *when* they walked out": done, and not long before; what "had hardly *begun* when" is not."""
    if verb.lower_ in {"begun", "started", "opened"}:
        return False
    marks = (m.lower_ for c in verb.children if c.dep_ == "advcl" for m in c.children if m.dep_ in {"mark", "advmod"})
    return any(c.lower_ in {"had", "'d"} for c in verb.children) and not {"when", "before", "than"}.isdisjoint(marks)


def habitual(head: Token) -> bool:
    """ "*is known for* heckling", "*used to* heckle", "*has a habit of* walking out"."""
    return _before(head, "habit_idioms") is False


def _before(head: Token, key: str) -> bool | None:
    """Whether a phrase of that list stands right before the head's own words: None if not, True if it is itself denied."""
    if not within.may_say(head.sent, "modality", key):
        return None
    start, own = max(head.sent.start, head.i - REACH), head.i
    while own > max(start, head.i - OWN_REACH) and _of_its_own(head.doc[own - 1]):
        own -= 1
    ahead = phrases.line(head.doc[start:own])
    text = phrases.line(head.doc[start : head.i])
    for phrase in phrases.possible(text, "modality", key):
        found = [m for m in phrases.pattern(phrase).finditer(text) if m.end() >= len(ahead)]
        if found:
            return any(word.split("/")[0] in NEGATIVE for word in text[: found[-1].start()].split()[-2:])
    return None


def _of_its_own(token: Token) -> bool:
    """Whether a word before a head belongs to the head's own phrase."""
    return token.tag_ in OWN_TAGS or token.lower_ in OWN_WORDS or token.dep_ == "compound"


def ceased(verb: Token, governor: Token, how: str) -> bool:
    """ "The Speaker asked them to *stop whistling*": they whistled; what a party wants stopped need not have been done."""
    ceases = lemma(governor) in lexicon.words("modality", "ceasing") and infinitive(governor)
    noise = lemma(verb) in lexicon.words("speech", "shout") or lemma(verb) in lexicon.words("modality", "noisy")
    asked = governor.head
    tellers = [c for c in asked.children if c.dep_.startswith("nsubj") or c.dep_ == "obl:agent"]
    chairs = lexicon.words("offices", "chairs")
    chaired = any(t.lower_ in chairs for teller in tellers for t in (teller, *teller.children))
    return ceases and how == "infinitive" and verb.tag_ == "VBG" and noise and chaired
