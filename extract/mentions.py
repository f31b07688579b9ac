"""Document → mentions: every name, office, group and pronoun that may be an actor; not yet decided who it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract import crowds, departed, duals, grammar, lexicon, owners
from extract.charges import given_names
from extract.document import Document
from extract.lexicon import words
from extract.mention import Mention, MentionKind
from extract.nobody import dateline, only_cried
from extract.partisans import partisan
from extract.runs import FATHERLY, Unit, houses_of, no_one, runs_of, words_of
from extract.tree import Span, Token

ITS_OWN = "it"  # "Labour says *it* will not"
PERSON_PRONOUNS = ("male_words", "female_words", "plural_words", "first_words", "second_words")
MEMBERS = {"mps", "members", "senators", "backbenchers", "ministers", "benches", "lawmakers", "legislators"}
PARTY_NOUNS = {"party", "alliance", "bloc", "coalition", "caucus", "movement"}


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """All mentions of an article, in reading order."""
    found: list[Mention] = []
    for sentence in document.doc.sents:
        row = list(words_of(document, sentence.start, sentence.end))
        for units in runs_of(document, row):
            found += _interpret(document, units)
    found += _houses(document, found)
    found += crowds.unnamed(document, found)
    found += departed.those(document, found)
    found += _pronouns(document, found)
    found = [crowds.counted(document, m) for m in partisan(document, found)]
    found = owners.with_owners(document, sorted(found, key=lambda m: m.start))
    return tuple(owners.with_of(document, found))


def _interpret(document: Document, units: list[Unit]) -> list[Mention]:
    """What a run of units is: a person with titles, an office, a rank, a group, a party, or a bare name."""
    titles = [
        n
        for n, u in enumerate(units)
        if u.kind in {"hon", "chair", "office", "rank"}
        or (u.kind == "group" and u.text.lower() in {"mps", "senators", "ministers", "councillors"})
    ]
    last = titles[-1] if titles else -1
    tail = units[last + 1 :]
    if last < 0 and _adherent(document, units):
        return [_person(document, units[:1], units[1:])]
    if last >= 0 and tail and all(u.kind == "cap" for u in tail):
        return [_person(document, units[: last + 1], tail)]
    end = units[-1]
    if no_one(document, units):
        return []
    if all(u.kind == "cap" for u in units):
        return _bare(document, units)
    if (name := _postnominal(document, units)) is not None:
        return [name]
    if end.kind in {"chair", "office", "rank"}:
        return [_titled(document, units)]
    if end.kind == "group":
        return [_group(document, units)]
    if end.kind == "party":
        return [_party(document, units)]
    return _split(document, units)


def _adherent(document: Document, units: list[Unit]) -> bool:
    """ "*Republican Dan Moss*": somebody with what he is, not a party and somebody."""
    first, *name = units
    if first.kind != "party" or len(name) < 2 or any(u.kind != "cap" for u in name):
        return False
    labels = {t.ent_type_ for t in document.doc[name[0].start : name[-1].end]}
    person = "PERSON" in labels or name[0].text.lower() in given_names()
    return person and first.text.lower().split()[-1] in words("offices", "partisans")


def _split(document: Document, units: list[Unit]) -> list[Mention]:
    """A run that reads as two mentions ("Labour Kelvin Davis"): cut where the kind changes."""
    if units[-1].kind == "hon":  # a title with no name behind it: "the Hon."
        return _interpret(document, units[:-1]) if units[:-1] else []
    cut = next(n for n in range(len(units) - 1, -1, -1) if units[n].kind != "cap") + 1
    return _interpret(document, units[:cut]) + _interpret(document, units[cut:])


def _make(document: Document, kind: MentionKind, units: list[Unit], **more: object) -> Mention:
    """A mention over some units, its head found by the parse."""
    start, end = units[0].start, units[-1].end
    span = document.doc[start:end]
    before = document.doc[start - 1] if start else None
    definite = (before is not None and before.lower_ in {"the", "this", "that", "'s"}) or (
        before is not None and before.dep_ == "nmod:poss"
    )
    if before is not None and before.pos_ in {"ADJ", "NOUN", "VERB"} and before.i and document.doc[before.i - 1].lower_ == "the":
        definite = True
    definite = definite or _of_a_house(document, start)
    text = document.article.text[span.start_char : span.end_char]
    return Mention(kind, start, end, _head(span), text, definite=definite, **more)  # type: ignore[arg-type]


def _of_a_house(document: Document, start: int) -> bool:
    """ "The Sindh Assembly *speaker*": whether a house with its article stands right before."""
    at = start - 1
    if at < 1 or document.doc[at].lower_ not in words("offices", "houses"):
        return False
    while at > 0 and start - at < 5 and document.doc[at].pos_ in {"PROPN", "NOUN", "ADJ"}:
        at -= 1
    return document.doc[at].lower_ in {"the", "'s"} or document.doc[at].i == 0


def _head(span: Span) -> int:
    """The word that others hang on: "*Earlier* Ann Hale spoke", where the parser took the adverb for a part of the name."""
    root, above = span.root, span.root.head
    return above.i if root.dep_ == "flat" and above.i == span.start - 1 and above.pos_ == "ADV" else root.i


def _person(document: Document, titles: list[Unit], tail: list[Unit]) -> Mention:
    """ "Labour MP *Kelvin Davis*", "Mr *Key*"."""
    office = _highest(titles)
    genders = {u.text.lower() for u in titles}
    gender = "f" if genders & words("offices", "female") else "m" if genders & words("offices", "male") else ""
    modifiers = tuple(u.text for u in titles if u.kind in {"cap", "party", "group"})
    name = _make(
        document, "name", titles + tail, name=tuple(u.text for u in tail), office=office, modifiers=modifiers, gender=gender
    )
    return replace(name, party=_party_of(titles))


def _highest(titles: list[Unit]) -> str:
    """The title by which one goes: the last, but the chair before a mere rank: "*Committee chair* Senator Ann Hale"."""
    held = [u for u in titles if u.kind in {"chair", "office", "rank"}]
    chairs = [u for u in held if u.kind == "chair"] if held and held[-1].kind == "rank" else []
    return next((u.text for u in (*reversed(chairs), *reversed(held))), "")


def _postnominal(document: Document, units: list[Unit]) -> Mention | None:
    """ "*Ann Hale TD*", "*Mr Lind MP*": a title of letters behind a person's name; "the *Alice Springs MP*" is no Alice."""
    *name, last = units
    if not (last.kind == "rank" and last.text.isupper() and len(name) > 1 and all(u.kind in {"cap", "hon"} for u in name)):
        return None
    bare = [u for u in name if u.kind == "cap"]
    labels = {t.ent_type_ for t in document.doc[name[0].start : last.start]}
    person = labels == {"PERSON"} or (bare and bare[0].text.lower() in given_names() and not labels & {"LOC", "ORG"})
    if not bare or (name[0].kind == "cap" and not person) or (name[0].start and document.doc[name[0].start - 1].lower_ == "the"):
        return None
    made = _person(document, [u for u in name if u.kind == "hon"], bare) if name[0].kind == "hon" else _bare(document, bare)[0]
    whole = document.doc[name[0].start : last.end]
    return replace(made, start=whole.start, end=whole.end, head=whole.root.i, office=last.text, sure=True)


def _party_of(titles: list[Unit]) -> str:
    """The party among the words before a title: "*Green Party* co-leader", "*Labour* MP", "*United Future* leader"."""
    listed = [u.text for u in titles if u.kind == "party"]
    if listed:
        return listed[0]
    at = next((n for n, u in enumerate(titles) if u.kind == "group" and u.text.lower() in PARTY_NOUNS), None)
    if at:
        return " ".join(u.text for u in titles[: at + 1] if u.kind in {"cap", "group"})
    caps = [u.text for u in titles if u.kind == "cap"]
    leads = any(u.text.lower() in {"leader", "co-leader", "deputy leader", "whip", "party leader", "party whip"} for u in titles)
    return " ".join(caps) if caps and leads else ""


def _titled(document: Document, units: list[Unit]) -> Mention:
    """ "the *Prime Minister*", "the *Labour MP*"."""
    kind: MentionKind = "rank" if units[-1].kind in {"rank", "party"} else "office"
    gender = "f" if units[-1].text.lower() in words("offices", "female") else ""
    modifiers = tuple(u.text for u in units[:-1])
    units = _with_portfolio(document, units)
    made = _make(document, kind, units, office=units[-1].text, modifiers=modifiers, party=_party_of(units), gender=gender)
    plural = document.doc[units[-1].end - 1].tag_ in {"NNS", "NNPS"}
    if kind == "rank" and units[0].start and document.doc[units[0].start - 1].lower_ in {"every", "each"}:
        return _every(made)
    return replace(made, kind="group" if plural else kind, plural=plural)


def _with_portfolio(document: Document, units: list[Unit]) -> list[Unit]:
    """ "the *roads minister*": what a minister is for, where no list has it; "an *unidentified* member"."""
    before = document.doc[units[0].start - 1] if units[0].start else None
    head = document.doc[units[-1].end - 1]
    if before is not None and before.text in {"unidentified", "unnamed", "unknown", "anonymous"}:
        return [Unit("portfolio", before.i, before.i + 1, before.text), *units]
    if before is None or before.dep_ != "compound" or before.head != head or not before.text.islower():
        return units
    listed = units[-1].text.lower().split()[-1] in {"minister", "secretary", "spokesman", "spokeswoman", "spokesperson"}
    return [Unit("portfolio", before.i, before.i + 1, before.text), *units] if listed and before.is_alpha else units


def _every(one: Mention) -> Mention:
    """ "every *Labour MP*": all of them, "Labour MPs"."""
    several = " ".join((*one.modifiers, lexicon.plural(one.office)))
    party = one.party or " ".join(m for m in one.modifiers if m[:1].isupper())
    return replace(one, kind="group", plural=True, text=several, office=lexicon.plural(one.office).lower(), party=party)


def _group(document: Document, units: list[Unit]) -> Mention:
    """ "*Labour MPs*", "the *opposition benches*", "the *Labour Party*", "*ruling party* deputies"."""
    last, before = units[-1].text.lower(), document.doc[units[0].start - 1] if units[0].start else None
    sided = units[0].text.lower() == "party" or (len(units) == 1 and last in words("offices", "member_groups") | {"side"})
    if before is not None and sided and before.lower_ in words("offices", "governing") | words("offices", "opposing"):
        units = [Unit("side", before.i, before.i + 1, before.text), *units]
    party = _party_of(units)
    if last in PARTY_NOUNS and len(units) > 1 and units[-2].kind in {"cap", "party"}:
        return _make(document, "party", units, party=" ".join(u.text for u in units), modifiers=tuple(u.text for u in units[:-1]))
    if not party and len(units) > 1 and units[0].kind == "cap" and (last in MEMBERS or units[0].text.isupper()):
        party = " ".join(u.text for u in units if u.kind == "cap")
    modifiers = tuple(u.text for u in units[:-1])
    return _make(document, "group", units, party=party, plural=True, office=last, modifiers=modifiers)


def _party(document: Document, units: list[Unit]) -> Mention:
    """ "*Labour*", "the *Greens*"; "a *Republican* from Ohio" and a headline's "*Democrat* ejected" are somebody of it."""
    if (
        len(units) > 1
        and _opens(document.doc[units[0].start])
        and units[0].text in {"First", "Then", "Next", "Later", "Earlier"}
    ):
        units = units[1:]  # "First *Labour's* Tom Marlowe left"
    before = document.doc[units[0].start - 1].lower_ if units[0].start else ""
    token = document.doc[units[-1].end - 1]
    alone = token.is_sent_start and token.tag_ in {"NN", "NNP"} and len(units) == 1
    if (
        (alone or before in {"a", "an", "the"})
        and units[-1].text.lower() in words("offices", "ranks")
        and token.dep_ not in {"amod", "compound"}
    ):
        return _titled(document, units)
    return _make(document, "party", units, party=units[-1].text)


def _opens(token: Token) -> bool:
    """Whether a word opens its sentence, or what follows a dateline: "WELLINGTON - *First* Labour's whip left"."""
    return token.is_sent_start or (token.i > 0 and token.nbor(-1).text in {"-", "–", "—"})


def _bare(document: Document, units: list[Unit]) -> list[Mention]:
    """Capitalised words alone: a name if the model or the shape says so, else unsure, for the resolver to settle."""
    start, end = units[0].start, units[-1].end
    labels = [t.ent_type_ for t in document.doc[start:end] if t.ent_type_]
    name = document.doc[start:end].text.lower()
    if any(word in words("offices", "houses") for word in (*(u.text.lower() for u in units), name)):
        return []
    if dateline(document, start, end):
        return []
    if start and document.doc[start - 1].lower_ == "the":  # "the Herald": a person's name takes no article
        return []
    described = len(units) > 2 and units[0].text.lower() in words("people", "persons")  # "*Resident* Joe Lind shouted"
    called = tuple(u.text for u in units[described:])
    given = len(units) > 1 and called[0].lower() in given_names() and not {"ORG", "LOC"} & set(labels)
    descended = any(u.text in FATHERLY for u in units[1:-1]) and not {"ORG", "LOC"} & set(labels)  # "Rhodri *ap* Huw"
    sure = ("PERSON" in labels or given or descended) and not only_cried(document, start, end)
    if labels and not sure and len(set(labels)) == 1:
        return [_make(document, "name", units, name=called, sure=False)] if len(units) < 4 else []
    return [_make(document, "name", units, name=called, sure=sure)]


def _pronouns(document: Document, found: list[Mention]) -> Iterator[Mention]:
    """The pronouns, and the House as a body, that are no part of another mention."""
    taken, known = {n for m in found for n in range(m.start, m.end)}, _pronominal()
    yield from (m for t in document.doc if t.lower_ in known and t.i not in taken and (m := _pronoun(t)))


@lexicon.per_codebook
def _pronominal() -> frozenset[str]:
    """The words that may be a pronoun or the House."""
    return words("people", "pairs", "quantifiers", *PERSON_PRONOUNS) | words("offices", "houses") | {ITS_OWN, *duals.LATTER}


def _pronoun(token: Token) -> Mention | None:
    """ "he", "them", "my"; and "the House" as a body."""
    lower = token.lower_
    some = lower in words("people", "quantifiers") and token.head.pos_ == "VERB" and token.i < token.head.i
    if duals.pair(token) or duals.latter(token) or some:
        office, several = ("plural_words", True) if lower not in duals.LATTER else ("veteran", False)
        return Mention("pronoun", token.i, token.i + 1, token.i, token.text, office=office, plural=several)
    if lower == ITS_OWN and grammar.told_of_itself(token) is not None:
        return Mention("pronoun", token.i, token.i + 1, token.i, token.text, office="neuter_words")
    for key in PERSON_PRONOUNS:
        if lower in words("people", key):
            gender = {"male_words": "m", "female_words": "f"}.get(key, "")
            return Mention(
                "pronoun", token.i, token.i + 1, token.i, token.text, office=key, gender=gender, plural=key == "plural_words"
            )
    if lower in words("offices", "houses") and token.pos_ in {"NOUN", "PROPN"} and token.tag_ not in {"NNS", "NNPS"}:
        before = token.doc[token.i - 1].lower_ if token.i else ""
        if before == "the" or lower == "parliament":
            return Mention("house", token.i, token.i + 1, token.i, token.text, definite=True)
    return None


def _houses(document: Document, found: list[Mention]) -> Iterator[Mention]:
    """ "the *Lok Sabha* voted": a house of several words; "the House of Commons" is the House."""
    taken = {n for m in found for n in range(m.start, m.end)}
    for start, end in houses_of(document):
        span = document.doc[start:end]
        if not taken.intersection(range(start, end)) and span.root.dep_ != "compound":
            yield Mention("house", start, end, span.root.i, span.text, definite=True)
