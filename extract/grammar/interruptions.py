"""What somebody cries who cuts another off: "interrupted her as she was speaking, *shouting* 'Liar!'" is read as her own cry."""

from __future__ import annotations

from extract import lexicon
from extract.tree import Token

# Verbs of cutting in: whoever does so is the one who cries, whatever the other was doing.
CUTTING_IN = {"interrupt", "heckle", "barrack", "disrupt", "interject", "jeer", "harangue", "hector", "confront", "disturb"}
MEANWHILE = {"as", "while", "when"}


def cut_in(cry: Token) -> None:
    """Hang a participle of crying, behind a comma and a clause of time, on the verb of cutting in before that clause."""
    if not cry.lower_.endswith("ing") or cry.i < cry.sent.start + 3 or cry.nbor(-1).text != ",":
        return
    if lexicon.verb_of(cry.lower_, cry.lemma_) not in lexicon.words("speech", "shout"):
        return
    clause = next((up for up in cry.ancestors if up.dep_ == "advcl" and up.i < cry.i), None)
    if clause is None or not any(c.lower_ in MEANWHILE and c.i < clause.i for c in clause.children):
        return
    main = clause.head
    active = any(c.dep_ == "nsubj" for c in main.children)
    if main.i < clause.i and active and lexicon.verb_of(main.lower_, main.lemma_) in CUTTING_IN:
        cry.head, cry.dep_, cry.tag_, cry.pos_ = main, "advcl", "VBG", "VERB"
