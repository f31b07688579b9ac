"""Every construction in both dialects, parsed by hand: a tree with ClearNLP's labels gives the frames of the UD tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from extract import extract, grammar
from extract.grammar import Frame
from extract.language import ENTITIES, load
from extract.language.clearnlp import CLEARNLP, NAMES, clearnlp
from extract.language.entities import entities
from tests.test_grammar import TAGS, VOCAB

# One word per row: word, lemma, part of speech with its tag, then head and label as UD has them, then as ClearNLP has them.
CONSTRUCTIONS = {
    "active": """
        The       the      DET        2 det        2 det
        Speaker   Speaker  PROPN      3 nsubj      3 nsubj
        ejected   eject    VERB/VBD   0 root       0 root
        Okoro     Okoro    PROPN      3 obj        3 dobj
        from      from     ADP        7 case       3 prep
        the       the      DET        7 det        7 det
        House     House    PROPN      3 obl        5 pobj
    """,
    "passive": """
        Okoro     Okoro    PROPN      3 nsubj:pass 3 nsubjpass
        was       be       AUX/VBD    3 aux:pass   3 auxpass
        ejected   eject    VERB/VBN   0 root       0 root
        by        by       ADP        6 case       3 agent
        the       the      DET        6 det        6 det
        Speaker   Speaker  PROPN      3 obl:agent  4 pobj
    """,
    "passive without an agent, out of": """
        Okoro     Okoro    PROPN      3 nsubj:pass 3 nsubjpass
        was       be       AUX/VBD    3 aux:pass   3 auxpass
        thrown    throw    VERB/VBN   0 root       0 root
        out       out      ADP        3 advmod     3 prep
        of        of       ADP        7 case       4 prep
        the       the      DET        7 det        7 det
        House     House    PROPN      3 obl        5 pobj
    """,
    "nominal with a possessor": """
        Okoro     Okoro    PROPN      3 nmod:poss  3 poss
        's        's       PART/POS   1 case       1 case
        outburst  outburst NOUN       6 nsubj      6 nsubj
        at        at       ADP        5 case       3 prep
        Lind      Lind     PROPN      3 nmod       4 pobj
        stunned   stun     VERB/VBD   0 root       0 root
        Hale      Hale     PROPN      6 obj        6 dobj
    """,
    "nominal with a pronoun": """
        His       his      PRON/PRP$  2 nmod:poss  2 poss
        heckling  heckling NOUN       5 nsubj      5 nsubj
        of        of       ADP        4 case       2 prep
        Lind      Lind     PROPN      2 nmod       3 pobj
        stunned   stun     VERB/VBD   0 root       0 root
        Hale      Hale     PROPN      5 obj        5 dobj
    """,
    "nominal with by": """
        The       the      DET        2 det        2 det
        walkout   walkout  NOUN       5 nsubj      5 nsubj
        by        by       ADP        4 case       2 prep
        Greens    Greens   PROPN      2 nmod       3 pobj
        stunned   stun     VERB/VBD   0 root       0 root
        Hale      Hale     PROPN      5 obj        5 dobj
    """,
    "light verb": """
        Labour    Labour   PROPN      2 nsubj      2 nsubj
        staged    stage    VERB/VBD   0 root       0 root
        a         a        DET        4 det        4 det
        walkout   walkout  NOUN       2 obj        2 dobj
        over      over     ADP        7 case       2 prep
        the       the      DET        7 det        7 det
        ruling    ruling   NOUN       2 obl        5 pobj
    """,
    "light verb of the sufferer": """
        Hale      Hale     PROPN      2 nsubj      2 nsubj
        faced     face     VERB/VBD   0 root       0 root
        heckling  heckling NOUN       2 obj        2 dobj
        from      from     ADP        6 case       3 prep
        the       the      DET        6 det        6 det
        gallery   gallery  NOUN       3 nmod       4 pobj
    """,
    "light verb in the passive": """
        An        a        DET        2 det        2 det
        attack    attack   NOUN       4 nsubj:pass 4 nsubjpass
        was       be       AUX/VBD    4 aux:pass   4 auxpass
        launched  launch   VERB/VBN   0 root       0 root
        by        by       ADP        6 case       4 agent
        Hale      Hale     PROPN      4 obl:agent  5 pobj
    """,
    "particle after the object": """
        Lind      Lind     PROPN      2 nsubj        2 nsubj
        threw     throw    VERB/VBD   0 root         0 root
        Okoro     Okoro    PROPN      2 obj          2 dobj
        out       out      ADP/RP     2 compound:prt 2 prt
    """,
    "control by the object": """
        Lind      Lind     PROPN      2 nsubj      2 nsubj
        ordered   order    VERB/VBD   0 root       0 root
        Okoro     Okoro    PROPN      2 obj        2 dobj
        to        to       PART       5 mark       5 aux
        leave     leave    VERB/VB    2 xcomp      2 xcomp
    """,
    "control by the subject": """
        Hale      Hale     PROPN      2 nsubj      2 nsubj
        refused   refuse   VERB/VBD   0 root       0 root
        to        to       PART       4 mark       4 aux
        withdraw  withdraw VERB/VB    2 xcomp      2 xcomp
    """,
    "control in the passive": """
        Okoro     Okoro    PROPN      3 nsubj:pass 3 nsubjpass
        was       be       AUX/VBD    3 aux:pass   3 auxpass
        forced    force    VERB/VBN   0 root       0 root
        to        to       PART       5 mark       5 aux
        leave     leave    VERB/VB    3 xcomp      3 xcomp
    """,
    "raising to the object": """
        Lind      Lind     PROPN      2 nsubj      2 nsubj
        wanted    want     VERB/VBD   0 root       0 root
        Hale      Hale     PROPN      2 obj        5 nsubj
        to        to       PART       5 mark       5 aux
        leave     leave    VERB/VB    2 xcomp      2 ccomp
    """,
    "raising of a participle": """
        Lind      Lind     PROPN      2 nsubj      2 nsubj
        had       have     VERB/VBD   0 root       0 root
        him       he       PRON       2 obj        4 nsubj
        removed   remove   VERB/VBN   2 xcomp      2 ccomp
        from      from     ADP        7 case       4 prep
        the       the      DET        7 det        7 det
        House     House    PROPN      4 obl        5 pobj
    """,
    "raising to the subject": """
        Hale      Hale     PROPN      2 nsubj      2 nsubj
        appeared  appear   VERB/VBD   0 root       0 root
        to        to       PART       4 mark       4 aux
        shout     shout    VERB/VB    2 xcomp      2 xcomp
        at        at       ADP        6 case       4 prep
        Lind      Lind     PROPN      4 obl        5 pobj
    """,
    "subjunctive is no raising": """
        Lind      Lind     PROPN      2 nsubj      2 nsubj
        asked     ask      VERB/VBD   0 root       0 root
        that      that     SCONJ      5 mark       5 mark
        Hale      Hale     PROPN      5 nsubj      5 nsubj
        withdraw  withdraw VERB/VB    2 ccomp      2 ccomp
    """,
    "relative": """
        Hale      Hale     PROPN      5 nsubj      5 nsubj
        ,         ,        PUNCT      3 punct      1 punct
        who       who      PRON/WP    4 nsubj      4 nsubj
        heckled   heckle   VERB/VBD   1 acl:relcl  1 relcl
        left      leave    VERB/VBD   0 root       0 root
    """,
    "relative of the object": """
        The       the      DET        2 det        2 det
        minister  minister NOUN       6 nsubj      6 nsubj
        whom      whom     PRON/WP    5 obj        5 dobj
        Hale      Hale     PROPN      5 nsubj      5 nsubj
        heckled   heckle   VERB/VBD   2 acl:relcl  2 relcl
        left      leave    VERB/VBD   0 root       0 root
    """,
    "reduced relative": """
        The       the      DET        2 det        2 det
        member    member   NOUN       6 nsubj      6 nsubj
        named     name     VERB/VBN   2 acl        2 acl
        by        by       ADP        5 case       3 agent
        Lind      Lind     PROPN      3 obl:agent  4 pobj
        left      leave    VERB/VBD   0 root       0 root
    """,
    "verbs joined": """
        Hale      Hale     PROPN      2 nsubj      2 nsubj
        rose      rise     VERB/VBD   0 root       0 root
        ,         ,        PUNCT      4 punct      2 punct
        heckled   heckle   VERB/VBD   2 conj       2 conj
        Okoro     Okoro    PROPN      4 obj        4 dobj
        and       and      CCONJ      7 cc         4 cc
        left      leave    VERB/VBD   2 conj       4 conj
    """,
    "nouns joined": """
        Hale      Hale     PROPN      6 nsubj      6 nsubj
        ,         ,        PUNCT      3 punct      1 punct
        Voss      Voss     PROPN      1 conj       1 conj
        and       and      CCONJ      5 cc         3 cc
        Lind      Lind     PROPN      1 conj       3 conj
        heckled   heckle   VERB/VBD   0 root       0 root
        Okoro     Okoro    PROPN      6 obj        6 dobj
        and       and      CCONJ      9 cc         7 cc
        Tamihana  Tamihana PROPN      7 conj       7 conj
    """,
    "phrases joined": """
        Hale      Hale     PROPN      2 nsubj      2 nsubj
        shouted   shout    VERB/VBD   0 root       0 root
        at        at       ADP        4 case       2 prep
        Okoro     Okoro    PROPN      2 obl        3 pobj
        and       and      CCONJ      7 cc         3 cc
        at        at       ADP        7 case       3 conj
        Lind      Lind     PROPN      4 conj       6 pobj
    """,
    "prepositions joined": """
        Hale      Hale     PROPN      2 nsubj      2 nsubj
        spoke     speak    VERB/VBD   0 root       0 root
        for       for      ADP        6 case       2 prep
        and       and      CCONJ      6 cc         3 cc
        against   against  ADP        6 case       3 conj
        Lind      Lind     PROPN      2 obl        5 pobj
    """,
    "apposition": """
        Hale      Hale     PROPN      7 nsubj      7 nsubj
        ,         ,        PUNCT      5 punct      1 punct
        the       the      DET        5 det        5 det
        Labour    Labour   PROPN      5 compound   5 compound
        leader    leader   NOUN       1 appos      1 appos
        ,         ,        PUNCT      5 punct      1 punct
        left      leave    VERB/VBD   0 root       0 root
    """,
    "copula with an adjective": """
        Hale      Hale     PROPN      3 nsubj      2 nsubj
        was       be       AUX/VBD    3 cop        0 root
        furious   furious  ADJ        0 root       2 acomp
        at        at       ADP        6 case       3 prep
        the       the      DET        6 det        6 det
        heckling  heckling NOUN       3 obl        4 pobj
        by        by       ADP        8 case       6 prep
        Lind      Lind     PROPN      6 nmod       7 pobj
    """,
    "copula with a noun": """
        It        it       PRON       5 nsubj      2 nsubj
        was       be       AUX/VBD    5 cop        0 root
        not       not      PART       5 advmod     2 neg
        a         a        DET        5 det        5 det
        walkout   walkout  NOUN       0 root       2 attr
        by        by       ADP        7 case       5 prep
        Greens    Greens   PROPN      5 nmod       6 pobj
    """,
    "copula with a phrase": """
        The       the      DET        2 det        2 det
        House     House    PROPN      5 nsubj      3 nsubj
        was       be       AUX/VBD    5 cop        0 root
        in        in       ADP        5 case       3 prep
        uproar    uproar   NOUN       0 root       4 pobj
    """,
    "copula below a verb": """
        Lind      Lind     PROPN      2 nsubj      2 nsubj
        said      say      VERB/VBD   0 root       0 root
        Hale      Hale     PROPN      6 nsubj      4 nsubj
        was       be       AUX/VBD    6 cop        2 ccomp
        a         a        DET        6 det        6 det
        liar      liar     NOUN       2 ccomp      4 attr
    """,
    "there was": """
        There     there    PRON/EX    2 expl       2 expl
        was       be       VERB/VBD   0 root       0 root
        no        no       DET        4 det        4 det
        walkout   walkout  NOUN       2 nsubj      2 attr
        by        by       ADP        6 case       4 prep
        Greens    Greens   PROPN      4 nmod       5 pobj
    """,
    "quotation before": """
        "         "        PUNCT/``   2 punct      5 punct
        Rubbish   rubbish  NOUN       5 ccomp      5 ccomp
        !         !        PUNCT      2 punct      2 punct
        "         "        PUNCT/''   2 punct      5 punct
        screamed  scream   VERB/VBD   0 root       0 root
        Marlowe   Marlowe  PROPN      5 nsubj      5 nsubj
    """,
    "quotation after": """
        Marlowe   Marlowe  PROPN      2 nsubj      2 nsubj
        screamed  scream   VERB/VBD   0 root       0 root
        :         :        PUNCT      7 punct      2 punct
        "         "        PUNCT/``   7 punct      2 punct
        You       you      PRON       7 nsubj      6 nsubj
        are       be       AUX/VBP    7 cop        2 ccomp
        gutless   gutless  ADJ        2 ccomp      6 acomp
        "         "        PUNCT/''   7 punct      2 punct
    """,
    "quotation inside": """
        Lind      Lind     PROPN      2 nsubj      2 nsubj
        called    call     VERB/VBD   0 root       0 root
        Hale      Hale     PROPN      2 obj        2 dobj
        "         "        PUNCT/``   6 punct      6 punct
        a         a        DET        6 det        6 det
        liar      liar     NOUN       2 xcomp      2 oprd
        "         "        PUNCT/''   6 punct      2 punct
    """,
    "negation": """
        Hale      Hale     PROPN      4 nsubj      4 nsubj
        did       do       AUX/VBD    4 aux        4 aux
        not       not      PART       4 advmod     4 neg
        heckle    heckle   VERB/VB    0 root       0 root
        Okoro     Okoro    PROPN      4 obj        4 dobj
    """,
    "modality": """
        Hale      Hale     PROPN      4 nsubj:pass 4 nsubjpass
        will      will     AUX/MD     4 aux        4 aux
        be        be       AUX/VB     4 aux:pass   4 auxpass
        ejected   eject    VERB/VBN   0 root       0 root
    """,
    "conditional": """
        If        if       SCONJ      3 mark       3 mark
        Hale      Hale     PROPN      3 nsubj      3 nsubj
        heckles   heckle   VERB/VBZ   5 advcl      5 advcl
        Okoro     Okoro    PROPN      5 nsubj      5 nsubj
        leaves    leave    VERB/VBZ   0 root       0 root
    """,
    "dative": """
        Lind      Lind     PROPN      2 nsubj      2 nsubj
        gave      give     VERB/VBD   0 root       0 root
        Okoro     Okoro    PROPN      2 iobj       2 dative
        a         a        DET        5 det        5 det
        warning   warning  NOUN       2 obj        2 dobj
    """,
    "dative with to": """
        Lind      Lind     PROPN      2 nsubj      2 nsubj
        gave      give     VERB/VBD   0 root       0 root
        a         a        DET        4 det        4 det
        warning   warning  NOUN       2 obj        2 dobj
        to        to       ADP        6 case       2 dative
        Okoro     Okoro    PROPN      2 obl        5 pobj
    """,
    "dative in the passive": """
        Okoro     Okoro    PROPN      3 nsubj:pass 3 nsubjpass
        was       be       AUX/VBD    3 aux:pass   3 auxpass
        given     give     VERB/VBN   0 root       0 root
        a         a        DET        5 det        5 det
        warning   warning  NOUN       3 obj        3 dobj
    """,
    "prepositional target": """
        Hale      Hale     PROPN      2 nsubj      2 nsubj
        shouted   shout    VERB/VBD   0 root       0 root
        abuse     abuse    NOUN       2 obj        2 dobj
        across    across   ADP        6 case       2 prep
        the       the      DET        6 det        6 det
        chamber   chamber  NOUN       2 obl        4 pobj
        at        at       ADP        8 case       2 prep
        Lind      Lind     PROPN      2 obl        7 pobj
    """,
    "gerund that says why": """
        Hale      Hale     PROPN      3 nsubj:pass 3 nsubjpass
        was       be       AUX/VBD    3 aux:pass   3 auxpass
        ejected   eject    VERB/VBN   0 root       0 root
        for       for      SCONJ      5 mark       3 prep
        shouting  shout    VERB/VBG   3 advcl      4 pcomp
        at        at       ADP        7 case       5 prep
        Lind      Lind     PROPN      5 obl        6 pobj
    """,
    "gerund under a noun": """
        Hale      Hale     PROPN      2 nsubj      2 nsubj
        denied    deny     VERB/VBD   0 root       0 root
        claims    claim    NOUN/NNS   2 obj        2 dobj
        of        of       SCONJ      5 mark       3 prep
        heckling  heckle   VERB/VBG   3 acl        4 pcomp
        Lind      Lind     PROPN      5 obj        5 dobj
    """,
    "gerund as a complement": """
        Hale      Hale     PROPN      2 nsubj      2 nsubj
        denied    deny     VERB/VBD   0 root       0 root
        heckling  heckle   VERB/VBG   2 xcomp      2 xcomp
        Okoro     Okoro    PROPN      3 obj        3 dobj
    """,
    "without a gerund": """
        Hale      Hale     PROPN      2 nsubj      2 nsubj
        left      leave    VERB/VBD   0 root       0 root
        without   without  SCONJ      4 mark       2 prep
        heckling  heckle   VERB/VBG   2 advcl      3 pcomp
        Okoro     Okoro    PROPN      4 obj        4 dobj
    """,
    "participle": """
        Hale      Hale     PROPN      6 nsubj      6 nsubj
        ,         ,        PUNCT      3 punct      6 punct
        heckling  heckle   VERB/VBG   6 advcl      6 advcl
        Okoro     Okoro    PROPN      3 obj        3 dobj
        ,         ,        PUNCT      3 punct      6 punct
        left      leave    VERB/VBD   0 root       0 root
    """,
    "infinitive of purpose": """
        Hale      Hale     PROPN      2 nsubj      2 nsubj
        rose      rise     VERB/VBD   0 root       0 root
        to        to       PART       4 mark       4 aux
        heckle    heckle   VERB/VB    2 advcl      2 advcl
        Okoro     Okoro    PROPN      4 obj        4 dobj
    """,
    "infinitive under a noun": """
        Hale      Hale     PROPN      2 nsubj      2 nsubj
        defied    defy     VERB/VBD   0 root       0 root
        orders    order    NOUN/NNS   2 obj        2 dobj
        to        to       PART       5 mark       5 aux
        leave     leave    VERB/VB    3 acl        3 acl
    """,
    "temporal clause": """
        Lind      Lind     PROPN      2 nsubj      2 nsubj
        named     name     VERB/VBD   0 root       0 root
        him       he       PRON       2 obj        2 dobj
        after     after    SCONJ      6 mark       6 mark
        Okoro     Okoro    PROPN      6 nsubj      6 nsubj
        rose      rise     VERB/VBD   2 advcl      2 advcl
    """,
    "because of": """
        Hale      Hale     PROPN      2 nsubj      2 nsubj
        left      leave    VERB/VBD   0 root       0 root
        because   because  ADP        6 case       2 prep
        of        of       ADP        3 fixed      3 pcomp
        the       the      DET        6 det        6 det
        ruling    ruling   NOUN       2 obl        3 pobj
    """,
    "quantity and time": """
        Two       two      NUM/CD     6 nsubj:pass 6 nsubjpass
        of        of       ADP        4 case       1 prep
        the       the      DET        4 det        4 det
        MPs       MP       NOUN/NNS   1 nmod       2 pobj
        were      be       AUX/VBD    6 aux:pass   6 auxpass
        ejected   eject    VERB/VBN   0 root       0 root
        last      last     ADJ        8 amod       8 amod
        week      week     NOUN       6 obl:unmarked 6 npadvmod
    """,
}
SITTING = """
    The       the      DET        2 det        2 det
    House     House    PROPN      3 nsubj      3 nsubj
    sat       sit      VERB/VBD   0 root       0 root
"""
PREPOSITIONS = "against at because by from for in into of out over to with across".split()


def parsed(rows: str, *, columns: int) -> Doc:
    """The sentence by the heads and labels in one pair of columns."""
    table = [row.split() for row in rows.strip().splitlines()]
    pos = [row[2].split("/")[0] for row in table]
    heads = [int(row[columns]) for row in table]
    return Doc(
        VOCAB,
        words=[row[0] for row in table],
        spaces=[n + 1 < len(table) and table[n + 1][0] not in {",", "'s"} and row[0] != '"' for n, row in enumerate(table)],
        lemmas=[row[1] for row in table],
        pos=pos,
        tags=[row[2].split("/")[1] if "/" in row[2] else TAGS.get(pos[n], "") for n, row in enumerate(table)],
        heads=[head - 1 if head else n for n, head in enumerate(heads)],
        deps=["ROOT" if row[columns + 1] == "root" else row[columns + 1] for row in table],
        sent_starts=[n == 0 for n in range(len(table))],
    )


def said(frame: Frame) -> dict[str, object]:
    """All that a frame tells a rule."""
    roles = {
        "agents": frame.agents, "patients": frame.patients, "possessors": frame.possessors, "recipients": frame.recipients,
        "complements": frame.complements, **{p: frame.obliques(p) for p in PREPOSITIONS},
    }  # fmt: skip
    told = {role: [token.text for token in tokens] for role, tokens in roles.items() if tokens}
    words = (frame.token.text, frame.lemma, frame.kind, frame.voice, frame.governor.text, grammar.status(frame))
    return {"words": words, "particles": frame.particles, **told}


@pytest.mark.parametrize("rows", CONSTRUCTIONS.values(), ids=CONSTRUCTIONS)
def test_both_dialects_give_the_same_frames(rows: str) -> None:
    expected = [said(frame) for frame in grammar.frames(parsed(rows, columns=3).sents)]
    assert expected
    assert [said(frame) for frame in grammar.frames(clearnlp(parsed(rows, columns=5)).sents)] == expected


@pytest.mark.parametrize("rows", CONSTRUCTIONS.values(), ids=CONSTRUCTIONS)
def test_the_tree_becomes_that_of_the_other_dialect(rows: str) -> None:
    """Marks of punctuation may hang anywhere."""
    trees = [
        [(t.text, t.head.text, t.dep_) for t in doc if not t.is_punct]
        for doc in (clearnlp(parsed(rows, columns=5)), parsed(rows, columns=3))
    ]
    assert trees[0] == trees[1]


def test_a_name_hangs_by_its_first_word() -> None:
    rows = """
        Lind      Lind     PROPN      2 nsubj 2 nsubj
        named     name     VERB/VBD   0 root  0 root
        Labour    Labour   PROPN      4 compound 6 compound
        MP        MP       PROPN      5 compound 6 compound
        Ann       Ann      PROPN      2 obj   6 compound
        Hale      Hale     PROPN      5 flat  2 dobj
        's        's       PART/POS   5 case  6 case
    """
    doc = parsed(rows, columns=5)
    doc.ents = [Span(doc, 4, 6, label="PERSON")]
    assert [(t.head.text, t.dep_) for t in clearnlp(doc)][2:] == [
        ("Ann", "compound"), ("Ann", "compound"), ("named", "obj"), ("Ann", "flat"), ("Ann", "case")
    ]  # fmt: skip


class Reader:
    """A pipeline that has parsed one sentence."""

    def __init__(self, doc: Doc) -> None:
        self.doc, self.vocab = doc, doc.vocab

    def __call__(self, text: str) -> Doc:
        assert text == self.doc.text
        return clearnlp(self.doc)

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        return map(self, texts)


@pytest.mark.parametrize("name", ["active", "passive"])
def test_an_event_is_read_from_such_a_tree(name: str) -> None:
    doc = Doc.from_docs([parsed(CONSTRUCTIONS[name], columns=5), parsed(SITTING, columns=5)])
    doc.ents = [Span(doc, t.i, t.i + 1, label="PERSON") for t in doc if t.text == "Okoro"]
    story = extract(doc.text, nlp=Reader(doc))  # type: ignore[arg-type]
    (event,) = story.events
    assert (event.type, *(story.actor(id).name for id in (*event.actors, *event.targets))) == ("ejection", "Speaker", "Okoro")


# whatever a parser writes

DEPS = [
    *NAMES,
    "conj",
    "cc",
    "compound",
    "nsubj",
    "mark",
    "aux",
    "expl",
    "ccomp",
    "xcomp",
    "det",
    "advcl",
    "appos",
    "nmod",
    "dep",
]
POS = ["NOUN", "PROPN", "VERB", "AUX", "ADP", "ADJ", "PRON", "SCONJ", "PART"]


@given(st.integers(1, 9).flatmap(lambda n: st.tuples(
    st.lists(st.sampled_from(["was", "at", "Hale", "shouting", "to", "and"]), min_size=n, max_size=n),
    st.lists(st.sampled_from(POS), min_size=n, max_size=n),
    st.lists(st.sampled_from(DEPS), min_size=n, max_size=n),
    st.lists(st.integers(0, 99), min_size=n, max_size=n),
    st.permutations(range(n)),
    st.booleans(),
)))  # fmt: skip
def test_a_tree_stays_a_tree(
    drawn: tuple[list[str], list[str], list[str], list[int], list[int], bool],
) -> None:
    """Each word hangs on one that was placed before it, in any order of the words."""
    words, pos, deps, choices, order, person = drawn
    heads = [0] * len(words)
    for n, i in enumerate(order):
        heads[i] = order[choices[i] % n] if n else i
        deps[i] = deps[i] if n else "ROOT"
    doc = Doc(VOCAB, words=words, pos=pos, tags=["X"] * len(words), lemmas=words, heads=heads, deps=deps)
    if person and len(words) > 1:
        doc.ents = [Span(doc, 0, 2, label="PERSON")]
    done = clearnlp(doc)
    roots = [t for t in done if t.head == t]
    assert [t.dep_ for t in roots] == ["ROOT"]
    assert all(list(t.ancestors)[-1] == roots[0] for t in done if t != roots[0])
    assert [t.text for t in done] == words
    assert not {t.dep_ for t in done} & (set(NAMES) - {"nmod"} - set(NAMES.values()))


# the border


def test_names_of_others_are_ours() -> None:
    doc = Doc(VOCAB, words="Ann Hale left Victoria Labour two Australian Parliament".split())
    spans = [(0, 2, "PERSON"), (3, 4, "GPE"), (4, 5, "ORG"), (5, 6, "CARDINAL"), (6, 7, "NORP"), (7, 8, "FAC")]
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in spans]
    found = [(ent.text, ent.label_) for ent in entities(doc).ents]
    assert found == [("Ann Hale", "PERSON"), ("Victoria", "LOC"), ("Labour", "ORG"), ("Parliament", "LOC")]


def pipeline(folder: Path, *labels: str, lang: str = "en", ents: tuple[str, ...] = ()) -> str:
    """An untrained pipeline on disk, with a parser of these labels."""
    nlp = spacy.blank(lang)
    parser = nlp.add_pipe("parser") if labels else None
    for label in labels:
        parser.add_label(label)  # type: ignore[union-attr]
    if ents:
        ner = nlp.add_pipe("ner")
        for label in ents:
            ner.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(folder)
    return str(folder)


def test_a_pipeline_with_other_labels_gets_ours(tmp_path: Path) -> None:
    other = load(pipeline(tmp_path, "nsubj", "pobj", "nsubjpass", ents=("PERSON", "GPE")))
    assert other.pipe_names[-2:] == [ENTITIES, CLEARNLP]
    other("Hale left.")


def test_a_pipeline_with_our_labels_is_left_alone(tmp_path: Path) -> None:
    same = load(pipeline(tmp_path, "nsubj", "obl", ents=("PERSON", "LOC")))
    assert not {ENTITIES, CLEARNLP} & set(same.pipe_names)
    assert not {ENTITIES, CLEARNLP} & set(load().pipe_names)


@pytest.mark.parametrize(
    ("labels", "lang", "said"),
    [
        (("nsubj", "obl"), "de", "for another language (de)"),
        ((), "en", "no parser that finds subjects"),
        (("sb", "oa"), "en", "no parser that finds subjects"),
        (("nsubj", "oa"), "en", "neither Universal Dependencies nor ClearNLP's"),
    ],
)
def test_a_pipeline_that_cannot_be_read_is_refused(tmp_path: Path, labels: tuple[str, ...], lang: str, said: str) -> None:
    with pytest.raises(ValueError, match="give an English pipeline with a tagger and a parser") as caught:
        load(pipeline(tmp_path, *labels, lang=lang))
    assert said in str(caught.value)


def test_a_folder_that_is_no_pipeline(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 3\n", encoding="utf-8")
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(FileNotFoundError, match="give the folder of a spaCy pipeline") as caught:
            load(str(folder))
        assert "\n" not in str(caught.value)
