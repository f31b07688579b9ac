"""What a text tells under a sentence that sets the scene: type, doers and sufferers, as several test files ask it."""

from __future__ import annotations

from spacy.language import Language

from extract import extract

SCENE = "The House met on Tuesday under Speaker Joan Quill. "


def acts(nlp: Language, text: str) -> list[tuple[str, list[str], list[str]]]:
    """The type, doers and sufferers of all that a text tells."""
    story = extract(SCENE + text, nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    return [(e.type, [names[a] for a in e.actors], [names[t] for t in e.targets]) for e in story.events]
