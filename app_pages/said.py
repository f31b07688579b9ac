"""What a press on the page “Correct” says of the story: each writes one line of the log, signed; each can be undone."""

from collections.abc import Iterable, Sequence
from datetime import date

import streamlit as st

from app_pages import choice, shelf
from extract.corrections import Corrected, Correction, Entry, Unclear, Who, in_words, kinds, what, who
from extract.corrections.kinds import What
from extract.store import Unusable
from extract.types import Article, Span, Story

NAMELESS = "A correction wants the name of whoever makes it: give yours first."

MEANWHILE = "While this page stood open, {by} said: {said}. It stands below now; say yours again if you still mean it."


def by() -> str:
    return st.session_state.get("by", "").strip()


def say(story: Story, *corrections: Correction) -> bool:
    """Writes down what is said, all or none; whether it could be. What was in the way is told on the page."""
    if not by():
        st.session_state.refused = NAMELESS
        return False
    if other := meanwhile(story, corrections):
        st.session_state.refused = MEANWHILE.format(by=other.by, said=in_words(other.correction))
        return False
    try:
        shelf.store().say(story.id, corrections, by=by())
    except (Unclear, Unusable) as error:
        st.session_state.refused = str(error)
        return False
    st.toast("Written down. The log below can undo it.")
    return True


def heard(story: Story, log: Sequence[Entry]) -> None:
    """Remembers how much of the log the page shows."""
    st.session_state.heard = (story.id, log[-1].seq if log else 0)


def meanwhile(story: Story, corrections: Iterable[Correction]) -> Entry | None:
    """What somebody has said of the same words since the page was drawn."""
    id, last = st.session_state.get("heard") or (None, 0)
    meant = {span for correction in corrections for span in kinds.spans(correction)}
    newer = [entry for entry in shelf.store().log(story.id) if entry.seq > last] if id == story.id and meant else []
    return next((entry for entry in newer if meant.intersection(kinds.spans(entry.correction))), None)


def accept(story: Story, id: str) -> None:
    say(story, kinds.Accept(what(story, id)))


def accept_all(found: Corrected) -> None:
    """Every act for which nobody vouches yet."""
    story = found.story
    say(story, *(kinds.Accept(what(story, event.id)) for event in story.events if event.id not in found.reviews))


def reject(story: Story, id: str) -> None:
    if say(story, kinds.Reject(what(story, id))):
        choice.choose(None)


def retype(story: Story, id: str, key: str) -> None:
    if not say(story, kinds.Retype(what(story, id), st.session_state[key])):
        st.session_state[key] = story.event(id).type


def restatus(story: Story, id: str, key: str) -> None:
    if not say(story, kinds.Restatus(what(story, id), st.session_state[key])):
        st.session_state[key] = story.event(id).status


def recast(story: Story, id: str, doers: str, targets: str) -> None:
    actors, struck = (people(story, st.session_state[key]) for key in (doers, targets))
    say(story, kinds.Recast(what(story, id), actors, struck))


def retime(story: Story, id: str, key: str) -> None:
    day: date | None = st.session_state[key]
    if day and not say(story, kinds.Retime(what(story, id), day.isoformat())):
        known = story.event(id).date
        st.session_state[key] = date.fromisoformat(known) if known else None


def merge(story: Story, id: str, key: str) -> None:
    if other := st.session_state[key]:
        say(story, kinds.MergeEvents(what(story, id), (what(story, other),)))


def split(story: Story, id: str, key: str) -> None:
    act = what(story, id)
    places = st.session_state[key]
    if len(places) == len(act.tellings):
        st.session_state.refused = "All its words would go with the other act: leave at least one with this."
    elif places:
        say(story, kinds.SplitEvent(act, tuple(act.tellings[place] for place in places)))


def reorder(story: Story, id: str, key: str, *, before: bool) -> None:
    if other := st.session_state[key]:
        pair = (what(story, id), what(story, other)) if before else (what(story, other), what(story, id))
        say(story, kinds.Reorder(*pair))


def add(story: Story, article: Article) -> None:
    """The act that the marked words tell, of the type and the people that are given."""
    span = marked(article)
    if span is None:
        st.session_state.refused = "An act wants the words that tell it: select them in the article."
        return
    doers, struck = (people(story, st.session_state[key]) for key in ("new_doers", "new_targets"))
    act = What(st.session_state.new_type, (span,), doers, struck, st.session_state.new_status)
    if say(story, kinds.Add(act)):
        st.session_state.pop("passage", None)


def merge_actors(story: Story, id: str, key: str) -> None:
    known = {actor.id for actor in story.actors}
    if others := [other for other in st.session_state[key] if other in known]:
        say(story, kinds.MergeActors(who(story, id), tuple(who(story, other) for other in others)))


def rename(story: Story, id: str) -> None:
    name, role, party = (st.session_state[f"{part}_{id}"].strip() for part in ("name", "role", "party"))
    say(story, kinds.Rename(who(story, id), name, role or None, party or None))


def split_actor(story: Story, id: str, words: str, called: str) -> None:
    mentions = story.actor(id).mentions
    places, name = st.session_state[words], st.session_state[called].strip()
    if len(places) == len(mentions):
        st.session_state.refused = "All its words would mean somebody else: leave one, or rename the actor."
    elif places:
        say(story, kinds.SplitActor(who(story, id), tuple(mentions[place] for place in places), name))


def undo(story: Story, *seqs: int) -> None:
    say(story, *map(kinds.Undo, seqs))


def take_out(story: Story) -> None:
    """Takes a story out of the store with all that was said of it."""
    try:
        shelf.store().delete(story.id, only="story")
    except Unusable as error:
        st.session_state.refused = str(error)
        return
    choice.leave()
    st.toast(f"Taken out: {story.title[:60]}")


def people(story: Story, names: list[str]) -> tuple[Who, ...]:
    """Actors by their ids; whatever is none is the name of somebody new."""
    known = {actor.id for actor in story.actors}
    return tuple(who(story, name) if name in known else Who(name.strip()) for name in names if name.strip())


def mark(article: str, start: int, end: int) -> None:
    """Remembers which words were selected."""
    st.session_state.passage = (article, start, end)


def marked(article: Article) -> Span | None:
    """The selected words of an article, without the blanks around them."""
    id, start, end = st.session_state.get("passage") or (None, 0, 0)
    if id != article.id or not 0 <= start < end <= len(article.text):
        return None
    words = article.text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Span(article.id, start, start + len(words), words) if words else None
