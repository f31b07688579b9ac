"""A person's name in words and stories, and what stands in its place: a block for each letter, so that all offsets hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from typing import Any

from extract.lexicon import unaccented
from extract.store.encoding import encode, rewritten, walked
from extract.types import Actor, Story

BLOCK = "█"
LONGEST = 6  # words of a name that is looked for in what comes later


def runs_of(values: Any) -> set[str]:
    """All runs of a few words in plain values: any may be somebody's name."""
    runs, texts = set[str](), set[str]()

    def met(text: str) -> str:
        texts.add(text)
        return text

    walked(values, met)
    for text in texts:
        words = plain(text).split()
        runs |= {" ".join(words[at : at + n]) for n in range(2, LONGEST + 1) for at in range(len(words) - n + 1)}
    return runs


def called(story: Story, name: str) -> list[Actor]:
    """The people of that name."""
    return [a for a in story.actors if a.kind == "person" and plain(name) in map(plain, (a.name, *a.aliases))]


def without(story: Story, name: str, *, known: Iterable[Actor] = ()) -> Story | None:
    """The story with a name withheld, in words as long as they were; None where it has no such name.

    *known* are those of that name in the story of several that this one is part of.
    """
    people = called(story, name)
    change = withholding(forms_of(name, (*people, *known)))
    ids = {a.id: f"withheld-{n}" for n, a in enumerate(_meant(story, people, change), start=_next(story))}
    article = story.articles[0].id
    changed = rewritten(story, lambda text: ids.get(text, text if text == article else change(text)))
    return None if encode(changed) == encode(story) else changed


def _meant(story: Story, people: Iterable[Actor], change: Callable[[str], str]) -> list[Actor]:
    """Whom a name is of, and those whose ids would show it."""
    known = {a.id for a in people}
    return [a for a in story.actors if a.id in known or change(a.id) != a.id]


def _next(story: Story) -> int:
    taken = [int(m[1]) for a in story.actors if (m := re.fullmatch(r"withheld-(\d+)", a.id))]
    return max(taken, default=0) + 1


def forms_of(name: str, people: Iterable[Actor]) -> list[str]:
    """What the person is called: the full name anywhere; the surname alone where the person takes part."""
    forms = {name}
    for actor in people:
        forms |= {actor.name, *(a for a in actor.aliases if _shares(a, actor.name))}
        forms.add(actor.name.split()[-1])
    return sorted(forms, key=lambda f: (-len(f), f))


def _shares(alias: str, name: str) -> bool:
    """Whether a form names the person: "Mr Okoro", not "the Speaker"."""
    return bool(set(plain(alias).split()) & set(plain(name).split()))


def withholding(forms: Collection[str]) -> Callable[[str], str]:
    """Puts a block for each letter of the forms, however they are written: capitals, accents, hyphens of an address."""
    ways = [r"[\W_]+".join(map(re.escape, plain(form).split())) for form in forms]
    pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(w for w in ways if w)})(?![^\W_])")

    lone = {plain(form) for form in forms if " " not in plain(form)}

    def change(text: str) -> str:
        places = [n for n, c in enumerate(text) if not _silent(c)]
        out = list(text)
        for match in pattern.finditer("".join(_letter(text[n]) for n in places)):
            if " " not in match.group() and match.group() in lone and not _written_as_name(text, places[match.start()]):
                continue
            last = places[match.end()] if match.end() < len(places) else len(text)
            for at in range(places[match.start()], last):
                out[at] = BLOCK if text[at].isalnum() or _silent(text[at]) else text[at]
        return "".join(out)

    return change


def _written_as_name(text: str, at: int) -> bool:
    """Whether a word by itself is a surname, "Ms *Long*", or of an address or an id, "ms-long"; not "a *long* afternoon"."""
    return text[at].isupper() or " " not in text


def _silent(character: str) -> bool:
    """Whether a character is an accent of its own, or unseen, as a soft hyphen is."""
    return unicodedata.category(character) in ("Mn", "Cf")


def _letter(character: str) -> str:
    """One letter for one letter, plain, so that places in the text stay what they are."""
    plain = unaccented(character).lower()
    return plain if len(plain) == 1 else character.lower()[:1] or character


def plain(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", "".join(_letter(c) for c in name if not _silent(c))))
