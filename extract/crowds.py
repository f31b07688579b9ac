"""Those whom no name or title names: "somebody", "a woman from Carrow", "two of her colleagues", "40 people in the gallery".

A common noun for a person is an actor only where a clause makes one of it; what it is of ("a nurse's pay") is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract import lexicon
from extract.document import Document
from extract.forms import MANY_WORDS, fuller, text_of
from extract.lexicon import words
from extract.mention import Mention, MentionKind
from extract.records import CALLED
from extract.tree import Token

ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "nmod", "conj", "parataxis", "vocative", "ROOT", "root")
NO_ACTORS = {"nmod:poss", "nmod:desc", "nmod:tmod", "nmod:npmod", "obl:npmod", "obl:tmod"}
SEATS = ("galler", "bench", "ranks", "stands", "aisle", "chamber")
SIDES = {"Minority", "Majority"}  # of a house, as the press of Accra, Nairobi and Washington writes them
WORKERS = "workers"  # "*steelworkers*"
UNNAMED = {"others", "those"}  # people where they are counted


def unnamed(document: Document, found: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions of people by common nouns and indefinite words, beside those that titles and lists have found."""
    taken, known = {i for m in found for i in range(m.start, m.end)}, _peopled()
    for token in document.doc:
        if token.i in taken or not (token.lower_ in known or token.pos_ == "NUM" or token.lower_.endswith(WORKERS)):
            continue
        if token.lower_ in words("people", "somebody"):
            yield from [_somebody(document, token)] if _argues(token) and _told_of(document, token) else []
        elif token.lower_ in words("people", "anybody"):
            continue  # nobody in particular
        elif token.text in SIDES and _argues(token) and token.i and token.nbor(-1).lower_ == "the":
            yield Mention("group", token.i, token.i + 1, token.i, token.text, office=token.lower_, definite=True, plural=True)
        elif token.lower_ in words("people", "quantifiers") and _argues(token) and (forms := _placed(document, token)):
            yield Mention("group", token.i, token.i + 1, token.i, forms[0], office="some", plural=True, fuller=forms)
        elif (side := _other_side(document, token, found)) is not None:
            yield side
        elif (lone := some_of_them(document, token) or of_theirs(document, token, taken) or number(token)) is not None:
            yield lone
        elif (person := _person(document, token)) is not None:
            yield person


@lexicon.per_codebook
def _peopled() -> frozenset[str]:
    """The words for people that are asked about, beside numbers and workers of any trade."""
    listed = words("people", "somebody", "anybody", "quantifiers", "few", "persons") | words("offices", "governing", "opposing")
    return listed | _several() | {side.lower() for side in SIDES} | {"voice", *UNNAMED}


def _other_side(document: Document, token: Token, found: Iterable[Mention]) -> Mention | None:
    """ "*ruling* and opposition members": the side of which the noun is said but once."""
    sides = words("offices", "governing", "opposing")
    if token.lower_ not in sides or token.i + 2 >= len(token.doc) or token.nbor().lower_ not in {"and", "or"}:
        return None
    group = next((m for m in found if m.start == token.i + 2 and m.kind == "group" and m.modifiers), None)
    if group is None or group.modifiers[0].lower() not in sides - {token.lower_}:
        return None
    text = f"{token.text} {group.text.split()[-1]}"
    return Mention("group", token.i, token.i + 1, token.i, text, office=group.office, plural=True, modifiers=(token.text,))


def _placed(document: Document, token: Token) -> tuple[str, ...]:
    """ "*some in the gallery*": the forms that say where they are."""
    return tuple(form for form in fuller(document, token) if any(word in form.lower() for word in SEATS))


def _argues(token: Token) -> bool:
    """Whether a clause can make a doer or a sufferer of it."""
    predicate = any(c.dep_ == "cop" or c.dep_.startswith("nsubj") for c in token.children)
    return token.dep_.startswith(ARGUMENTS) and token.dep_ not in NO_ACTORS and not predicate


def _told_of(document: Document, token: Token) -> bool:
    """Whether somebody did a thing, or sits somewhere: "*somebody* shouted", not "said that *somebody* had to speak up"."""
    verb = token.head
    if document.quote_at(token.idx) is not None:
        return False
    cries = lexicon.verb_of(verb.lower_, verb.lemma_) in words("speech", "shout")
    behind = cries and verb.i + 1 == token.i and verb.i > 0 and verb.nbor(-1).is_quote  # "'Shame!' shouted *somebody*"
    if not (token.dep_.startswith("nsubj") or token.dep_ == "obl:agent" or behind):
        return bool(_placed(document, token))
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark" and c.i < verb.i}
    modal = any(c.tag_ == "MD" for c in verb.children) or verb.lemma_ in {"need", "have", "be", "want"}
    claimed = verb.dep_ in {"ccomp", "xcomp"} and not (cries or fuller(document, token))  # a claim that tells what or where
    return not modal and not claimed and not marks & {"if", "whether", "unless", "lest"}


def _somebody(document: Document, token: Token) -> Mention:
    """ "*somebody* at the back"."""
    return Mention("someone", token.i, token.i + 1, token.i, token.text, office="somebody", fuller=fuller(document, token))


def _person(document: Document, token: Token) -> Mention | None:
    """ "a *woman* from Carrow", "*nurses* in the gallery", "ten *others*"."""
    opens = token.is_sent_start and token.pos_ == "NOUN" and token.is_title  # "*Nurses* in the gallery shouted"
    if not (token.text.islower() or opens) or not _argues(token):
        return None
    if token.tag_ == "NN" and (token.lower_ in words("people", "persons") or _voice(token)):
        return _one(document, token)
    counted = any(c.dep_ == "nummod" for c in token.children)
    several = token.tag_ == "NNS" and (token.lower_ in _several() or token.lower_.endswith(WORKERS))
    if several or (token.text in UNNAMED and counted):
        start = _start(token)
        made = Mention("group", token.i, token.i + 1, token.i, token.text, office=token.lower_, plural=True)
        return replace(made, definite=_definite(document, token.i), modifiers=_words(document, start, token.i))
    return None


def _voice(token: Token) -> bool:
    """ "a *voice* shouted": somebody, unless it is said whose it is."""
    cries = words("speech", "shout") | words("speech", "say") | {"hear", "come"}
    heard = token.text == "voice" and token.dep_.startswith("nsubj") and token.head.lemma_ in cries
    return heard and not any(c.dep_.startswith("nmod") for c in token.children)


def _one(document: Document, token: Token) -> Mention | None:
    """One person with what is said of it before the noun: "*unidentified man*"; "her *colleague*" is left to the reader."""
    articles = [c.lower_ for c in token.children if c.dep_ == "det" or c.lower_ == "one"]
    if any(c.dep_ == "nmod:poss" for c in token.children) or not articles or articles[0] in {"no", "any", "every", "each"}:
        return None
    start = _start(token)
    text, forms = document.doc[start : token.i + 1].text, fuller(document, token)
    seated = any(word in form.lower() for form in forms for word in SEATS)
    if forms and not seated and token.i + 1 < len(document.doc) and document.doc[token.i + 1].lower_ == "from":
        text = forms[0]
    gender = "m" if token.text in words("people", "males") else "f" if token.text in words("people", "females") else ""
    definite = articles[0] in {"the", "this", "that", "these", "those"}
    return Mention(
        "someone", start, token.i + 1, token.i, text, office=token.text, gender=gender, definite=definite,
        fuller=forms,
    )  # fmt: skip


def _start(token: Token) -> int:
    """Where the adjectives before a noun begin."""
    at = token.i
    while at and _adjective(token.doc[at - 1]) and token.doc[at - 1].head in (token, token.doc[at]):
        at -= 1
    return at


def _adjective(token: Token) -> bool:
    """Whether a word can stand between an article and its noun."""
    return token.dep_ in {"amod", "compound", "nmod:desc"} and token.is_alpha


def _words(document: Document, start: int, end: int) -> tuple[str, ...]:
    return tuple(t.text for t in document.doc[start:end])


def _definite(document: Document, at: int) -> bool:
    return any(c.dep_ == "det" and c.lower_ in {"the", "these", "those"} for c in document.doc[at].children)


@lexicon.per_codebook
def _several() -> frozenset[str]:
    """The plurals of the nouns for persons."""
    return frozenset(lexicon.plural(word) for word in words("people", "persons")) | words("people", "crowds")


def number(token: Token) -> Mention | None:
    """ "The *three* left", "the *pair*": so many of those told of."""
    before = token.nbor(-1).lower_ if token.i else ""
    told = token.dep_.startswith(("nsubj", "obj")) and before in {"the", "these", "all"}
    if not told or token.pos_ != "NUM" or not token.is_alpha or any(c.dep_ == "nmod" for c in token.children):
        return None
    return Mention("group", token.i, token.i + 1, token.i, token.text, definite=True, plural=True, number=token.lower_)


def counted(document: Document, mention: Mention) -> Mention:
    """ "*three* opposition members", "*two of her* colleagues": so many of them are not all of them; in every form told."""
    if mention.kind != "group" or not mention.office:
        return mention
    doc, head = document.doc, document.doc[mention.head]
    forms = (*fuller(document, head), *_on_the_record(document, head))
    if (part := _partitive(document, mention)) is not None:
        same = part.text == mention.text
        return replace(part, fuller=(*forms, *part.fuller, *(() if same else (*fuller(document, doc[part.head]), mention.text))))
    before = doc[mention.start - 1] if mention.start else None
    so_many = before is not None and before.pos_ == "NUM" and before.sent == head.sent
    if before is None or not so_many or not (before.is_alpha or (before.dep_ == "nummod" and len(before) < 4)):
        return replace(mention, fuller=forms)
    at = before.i - 2 * (before.i > 1 and doc[before.i - 1].text == "-" and doc[before.i - 2].lower_.endswith("ty"))
    definite = at > 0 and doc[at - 1].lower_ in {"the", "these", "those"}
    many, text = doc[at : before.i + 1].text.lower(), text_of(document, at, mention.end)  # "*twenty-one* members"
    return replace(mention, start=at, text=text, number=many, definite=definite, fuller=(*forms, mention.text))


def _on_the_record(document: Document, head: Token) -> tuple[str, ...]:
    """ "*Some hon. members*: Shame!": those whom a record names so, whatever its points did to the sentence."""
    start, end = document.paragraphs[document.paragraph_of(head.idx)]
    line = CALLED.match(document.article.text, start, end)
    return (line[0].strip().rstrip(":"),) if line is not None and head.idx < line.end() else ()


def _partitive(document: Document, mention: Mention) -> Mention | None:
    """ "*Two of her colleagues*", "*one of the protesters*": those of them who act; "*dozens of* protesters" is one more form."""
    doc, at = document.doc, mention.start - 1
    while at > 0 and (doc[at].dep_.startswith(("det", "nmod:poss", "amod", "case")) and doc[at].lower_ != "of"):
        at -= 1
    if at < 1 or doc[at].lower_ != "of":
        return None
    many, one = doc[at - 1], doc[at - 1].lower_ == "one"
    if many.lower_ in words("people", "few") and many.dep_.startswith(ARGUMENTS):
        kind: MentionKind = "someone" if one else "group"
        text = text_of(document, many.i, mention.end)
        return replace(
            mention, kind=kind, start=many.i, head=many.i, text=text, number=many.lower_, definite=False, plural=not one
        )
    if many.lower_ in words("people", "quantifiers") or many.lower_.removesuffix("s") in words("people", "amounts"):
        return replace(mention, fuller=(text_of(document, many.i, mention.end), *fuller(document, many)))
    return None


def some_of_them(document: Document, token: Token) -> Mention | None:
    """ "*One of them* shouted", "*four of those* who sit with him": of people whom a pronoun names."""
    if token.lower_ not in words("people", "few") or not token.dep_.startswith(ARGUMENTS):
        return None
    doc = document.doc
    if (lone := _lone(document, token)) is not None:
        return lone
    follows = [t.lower_ for t in doc[token.i + 1 : token.i + 3]]
    if len(follows) < 2 or follows[0] != "of" or follows[1] not in {"them", "those", "these", "us", "whom"}:
        return None
    one = token.lower_ == "one"
    return Mention(
        "someone" if one else "group", token.i, token.i + 3, token.i, doc[token.i : token.i + 3].text, office="those",
        number=token.lower_, plural=not one, fuller=fuller(document, doc[token.i + 2]),
        definite=token.i > 0 and token.nbor(-1).lower_ == "the",
    )  # fmt: skip


def _lone(document: Document, token: Token) -> Mention | None:
    """ "They booed, and *one* shouted 'Shame!'": one of those just told of, where it is a cry that *one* utters."""
    cries = lexicon.verb_of(token.head.lower_, token.head.lemma_) in words("speech", "shout")
    if token.lower_ != "one" or not cries or not token.dep_.startswith("nsubj") or document.quote_at(token.idx) is not None:
        return None
    if any(c.dep_.startswith(("nmod", "amod", "det", "acl")) for c in token.children):
        return None
    return Mention("someone", token.i, token.i + 1, token.i, token.text, office="those", number="one")


def of_theirs(document: Document, token: Token, taken: set[int]) -> Mention | None:
    """ "*Two of her team*", "*a dozen of his fellow landscapers*": so many of those whom no list of titles knows."""
    if token.lower_ not in words("people", "few") | {"dozen", "handful", "couple"} or not token.dep_.startswith(ARGUMENTS):
        return None
    doc = document.doc
    rest = [t for t in doc[token.i + 1 : token.i + 1 + MANY_WORDS] if t.sent == token.sent]
    if len(rest) < 3 or rest[0].lower_ != "of" or rest[1].tag_ != "PRP$":
        return None
    head = rest[1].head
    known = words("offices", "fellows") | words("people", "crews")
    peopled = head.lower_ in known or any(t.lower_ == "fellow" for t in rest[2:4])
    if not rest[1].i < head.i <= rest[-1].i or head.i in taken or not peopled:
        return None
    text, forms = text_of(document, token.i, head.i + 1), fuller(document, head)
    made = Mention("group", token.i, head.i + 1, token.i, text, office="those", plural=True)
    return replace(made, number=token.lower_, fuller=forms)
