"""Which rules name a frame, and whether the words they ask for stand in its slots: no actors yet, only words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extract import grammar, lexicon
from extract.grammar import Frame
from extract.grammar.phrases import Wanted, first_held, holds, line
from extract.grammar.remembered import remembered
from extract.lexicon import Rule
from extract.tree import Token

PARTS = set("both all some several two three four five six half none each".split())
TIMES = {"rest", "remainder", "balance", "end", "close", "start"}
TOLD = {"agentless": "in the passive without a doer", "passive": "in the passive", "active": "active", "nominal": "a noun"}
PLAIN = {"~": "their", "_": "…", "#": "a number", "...": "…", "*": "anything"}
# What a rule needs told beside it: it comes after those that stand alone.
LEANING = {"incident", "asked", "own offence", "row", "answered", "ruled", "just asked", "put to the chair"}
NEAR = 6  # tokens within which a phrase tells where somebody is put out of


def candidates(frame: Frame, possible: frozenset[int] | None = None) -> list[Rule]:
    """The rules that name a frame's predicate, most demanding first; of those *possible* in its sentence, where they are told."""
    token, rules = frame.echo or frame.token, sorted_rules()
    nouns = {form for word in (token.lower_, grammar.lemma(token)) for form in (word, word.replace("-", ""))}
    named = {frame.lemma} if frame.kind == "verb" else nouns
    forms = {form for form in named if lexicon.is_form(token.lower_, form)}  # what the gate knows it by
    near = {n for form in forms for n in _by_word().get((frame.kind, form), ())}
    return [rules[n] for n in sorted(near if possible is None else near & possible) if names(rules[n], frame)]


def is_named(token: Token) -> bool:
    """Whether any rule can name a frame of a token: of most words of an article none can."""
    return token.lower_ in grammar.ORDINALS or bool(_naming(token.lower_, token.lemma_))


def may_name(token: Token, possible: frozenset[int]) -> bool:
    """Whether one of the possible rules can name a frame of a token."""
    if token.lower_ in grammar.ORDINALS:
        return True  # "Lind *another*": named by the noun that it stands for
    return not possible.isdisjoint(_naming(token.lower_, token.lemma_))


@lexicon.per_codebook
def _naming(form: str, lemma: str) -> frozenset[int]:
    """The rules that a word can name, as a verb or as a noun, by how it is written and what it is a form of."""
    keys = ((kind, word) for word in grammar.words_of(form, lemma) for kind in ("verb", "noun"))
    return frozenset(n for key in keys for n in _by_word().get(key, ()))


@lexicon.per_codebook
def _by_word() -> dict[tuple[str, str], tuple[int, ...]]:
    """Where in the sorted rules those stand that a verb's lemma or a form of a noun can name."""
    rows: dict[tuple[str, str], tuple[int, ...]] = {}
    for n, rule in enumerate(sorted_rules()):
        verbs = () if rule.said else (("verb", verb.split()[0]) for verb in rule.verbs)
        nouns = () if rule.said else (("noun", form) for noun in rule.nouns for form in _forms(noun))
        for key in {*verbs, *nouns}:
            rows[key] = (*rows.get(key, ()), n)
    return rows


def _forms(noun: str) -> tuple[str, ...]:
    """The words that can head an event noun as rules write it: "walk out" by itself, joined, and its last word."""
    parts = noun.split()
    joined = "".join(parts)
    return joined, f"{joined}s", parts[0] if "of" in parts else parts[-1]


def uttered(words: Sequence[Token], cue: Token | None) -> list[Rule]:
    """The rules of which quoted words are the act, with that verb of speaking where they ask for one."""
    said, lemma = line(words), grammar.lemma(cue) if cue is not None else ""
    count = sum(t.is_alpha for t in words)
    wanted, rows = _said()
    known = {row[0] for row in (rows[n] for n in wanted.found(said)) if holds(said, row[1])}
    rules = (rule for n, rule in enumerate(sorted_rules()) if n in known)
    return [r for r in rules if (not r.longest or count <= r.longest) and (not r.verbs or lemma in r.verbs)]


@lexicon.per_codebook
def _said() -> tuple[Wanted, tuple[tuple[int, str], ...]]:
    """The phrases by which rules know quoted words, and for each the number of its rule."""
    rows = tuple((n, phrase) for n, rule in enumerate(sorted_rules()) for phrase in rule.said)
    return Wanted.of(phrase for _, phrase in rows), rows


@lexicon.per_codebook
def sorted_rules() -> tuple[Rule, ...]:
    """All rules, the more demanding first; the order of the files settles ties."""
    return tuple(sorted(lexicon.rules(), key=lambda r: -demands(r)))


def demands(rule: Rule) -> int:
    """How much a rule asks for beyond its verb; one that leans on what was told before comes last."""
    if LEANING & set(rule.needs):
        return 0
    asked = (rule.subject, rule.object, rule.complement, rule.about, rule.prepositions, rule.actor_is, rule.target_is, rule.needs)
    surely = bool(rule.put_to) or "of the incident" in rule.needs  # whom one asks, or what one speaks of, says what it is
    return sum(bool(part) for part in asked) + (rule.scene == "outside") + 3 * surely


def names(rule: Rule, frame: Frame) -> bool:
    """Whether a rule's verbs or nouns name the predicate: "throw out" wants its particle, "ask for" its preposition."""
    if frame.kind == "noun":
        return any(_noun_is(frame.echo or frame.token, noun) for noun in rule.nouns)
    for verb in rule.verbs:
        lemma, _, particle = verb.partition(" ")
        if lemma == frame.lemma and (not particle or _has_particle(frame, particle)):
            return True
    return False


def _has_particle(frame: Frame, particle: str) -> bool:
    """Whether a verb has a particle or a preposition; with a mark of exclamation one that governs nothing: "cut *in*"."""
    if particle.endswith("!"):
        return particle[:-1] in frame.adverbs
    return particle in frame.particles or any(_own(t, frame.token) for t in frame.obliques(particle))


def _own(phrase: Token, verb: Token) -> bool:
    """Whether a phrase is the verb's, not that of one joined to it: "walked over and took it *from her hands*"."""
    between = (up for up in phrase.ancestors if verb.i < up.i and up.pos_ == "VERB" and up.dep_ == "conj")
    return not any(verb.is_ancestor(up) and any(c.dep_ == "obj" for c in up.children) for up in between)


def _noun_is(token: Token, noun: str) -> bool:
    """Whether a token heads that noun phrase, however it is hyphened: "walk-out", "walkout", "point of order"."""
    parts = noun.split()
    head = parts[0] if "of" in parts else parts[-1]
    joined = {form.replace("-", "") for form in (token.lower_, grammar.lemma(token))}
    if "".join(parts) in joined or "".join(parts) + "s" in joined:
        return True
    if head not in {grammar.lemma(token), token.lower_}:
        return False
    around = token.doc[max(0, token.i - 2 * len(parts)) : token.i + 2 * len(parts)]
    return holds(line(around), noun) or holds(line(around), " ".join(f"={part}" for part in parts))


def unmet(rule: Rule, frame: Frame) -> str:
    """What a rule asks for or refuses and a frame's words do not honour; empty where they do."""
    if "carried" in rule.needs and grammar.carried(frame.token) is None:
        return "no motion for it is told to be carried"
    if rule.voice and rule.voice != frame.voice:
        return f"it is not {TOLD[rule.voice]}"
    if rule.subject and not any(_is(t, rule.subject) for t in _doing(frame)):
        return f"its subject is none of {_menu(rule.subject)}"
    if rule.object and not any(_says(t, rule.object) for t in _objects(rule, frame)):
        return f"its object is none of {_menu(rule.object)}"
    if rule.complement and not any(_complement_is(t, rule.complement) for t in frame.complements):
        return f"it is not followed by {_menu(rule.complement)}"
    if "complement" in rule.needs and not frame.complements:
        return "nothing is said to be asked"
    clause = _clause_text(frame) if rule.about or rule.without else ""
    if rule.about and first_held(clause, rule.about) is None:
        return f"the clause says none of {_menu(rule.about)}"
    if rule.without and (held := first_held(clause, rule.without)) is not None:
        return f"the clause says “{held}”"
    if rule.source and not _out_of(frame, rule.source):
        return f"it is out of none of the {rule.source}"
    lost = (prep for prep, words in rule.prepositions if not any(_says(t, words) for t in frame.obliques(prep)))
    return next((f"nothing asked for stands behind “{prep}”" for prep in lost), "")


def _out_of(frame: Frame, source: str) -> bool:
    """Whether what one is put out of, if told, is a room of the list: "thrown out *of the House*", not "of prison"."""
    told = [t for prep in ("from", "of") for t in frame.obliques(prep) if t.i - frame.token.i < NEAR and not _part_of(t)]
    return not told or any(_says(t, tuple(lexicon.words("scene", source))) for t in told)


def _part_of(token: Token) -> bool:
    """ "both *of them*", "for the rest *of the day*": a phrase that says of whom or when, not out of where."""
    if grammar.lemma(token.head) in TIMES and token.dep_ == "nmod":
        return True
    case = next((c for c in token.children if c.lower_ == "of"), None)
    return (
        case is not None
        and case.i > 0
        and case.nbor(-1).lower_ in {"both", "all", "some", "several", "two", "three", "four", "five", "half"}
    )


@cache
def _menu(words: tuple[str, ...]) -> str:
    """The first few of a rule's phrases, quoted as a reader would write them: "~ ruling" is "their ruling"."""
    said = [" ".join(PLAIN.get(part, part.lstrip("=").partition("|")[0]) for part in word.split()) for word in words[:4]]
    return ", ".join(f"“{phrase}”" for phrase in dict.fromkeys(said)) + (", …" if len(words) > 4 else "")


def _objects(rule: Rule, frame: Frame) -> tuple[Token, ...]:
    return (*map(_whole, frame.patients), *_bare_objects(frame), *_governed(rule, frame))


def _bare_objects(frame: Frame) -> tuple[Token, ...]:
    return tuple(c for c in frame.token.children if c.dep_ in {"obj", "iobj", "nsubj:pass", "xcomp"})


def _doing(frame: Frame) -> tuple[Token, ...]:
    """Subjects, with one that the parser took for a part of its verb: "*Fists* flew"."""
    return frame.agents or tuple(c for c in frame.token.children if c.dep_ == "compound" and c.i < frame.token.i)


def _is(token: Token, words: tuple[str, ...]) -> bool:
    """Whether a phrase is headed by one of some words: "a shoving *match* between two members"."""
    text = line(t for t in token.subtree if t.i <= token.i)
    return any(holds(text, word) and text.split()[-1].split("/")[0] in word.replace("-", " ") for word in words)


def _whole(token: Token) -> Token:
    """The noun that a clause on its "of" phrase speaks of: "the *vote* of no confidence called by Lind"."""
    return token.head if token.dep_ == "nmod" and grammar.preposition(token) == "of" and token.head.pos_ == "NOUN" else token


def _governed(rule: Rule, frame: Frame) -> tuple[Token, ...]:
    """What the preposition of a verb governs, where a rule names the verb with it: "asked *for a ruling*"."""
    pairs = (verb.partition(" ") for verb in rule.verbs)
    return tuple(t for lemma, _, prep in pairs if prep and lemma == frame.lemma for t in frame.obliques(prep))


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
    return first_held(line(token.subtree), words) is not None


@remembered
def _clause_text(frame: Frame) -> str:
    """The plain words of the predicate and all that hangs on it, with those of the verb that carries a noun."""
    head = frame.token if frame.kind == "verb" and frame.token.dep_ != "cop" else frame.governor
    said = grammar.trailed(frame.token)
    head = said if said is not None else head
    parted = grammar.parted_subject(frame.token)  # "*A motion of no confidence*, he said, had gone in"
    own = line(frame.token.subtree) if frame.token != head else ""  # once, lest its end stand before its beginning
    return (line(parted.subtree) if parted is not None else "") + line(head.subtree) + own
