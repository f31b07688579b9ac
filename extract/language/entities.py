"""Names by the three labels that ours have, whatever a pipeline calls them: a GPE or a FAC is a LOC, a number is no name."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

ENTITIES = "entities"
OURS = frozenset({"PERSON", "ORG", "LOC"})
LABELS = {label: label for label in OURS} | {
    "PER": "PERSON",
    "GPE": "LOC",
    "FAC": "LOC",
    "FACILITY": "LOC",
    "ORGANIZATION": "ORG",
}


@Language.component(ENTITIES, assigns=["doc.ents", "token.ent_type", "token.ent_iob"])
def entities(doc: Doc) -> Doc:
    """ "the *Victoria*/GPE MP": peoples, dates and numbers lose their label, places take ours."""
    kept = [ent for ent in doc.ents if ent.label_ in LABELS]
    doc.ents = [Span(doc, ent.start, ent.end, label=LABELS[ent.label_]) for ent in kept]
    return doc
