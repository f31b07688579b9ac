"""Every construction as one frame, on sentences parsed by hand: Universal Dependencies, as any pipeline may write them."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Token

from extract import grammar
from extract.grammar import Frame

VOCAB = spacy.blank("en").vocab  # knows lower case and punctuation
TAGS = {
    "NOUN": "NN",
    "PROPN": "NNP",
    "PRON": "PRP",
    "ADP": "IN",
    "PART": "TO",
    "DET": "DT",
    "ADJ": "JJ",
    "ADV": "RB",
    "SCONJ": "IN",
}


def parsed(rows: str) -> Doc:
    """A sentence of one token per row: word, lemma, part of speech (and tag for verbs), head's number from 1, relation."""
    table = [row.split() for row in rows.strip().splitlines()]
    pos = [row[2].split("/")[0] for row in table]
    tags = [row[2].split("/")[1] if "/" in row[2] else TAGS.get(pos[n], "") for n, row in enumerate(table)]
    return Doc(
        VOCAB,
        words=[row[0] for row in table],
        spaces=[n + 1 < len(table) and table[n + 1][0] not in {".", ",", "'s", "n't"} for n in range(len(table))],
        lemmas=[row[1] for row in table],
        pos=pos,
        tags=tags,
        heads=[(int(row[3]) or n) - (1 if int(row[3]) else 0) for n, row in enumerate(table)],
        deps=["ROOT" if row[4] == "root" else row[4] for row in table],
        sent_starts=[n == 0 for n in range(len(table))],
    )


def frame(doc: Doc, word: str) -> Frame:
    """The frame whose predicate is that word."""
    return next(f for f in grammar.frames(doc.sents) if f.token.text == word)


def texts(tokens: tuple[Token, ...] | list[Token]) -> list[str]:
    return [token.text for token in tokens]


ACTIVE = """
    The       the      DET        2 det
    Speaker   Speaker  PROPN      3 nsubj
    ejected   eject    VERB/VBD   0 root
    Okoro     Okoro    PROPN      3 obj
"""
PASSIVE = """
    Okoro     Okoro    PROPN      3 nsubj:pass
    was       be       AUX/VBD    3 aux:pass
    ejected   eject    VERB/VBN   0 root
    by        by       ADP        6 case
    the       the      DET        6 det
    Speaker   Speaker  PROPN      3 obl:agent
"""
PASSIVE_OBL = PASSIVE.replace("obl:agent", "obl")
AGENTLESS = """
    Okoro     Okoro    PROPN      3 nsubj:pass
    was       be       AUX/VBD    3 aux:pass
    ejected   eject    VERB/VBN   0 root
    from      from     ADP        6 case
    the       the      DET        6 det
    House     House    PROPN      3 obl
"""
RELATIVE = """
    Hale      Hale     PROPN      5 nsubj
    ,         ,        PUNCT      4 punct
    who       who      PRON/WP    4 nsubj
    heckled   heckle   VERB/VBD   1 acl:relcl
    left      leave    VERB/VBD   0 root
"""
RELATIVE_OBJECT = """
    The       the      DET        2 det
    minister  minister NOUN       6 nsubj
    whom      whom     PRON/WP    5 obj
    Hale      Hale     PROPN      5 nsubj
    heckled   heckle   VERB/VBD   2 acl:relcl
    left      leave    VERB/VBD   0 root
"""
PARTICIPLE = """
    Hale      Hale     PROPN      6 nsubj
    ,         ,        PUNCT      3 punct
    heckling  heckle   VERB/VBG   6 advcl
    Okoro     Okoro    PROPN      3 obj
    ,         ,        PUNCT      3 punct
    left      leave    VERB/VBD   0 root
"""
NAMED = """
    The       the      DET        2 det
    member    member   NOUN       6 nsubj
    named     name     VERB/VBN   2 acl
    by        by       ADP        5 case
    Lind      Lind     PROPN      3 obl
    left      leave    VERB/VBD   0 root
"""
FORCED = """
    Okoro     Okoro    PROPN      3 nsubj:pass
    was       be       AUX/VBD    3 aux:pass
    forced    force    VERB/VBN   0 root
    to        to       PART       5 mark
    leave     leave    VERB/VB    3 xcomp
"""
ORDERED = """
    Lind      Lind     PROPN      2 nsubj
    ordered   order    VERB/VBD   0 root
    Okoro     Okoro    PROPN      2 obj
    to        to       PART       5 mark
    leave     leave    VERB/VB    2 xcomp
"""
SUBJECT_CONTROL = """
    Lind      Lind     PROPN      2 nsubj
    promised  promise  VERB/VBD   0 root
    Okoro     Okoro    PROPN      2 obj
    to        to       PART       5 mark
    leave     leave    VERB/VB    2 xcomp
"""
COORDINATED = """
    Hale      Hale     PROPN      2 nsubj
    rose      rise     VERB/VBD   0 root
    and       and      CCONJ      4 cc
    heckled   heckle   VERB/VBD   2 conj
    Okoro     Okoro    PROPN      4 obj
"""
OWN_SUBJECT = """
    Hale      Hale     PROPN      2 nsubj
    rose      rise     VERB/VBD   0 root
    and       and      CCONJ      5 cc
    Lind      Lind     PROPN      5 nsubj
    heckled   heckle   VERB/VBD   2 conj
    Okoro     Okoro    PROPN      5 obj
"""
TOGETHER = """
    Hale      Hale     PROPN      4 nsubj
    and       and      CCONJ      3 cc
    Lind      Lind     PROPN      1 conj
    heckled   heckle   VERB/VBD   0 root
    Okoro     Okoro    PROPN      4 obj
    and       and      CCONJ      7 cc
    Tamihana  Tamihana PROPN      5 conj
"""
STAGED = """
    Labour    Labour   PROPN      2 nsubj
    staged    stage    VERB/VBD   0 root
    a         a        DET        4 det
    walkout   walkout  NOUN       2 obj
"""
FACED = """
    Hale      Hale     PROPN      2 nsubj
    faced     face     VERB/VBD   0 root
    heckling  heckling NOUN       2 obj
    from      from     ADP        6 case
    the       the      DET        6 det
    gallery   gallery  NOUN       3 nmod
"""
FACED_GERUND = """
    Hale      Hale     PROPN      2 nsubj
    faced     face     VERB/VBD   0 root
    heckling  heckle   VERB/VBG   2 xcomp
    from      from     ADP        6 case
    the       the      DET        6 det
    gallery   gallery  NOUN       3 obl
"""
POSSESSOR = """
    Okoro     Okoro    PROPN      3 nmod:poss
    's        's       PART/POS   1 case
    outburst  outburst NOUN       4 nsubj
    stunned   stun     VERB/VBD   0 root
    Hale      Hale     PROPN      4 obj
"""
BY_NOUN = """
    The       the      DET        2 det
    walkout   walkout  NOUN       5 nsubj
    by        by       ADP        4 case
    Greens    Greens   PROPN      2 nmod
    stunned   stun     VERB/VBD   0 root
    Hale      Hale     PROPN      5 obj
"""
GAVE = """
    Lind      Lind     PROPN      2 nsubj
    gave      give     VERB/VBD   0 root
    Okoro     Okoro    PROPN      2 iobj
    a         a        DET        5 det
    warning   warning  NOUN       2 obj
"""
GIVEN = """
    Okoro     Okoro    PROPN      3 nsubj:pass
    was       be       AUX/VBD    3 aux:pass
    given     give     VERB/VBN   0 root
    a         a        DET        5 det
    warning   warning  NOUN       3 obj
"""
MADE = """
    An        a        DET        2 det
    attack    attack   NOUN       4 nsubj:pass
    was       be       AUX/VBD    4 aux:pass
    launched  launch   VERB/VBN   0 root
    by        by       ADP        6 case
    Hale      Hale     PROPN      4 obl:agent
"""


@pytest.mark.parametrize(
    ("rows", "word", "voice", "agents", "patients"),
    [
        (ACTIVE, "ejected", "active", ["Speaker"], ["Okoro"]),
        (PASSIVE, "ejected", "passive", ["Speaker"], ["Okoro"]),
        (PASSIVE_OBL, "ejected", "passive", ["Speaker"], ["Okoro"]),
        (AGENTLESS, "ejected", "agentless", [], ["Okoro"]),
        (RELATIVE, "heckled", "active", ["Hale"], []),
        (RELATIVE_OBJECT, "heckled", "active", ["Hale"], ["minister"]),
        (PARTICIPLE, "heckling", "active", ["Hale"], ["Okoro"]),
        (NAMED, "named", "passive", ["Lind"], ["member"]),
        (FORCED, "forced", "agentless", [], ["Okoro"]),
        (FORCED, "leave", "active", ["Okoro"], []),
        (ORDERED, "ordered", "active", ["Lind"], ["Okoro"]),
        (ORDERED, "leave", "active", ["Okoro"], []),
        (SUBJECT_CONTROL, "leave", "active", ["Lind"], []),
        (COORDINATED, "heckled", "active", ["Hale"], ["Okoro"]),
        (OWN_SUBJECT, "heckled", "active", ["Lind"], ["Okoro"]),
        (TOGETHER, "heckled", "active", ["Hale", "Lind"], ["Okoro", "Tamihana"]),
        (STAGED, "walkout", "active", ["Labour"], []),
        (FACED, "heckling", "passive", ["gallery"], ["Hale"]),
        (FACED_GERUND, "heckling", "passive", ["gallery"], ["Hale"]),
        (BY_NOUN, "walkout", "nominal", ["Greens"], []),
        (GAVE, "warning", "active", ["Lind"], ["Okoro"]),
        (MADE, "attack", "passive", ["Hale"], []),
    ],
    ids=[
        "active", "passive with by", "passive with a plain oblique", "agentless", "relative", "relative object", "participle",
        "reduced relative", "forced", "control", "object control gives", "object control", "subject control",
        "shared subject", "own subject", "coordinated names", "light verb", "faced a noun", "faced a gerund", "by a noun",
        "recipient", "light verb passive",
    ],
)  # fmt: skip
def test_a_construction_is_one_frame(rows: str, word: str, voice: str, agents: list[str], patients: list[str]) -> None:
    found = frame(parsed(rows), word)
    assert (found.voice, texts(found.agents), texts(found.patients)) == (voice, agents, patients)


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        (POSSESSOR, "outburst", ["Okoro"]),
        (POSSESSOR.replace("nmod:poss", "compound"), "outburst", ["Okoro"]),
        (BY_NOUN, "walkout", []),
    ],
    ids=["owner", "owner whatever the parser says", "nobody's"],
)
def test_possessors(rows: str, word: str, expected: list[str]) -> None:
    assert texts(frame(parsed(rows), word).possessors) == expected


@pytest.mark.parametrize(("rows", "expected"), [(GAVE, ["Okoro"]), (GIVEN, ["Okoro"]), (STAGED, [])])
def test_recipients(rows: str, expected: list[str]) -> None:
    noun = "walkout" if rows == STAGED else "warning"
    assert texts(frame(parsed(rows), noun).recipients) == expected


def test_complements_and_phrases() -> None:
    assert texts(frame(parsed(ORDERED), "ordered").complements) == ["leave"]
    assert texts(frame(parsed(AGENTLESS), "ejected").obliques("from")) == ["House"]
    assert frame(parsed(AGENTLESS), "ejected").obliques("at") == ()
    assert texts(frame(parsed(FACED), "heckling").obliques("from")) == ["gallery"]


# particles

AFTER_OBJECT = """
    Lind      Lind     PROPN      2 nsubj
    threw     throw    VERB/VBD   0 root
    Okoro     Okoro    PROPN      2 obj
    out       out      ADP/RP     2 compound:prt
"""
BESIDE_VERB = """
    Lind      Lind     PROPN      2 nsubj
    threw     throw    VERB/VBD   0 root
    out       out      ADP/RP     2 compound:prt
    Okoro     Okoro    PROPN      2 obj
"""
AS_CASE = """
    Okoro     Okoro    PROPN      3 nsubj:pass
    was       be       AUX/VBD    3 aux:pass
    thrown    throw    VERB/VBN   0 root
    out       out      ADP        7 case
    of        of       ADP        7 case
    the       the      DET        7 det
    House     House    PROPN      3 obl
"""
AS_ADVERB = AFTER_OBJECT.replace("ADP/RP     2 compound:prt", "ADV        2 advmod")
NO_PARTICLE = ACTIVE


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        (AFTER_OBJECT, "threw", {"out"}),
        (BESIDE_VERB, "threw", {"out"}),
        (AS_CASE, "thrown", {"out"}),
        (AS_ADVERB, "threw", {"out"}),
        (NO_PARTICLE, "ejected", set()),
    ],
    ids=["after the object", "beside the verb", "of a phrase", "as an adverb", "none"],
)
def test_a_particle_is_found_wherever_it_hangs(rows: str, word: str, expected: set[str]) -> None:
    assert frame(parsed(rows), word).particles == expected


# status

NOT = """
    Hale      Hale     PROPN      4 nsubj
    did       do       AUX/VBD    4 aux
    not       not      PART       4 advmod
    heckle    heckle   VERB/VB    0 root
    Okoro     Okoro    PROPN      4 obj
"""
NO_WALKOUT = """
    There     there    PRON/EX    2 expl
    was       be       VERB/VBD   0 root
    no        no       DET        4 det
    walkout   walkout  NOUN       2 nsubj
"""


def with_auxiliary(word: str) -> str:
    return f"""
    Hale      Hale     PROPN      3 nsubj
    {word}    {word}   AUX/MD     3 aux
    heckle    heckle   VERB/VB    0 root
    Okoro     Okoro    PROPN      3 obj
"""


def governed(verb: str) -> str:
    return f"""
    Hale      Hale     PROPN      2 nsubj
    {verb}ed  {verb}   VERB/VBD   0 root
    to        to       PART       4 mark
    heckle    heckle   VERB/VB    2 xcomp
    Okoro     Okoro    PROPN      4 obj
"""


GERUND = """
    Hale      Hale     PROPN      2 nsubj
    denied    deny     VERB/VBD   0 root
    heckling  heckle   VERB/VBG   2 xcomp
    Okoro     Okoro    PROPN      3 obj
"""
IF = """
    If        if       SCONJ      3 mark
    Hale      Hale     PROPN      3 nsubj
    heckles   heckle   VERB/VBZ   5 advcl
    Okoro     Okoro    PROPN      5 nsubj
    leaves    leave    VERB/VBZ   0 root
"""
WITHOUT = """
    Hale      Hale     PROPN      2 nsubj
    left      leave    VERB/VBD   0 root
    without   without  SCONJ      4 mark
    heckling  heckle   VERB/VBG   2 advcl
    Okoro     Okoro    PROPN      4 obj
"""
PLANNED_NOUN = """
    Hale      Hale     PROPN      2 nsubj
    threatened threaten VERB/VBD  0 root
    to        to       PART       4 mark
    stage     stage    VERB/VB    2 xcomp
    a         a        DET        6 det
    walkout   walkout  NOUN       4 obj
"""
FAILED_TO_DENY = """
    Hale      Hale     PROPN      5 nsubj
    will      will     AUX/MD     5 aux
    not       not      PART       5 advmod
    be        be       AUX/VB     5 cop
    heckled   heckle   VERB/VBN   0 root
"""
SAID = """
    Lind      Lind     PROPN      2 nsubj
    said      say      VERB/VBD   0 root
    Hale      Hale     PROPN      4 nsubj
    heckled   heckle   VERB/VBD   2 ccomp
    Okoro     Okoro    PROPN      4 obj
"""


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        (ACTIVE, "ejected", "happened"),
        (SAID, "heckled", "happened"),
        (NOT, "heckle", "denied"),
        (NO_WALKOUT, "walkout", "denied"),
        (with_auxiliary("will"), "heckle", "planned"),
        (with_auxiliary("would"), "heckle", "hypothetical"),
        (with_auxiliary("could"), "heckle", "hypothetical"),
        (with_auxiliary("might"), "heckle", "hypothetical"),
        (with_auxiliary("did"), "heckle", "happened"),
        (IF, "heckles", "hypothetical"),
        (governed("threaten"), "heckle", "planned"),
        (governed("plan"), "heckle", "planned"),
        (governed("attempt"), "heckle", "planned"),
        (governed("fail"), "heckle", "denied"),
        (GERUND, "heckling", "denied"),
        (WITHOUT, "heckling", "denied"),
        (PLANNED_NOUN, "walkout", "planned"),
        (FORCED, "leave", "happened"),
        (governed("manage"), "heckle", "happened"),
        (ORDERED, "leave", "happened"),
        (COORDINATED, "heckled", "happened"),
        (STAGED, "walkout", "happened"),
        (AGENTLESS, "ejected", "happened"),
        (FAILED_TO_DENY, "heckled", "denied"),
    ],
)
def test_whether_it_happened(rows: str, word: str, expected: str) -> None:
    assert grammar.status(frame(parsed(rows), word)) == expected


PLUPERFECT = """
    Hale      Hale     PROPN      4 nsubj
    had       have     AUX/VBD    4 aux
    already   already  ADV        4 advmod
    heckled   heckle   VERB/VBN   0 root
    Okoro     Okoro    PROPN      4 obj
"""


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        (PLUPERFECT, "heckled", True),
        (PLUPERFECT.replace("had ", "has "), "heckled", False),
        (ACTIVE, "ejected", False),
        (AGENTLESS, "ejected", False),
    ],
    ids=["had heckled", "has heckled", "heckled", "was ejected"],
)
def test_the_pluperfect_looks_back(rows: str, word: str, expected: bool) -> None:
    assert grammar.pluperfect(frame(parsed(rows), word).token) is expected


# the shortest clause

LONG = """
    Hale      Hale     PROPN      2 nsubj
    heckled   heckle   VERB/VBD   0 root
    Okoro     Okoro    PROPN      2 obj
    after     after    SCONJ      6 mark
    Lind      Lind     PROPN      6 nsubj
    rose      rise     VERB/VBD   2 advcl
"""


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        (LONG, "heckled", "Hale heckled Okoro"),
        (COORDINATED, "heckled", "heckled Okoro"),
        (ORDERED, "ordered", "Lind ordered Okoro"),
        (AGENTLESS, "ejected", "Okoro was ejected from the House"),
    ],
)
def test_the_shortest_clause_that_says_it(rows: str, word: str, expected: str) -> None:
    doc = parsed(rows)
    tokens = grammar.clause_tokens(next(t for t in doc if t.text == word))
    assert doc[min(t.i for t in tokens) : max(t.i for t in tokens) + 1].text == expected


# what parsers get wrong, or write in more than one way

INVERTED = """
    "         "        PUNCT      2 punct
    Rubbish   rubbish  NOUN       5 ccomp
    !         !        PUNCT      2 punct
    "         "        PUNCT      2 punct
    shouted   shout    VERB/VBD   0 root
    Tom       Tom      PROPN      5 obj
    Marlowe   Marlowe  PROPN      6 flat
"""
NOT_QUOTED = """
    Then      then     ADV        2 advmod
    shouted   shout    VERB/VBD   0 root
    Marlowe   Marlowe  PROPN      2 obj
"""
UNCLOSED = """
    Under     under    ADP        2 case
    attack    attack   NOUN       7 obl
    by        by       ADP        4 case
    Lind      Lind     PROPN      7 nsubj
    ,         ,        PUNCT      6 punct
    Hale      Hale     PROPN      4 appos
    heckled   heckle   VERB/VBD   0 root
    Okoro     Okoro    PROPN      7 obj
"""
CLOSED = """
    The       the      DET        2 det
    leader    leader   NOUN       6 nsubj
    ,         ,        PUNCT      4 punct
    Hale      Hale     PROPN      2 appos
    ,         ,        PUNCT      4 punct
    heckled   heckle   VERB/VBD   0 root
    Okoro     Okoro    PROPN      6 obj
"""
VOCATIVE = """
    Hale      Hale     PROPN      5 vocative
    ,         ,        PUNCT      1 punct
    rising    rise     VERB/VBG   5 advcl
    ,         ,        PUNCT      1 punct
    heckled   heckle   VERB/VBD   0 root
    Okoro     Okoro    PROPN      5 obj
"""
SEVERAL = """
    Members   member   NOUN       2 nsubj
    rose      rise     VERB/VBD   0 root
    and       and      CCONJ      5 cc
    several   several  ADJ        5 advmod
    heckled   heckle   VERB/VBD   2 conj
    Okoro     Okoro    PROPN      5 obj
"""
BEFORE_AS_SAID = """
    Hale      Hale     PROPN      2 nsubj
    shouted   shout    VERB/VBD   0 root
    before    before   SCONJ      4 mark
    leaving   leave    VERB/VBG   2 ccomp
"""
LOST_SUBJECT = """
    Hale      Hale     PROPN      2 nsubj
    rose      rise     VERB/VBD   0 root
    after     after    SCONJ      5 mark
    Lind      Lind     PROPN      2 obj
    left      leave    VERB/VBD   2 advcl
"""
STRAYED = """
    Lind      Lind     PROPN      2 nsubj
    warned    warn     VERB/VBD   0 root
    Hale      Hale     PROPN      6 nsubj
    before    before   SCONJ      6 mark
    she       she      PRON       6 nsubj
    named     name     VERB/VBD   2 advcl
    him       he       PRON       6 obj
"""
REASON = """
    Hale      Hale     PROPN      3 nsubj:pass
    was       be       AUX/VBD    3 aux:pass
    ejected   eject    VERB/VBN   0 root
    for       for      SCONJ      5 mark
    heckling  heckle   VERB/VBG   3 advcl
    Okoro     Okoro    PROPN      5 obj
"""
SHARED_OBJECT = """
    Labour    Labour   PROPN      2 nsubj
    jeered    jeer     VERB/VBD   0 root
    and       and      CCONJ      4 cc
    heckled   heckle   VERB/VBD   2 conj
    Okoro     Okoro    PROPN      2 obj
"""


@pytest.mark.parametrize(
    ("rows", "word", "agents", "patients"),
    [
        (INVERTED, "shouted", ["Tom"], []),
        (NOT_QUOTED, "shouted", [], ["Marlowe"]),
        (INVERTED.replace("shouted   shout ", "heckled   heckle"), "heckled", ["Tom"], []),
        (INVERTED.replace("shouted   shout    VERB/VBD", "ejected   eject    VERB/VBD"), "ejected", [], ["Tom"]),
        (UNCLOSED, "heckled", ["Hale"], ["Okoro"]),
        (CLOSED, "heckled", ["leader"], ["Okoro"]),
        (VOCATIVE, "heckled", ["Hale"], ["Okoro"]),
        (SEVERAL, "heckled", ["several"], ["Okoro"]),
        (BEFORE_AS_SAID, "leaving", ["Hale"], []),
        (LOST_SUBJECT, "left", ["Lind"], []),
        (STRAYED, "warned", ["Lind"], ["Hale"]),
        (STRAYED, "named", ["she"], ["him"]),
        (REASON, "heckling", ["Hale"], ["Okoro"]),
        (SHARED_OBJECT, "heckled", ["Labour"], ["Okoro"]),
    ],
    ids=[
        "inverted after a quotation", "no quotation before it", "inverted heckle", "a verb of no speaking", "unclosed apposition",
        "closed apposition", "a name taken for an address", "quantifier", "adverbial ccomp", "subject hung elsewhere",
        "object hung on the next clause", "of two subjects the nearer", "for heckling", "shared object",
    ],
)  # fmt: skip
def test_what_parsers_hang_elsewhere_is_found(rows: str, word: str, agents: list[str], patients: list[str]) -> None:
    found = frame(parsed(rows), word)
    assert (texts(found.agents), texts(found.patients)) == (agents, patients)


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        (BEFORE_AS_SAID, "leaving", "advcl"),
        (BEFORE_AS_SAID.replace("4 mark", "2 mark"), "leaving", "ccomp"),
        (SAID, "heckled", "ccomp"),
        (FORCED, "leave", "xcomp"),
        (BEFORE_AS_SAID.replace("ccomp", "parataxis").replace("before    before", "when      when  "), "leaving", "advcl"),
        (BEFORE_AS_SAID.replace("before    before", "that      that  "), "leaving", "ccomp"),
    ],
    ids=["before", "before as another's word", "a report", "control", "when", "that"],
)
def test_a_clause_that_opens_with_before_is_adverbial(rows: str, word: str, expected: str) -> None:
    assert grammar.link(next(t for t in parsed(rows) if t.text == word)) == expected


def test_an_adverbial_clause_completes_nothing() -> None:
    assert frame(parsed(BEFORE_AS_SAID), "shouted").complements == ()
    assert texts(frame(parsed(SAID), "said").complements) == ["heckled"]


# nouns that were verbs, and verbs that were nouns

HIS_HECKLING = """
    His       his      PRON/PRP$  2 nmod:poss
    heckling  heckle   VERB/VBG   5 csubj
    of        of       ADP        4 case
    Okoro     Okoro    PROPN      2 obl
    stunned   stun     VERB/VBD   0 root
    Hale      Hale     PROPN      5 obj
"""
MISREAD = """
    Okoro     Okoro    PROPN      2 nsubj
    left      leave    VERB/VBD   0 root
    when      when     ADV        5 advmod
    Hale      Hale     PROPN      5 compound
    tore      tore     NOUN       2 obl
    into      into     ADP        7 case
    Lind      Lind     PROPN      5 nmod
"""
BOOED = """
    Protesters protester NOUN     0 root
    in        in       ADP        4 case
    the       the      DET        4 det
    gallery   gallery  NOUN       1 nmod
    booed     boo      VERB/VBN   1 acl
    Hale      Hale     PROPN      5 obj
"""
HEADLINE = """
    Marlowe   Marlowe  PROPN      0 root
    ejected   eject    VERB/VBN   1 acl
    from      from     ADP        4 case
    House     House    PROPN      2 obl
"""
HEADLINE_BY = """
    Marlowe   Marlowe  PROPN      0 root
    ejected   eject    VERB/VBN   1 acl
    by        by       ADP        4 case
    Lind      Lind     PROPN      2 obl
"""
NOT_LOST = """
    The       the      DET        3 det
    heckled   heckle   VERB/VBN   3 amod
    member    member   NOUN       0 root
"""


@pytest.mark.parametrize(
    ("rows", "word", "kind", "voice", "agents", "patients"),
    [
        (HIS_HECKLING, "heckling", "noun", "nominal", [], []),
        (PARTICIPLE, "heckling", "verb", "active", ["Hale"], ["Okoro"]),
        (MISREAD, "tore", "verb", "active", ["Hale"], []),
        (MISREAD.replace("tore      tore", "rose      rose"), "rose", "noun", "nominal", [], []),
        (BOOED, "booed", "verb", "active", ["Protesters"], ["Hale"]),
        (BOOED.replace("booed     boo ", "tore      tear"), "tore", "verb", "active", ["Protesters"], ["Hale"]),
        (HEADLINE, "ejected", "verb", "agentless", [], ["Marlowe"]),
        (HEADLINE_BY, "ejected", "verb", "passive", ["Lind"], ["Marlowe"]),
    ],
    ids=[
        "owned gerund",
        "a participle",
        "verb as noun",
        "a form that is a noun",
        "lost main verb",
        "irregular",
        "headline",
        "headline by",
    ],
)
def test_a_word_is_taken_for_what_it_is(
    rows: str, word: str, kind: str, voice: str, agents: list[str], patients: list[str]
) -> None:
    found = frame(parsed(rows), word)
    assert (found.kind, found.voice) == (kind, voice)
    assert (texts(found.agents), texts(found.patients)) == (agents, patients)


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        (BOOED, "booed", True),
        (HEADLINE, "ejected", True),
        (MISREAD, "tore", True),
        (NOT_LOST, "heckled", False),
        (NAMED, "named", False),
        (ACTIVE, "ejected", False),
        (RELATIVE, "heckled", False),
    ],
    ids=["no finite verb", "headline", "noun for verb", "adjective", "another verb is finite", "finite", "relative"],
)
def test_only_a_lost_main_verb_is_mended(rows: str, word: str, expected: bool) -> None:
    assert frame(parsed(rows), word).mended is expected


def test_an_owned_gerund_keeps_its_owner() -> None:
    assert texts(frame(parsed(HIS_HECKLING), "heckling").possessors) == ["His"]


LED_TO = """
    Hale      Hale     PROPN      2 nsubj
    {}
    to        to       ADP        5 case
    a         a        DET        5 det
    walkout   walkout  NOUN       2 obl
"""


@pytest.mark.parametrize(
    ("verb", "agents"), [("led lead VERB/VBD 0 root", []), ("took take VERB/VBD 0 root", ["Hale"])], ids=["a cause", "a doer"]
)
def test_what_leads_to_a_walkout_does_not_walk_out(verb: str, agents: list[str]) -> None:
    assert texts(frame(parsed(LED_TO.format(verb)), "walkout").agents) == agents


# what wants a thing done, and what says that it was

MANAGED_NOT = """
    Hale      Hale     PROPN      4 nsubj
    did       do       AUX/VBD    4 aux
    not       not      PART       4 advmod
    manage    manage   VERB/VB    0 root
    to        to       PART       6 mark
    heckle    heckle   VERB/VB    4 xcomp
"""
COULD_FORCE = """
    Okoro     Okoro    PROPN      4 nsubj:pass
    could     could    AUX/MD     4 aux
    be        be       AUX/VB     4 aux:pass
    forced    force    VERB/VBN   0 root
    to        to       PART       6 mark
    leave     leave    VERB/VB    4 xcomp
"""
ASKED_THAT = """
    Hale      Hale     PROPN      2 nsubj
    asked     ask      VERB/VBD   0 root
    that      that     SCONJ      5 mark
    he        he       PRON       5 nsubj
    withdraw  withdraw VERB/VB    2 ccomp
"""
NOT_WOULD = """
    Hale      Hale     PROPN      4 nsubj
    would     would    AUX/MD     4 aux
    not       not      PART       4 advmod
    heckle    heckle   VERB/VB    0 root
"""
SHARED_AUXILIARY = """
    Hale      Hale     PROPN      3 nsubj
    will      will     AUX/MD     3 aux
    rise      rise     VERB/VB    0 root
    and       and      CCONJ      5 cc
    heckle    heckle   VERB/VB    3 conj
"""
DECISION_TO = """
    The       the      DET        2 det
    plan      plan     NOUN       5 nsubj
    to        to       PART       4 mark
    walk      walk     VERB/VB    2 acl
    stunned   stun     VERB/VBD   0 root
    Hale      Hale     PROPN      5 obj
"""


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        (governed("refuse"), "heckle", "denied"),
        (governed("continu").replace("continu  ", "continue "), "heckle", "happened"),
        (MANAGED_NOT, "heckle", "denied"),
        (COULD_FORCE, "leave", "hypothetical"),
        (ASKED_THAT, "withdraw", "planned"),
        (SAID.replace("heckled   heckle   VERB/VBD   2", "heckles   heckle   VERB/VBZ   2"), "heckles", "happened"),
        (NOT_WOULD, "heckle", "denied"),
        (SHARED_AUXILIARY, "heckle", "planned"),
        (DECISION_TO, "walk", "planned"),
        (NOT.replace("not       not      PART ", "never     never    ADV  "), "heckle", "denied"),
        (NOT.replace("not       not      PART ", "n't       not      PART "), "heckle", "denied"),
        (NOT.replace("not       not      PART ", "now       now      ADV  "), "heckle", "happened"),
    ],
    ids=[
        "refused to", "continued to", "did not manage", "could be forced", "asked that", "said that", "would not",
        "a shared auxiliary", "a noun's infinitive", "never", "n't", "now",
    ],
)  # fmt: skip
def test_governors_and_auxiliaries_decide(rows: str, word: str, expected: str) -> None:
    assert grammar.status(frame(parsed(rows), word)) == expected
