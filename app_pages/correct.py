"""The page on which people put the machine right, from the sentence: a choice and a press for what is usual."""

from datetime import date

import streamlit as st

from app_pages import articles, browser, choice, evidence, frame, said, shelf, theme
from extract.captions import STATUS_NAMES, caption, in_order, shortened, type_name
from extract.corrections import Corrected, Entry, batches, in_words, undone
from extract.focus import Focus
from extract.passages import around, sentences
from extract.types import EVENT_TYPES, STATUSES, Article, Event, Story
from extract.views.palette import type_colour

EVENT, MISSING, ACTORS = "The chosen event", "A missing event", "The actors"
HOW = "Choose a marked event in the article, or select words to add one that is missing. Every press is a line of the log below."


def desk(found: Corrected, seen: Focus) -> None:
    """The article on the left; on the right what can be said of it."""
    signature()
    left, right = st.columns([0.56, 0.44], gap="medium")
    with left:
        article = chosen_article(found.story, seen)
        browser.marker(
            marks(found.story, article, seen), key=f"marker-{article.id}", choose=choice.choose,
            mark=lambda start, end: said.mark(article.id, start, end),
        )  # fmt: skip
    with right:
        refused()
        default = ACTORS if seen.kind == "actor" else MISSING if said.marked(article) else EVENT
        part = st.segmented_control("Say of", [EVENT, MISSING, ACTORS], default=default, required=True,
                                    label_visibility="collapsed", key=f"part {default} {seen.key}")  # fmt: skip
        with st.container(border=True, key="desk"):
            {EVENT: of_event, MISSING: of_missing, ACTORS: of_actors}[part](found, article, seen)
    log(found)


def signature() -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.session_state.by = st.text_input(
            "Your name", value=said.by(), placeholder="Stands beside what you say", key="signed", width=300
        )
        st.caption(HOW)


def refused() -> None:
    if wrong := st.session_state.pop("refused", None):
        st.warning(articles.plain(wrong), icon=":material/error:")


def chosen_article(story: Story, seen: Focus) -> Article:
    """The article to show: the one picked, else one that tells the choice."""
    names = {article.id: evidence.name_of(article) for article in story.articles}
    if len(names) == 1:
        return story.articles[0]
    telling = [t.span.article for e in story.events if e.id in seen.events for t in e.evidence]
    default = telling[0] if seen.kind == "event" and telling else story.articles[0].id
    picked = st.segmented_control("Article", list(names), default=default, format_func=lambda id: names[id], required=True,
                                  key=f"read {seen.key}", label_visibility="collapsed")  # fmt: skip
    return next(article for article in story.articles if article.id == picked)


def marks(story: Story, article: Article, seen: Focus) -> dict[str, object]:
    """The article for the browser: its paragraphs in pieces, each with where it begins and which events it tells."""
    events = in_order(story)
    paragraphs: dict[int, list[tuple[int, str, list[str]]]] = {}
    end = 0
    for sentence in sentences(article, events):
        pieces = paragraphs.setdefault(sentence.paragraph, [])
        if pieces and sentence.start > end:
            pieces.append((end, article.text[end : sentence.start], []))
        end = sentence.start
        for part in sentence.fragments:
            pieces.append((end, part.text, list(part.events)))
            end += len(part.text)
    told = {e.id: (badge(e), theme.colour(type_colour(e.type)), f"{type_name(e.type)}: {caption(story, e)}") for e in events}
    label = f"Article: {evidence.name_of(article)}"
    return {"paragraphs": list(paragraphs.values()), "events": told, "chosen": seen.key, "label": label}


def badge(event: Event) -> str:
    return str(event.rank) if event.status == "happened" else "–"


def of_event(found: Corrected, article: Article, seen: Focus) -> None:
    """What can be said of the chosen event: two presses for the usual things."""
    del article
    story = found.story
    if seen.kind != "event":
        st.caption("No event is chosen. Press a number in the article.")
        return
    event, id = story.event(seen.key), seen.key
    st.html(evidence.summary(found, event))
    with st.container(horizontal=True, gap="small"):
        vouched = found.reviews.get(id)
        why = f"{articles.plain(vouched.by)} vouches for it." if vouched else None
        st.button("Right", icon=":material/check:", on_click=said.accept, args=(story, id), key="accept",
                  disabled=vouched is not None, help=why)  # fmt: skip
        st.button("No such event", icon=":material/close:", on_click=said.reject, args=(story, id), key="reject")
    what_it_is(story, event)
    who_did_it(story, event)
    same_and_other(story, event)
    when(story, event)


def what_it_is(story: Story, event: Event) -> None:
    types = list(dict.fromkeys((*EVENT_TYPES, event.type)))
    left, right = st.columns(2)
    key = f"type {event.id} {event.type}"
    left.selectbox("Type", types, index=types.index(event.type), format_func=type_name, key=key,
                   on_change=said.retype, args=(story, event.id, key))  # fmt: skip
    key = f"status {event.id} {event.status}"
    right.selectbox("Status", STATUSES, index=STATUSES.index(event.status), format_func=STATUS_NAMES.__getitem__, key=key,
                    on_change=said.restatus, args=(story, event.id, key))  # fmt: skip


def who_did_it(story: Story, event: Event) -> None:
    names = {actor.id: actor.name for actor in story.actors}
    with st.form(f"cast {event.id} {'-'.join((*event.actors, '', *event.targets))}", border=False):
        keys = (f"doers {event.id}", f"targets {event.id}")
        for label, key, given in (("Who", keys[0], event.actors), ("To whom", keys[1], event.targets)):
            st.multiselect(label, list(names), default=list(given), format_func=lambda id: names.get(id, id), key=key,
                           accept_new_options=True, help="Somebody new: type the name.")  # fmt: skip
        st.form_submit_button("Say who and to whom", icon=":material/group:", on_click=said.recast, args=(story, event.id, *keys))


def same_and_other(story: Story, event: Event) -> None:
    """The same act told twice, or two acts told as one."""
    others = {other.id: f"{badge(other)} {caption(story, other)}" for other in in_order(story) if other.id != event.id}
    key = f"same {event.id} {shelf.store().revision()}"
    st.selectbox("The same act as", list(others), index=None, format_func=others.__getitem__, key=key,
                 placeholder="another event", on_change=said.merge, args=(story, event.id, key))  # fmt: skip
    if len(event.evidence) < 2:
        return
    words = {place: f"“{shortened(telling.span.text, most=70)}”" for place, telling in enumerate(event.evidence)}
    with st.form(f"split {event.id} {len(words)}", border=False):
        key = f"words {event.id} {shelf.store().revision()}"
        st.multiselect("Words that tell another act", list(words), format_func=words.__getitem__, key=key)
        st.form_submit_button("Split", icon=":material/call_split:", on_click=said.split, args=(story, event.id, key))


def when(story: Story, event: Event) -> None:
    others = {other.id: f"{badge(other)} {caption(story, other)}" for other in in_order(story) if other.id != event.id}
    left, middle, right = st.columns(3)
    for place, label, before in ((left, "Before", True), (middle, "After", False)):
        key = f"{label} {event.id} {shelf.store().revision()}"  # a choice is said once; what is written may call events otherwise
        place.selectbox(label, list(others), index=None, format_func=others.__getitem__, key=key, placeholder="another event",
                        on_change=said.reorder, args=(story, event.id, key), kwargs={"before": before})  # fmt: skip
    key = f"day {event.id} {event.date}"
    right.date_input("On", value=date.fromisoformat(event.date) if event.date else None, format="YYYY-MM-DD", key=key,
                     min_value=date(1200, 1, 1), on_change=said.retime, args=(story, event.id, key))  # fmt: skip


def of_missing(found: Corrected, article: Article, seen: Focus) -> None:
    """An act that the machine did not find, told by the words that are selected in the article."""
    del seen
    story, span = found.story, said.marked(article)
    names = {actor.id: actor.name for actor in story.actors}
    st.markdown(
        f"“{articles.plain(shortened(span.text, most=200))}”" if span else "Select the words that tell it, in the article."
    )
    with st.form("missing", border=False, clear_on_submit=False):
        left, right = st.columns(2)
        left.selectbox("Type", EVENT_TYPES, format_func=type_name, key="new_type")
        right.selectbox("Status", STATUSES, format_func=STATUS_NAMES.__getitem__, key="new_status")
        for place, label, key in ((left, "Who", "new_doers"), (right, "To whom", "new_targets")):
            place.multiselect(label, list(names), format_func=lambda id: names.get(id, id), key=key, accept_new_options=True,
                              help="Somebody new: type the name.")  # fmt: skip
        st.form_submit_button("Add", icon=":material/add:", on_click=said.add, args=(story, article))


def of_actors(found: Corrected, article: Article, seen: Focus) -> None:
    """One actor that is two, two that are one, or one that is called otherwise."""
    del article
    story = found.story
    names = {actor.id: actor.name for actor in story.actors}
    ids = list(names)
    chosen, last = st.session_state.get("actor") or ("", "")
    first = last if chosen == seen.key else seen.key
    id = st.selectbox("Actor", ids, index=ids.index(first) if first in ids else 0, format_func=names.__getitem__,
                      key=f"actor {seen.key} {shelf.store().revision()}")  # fmt: skip
    if id is None:
        return
    st.session_state.actor = (seen.key, id)
    actor = story.actor(id)
    with st.form(f"rename {id} {actor.name}", border=False):
        st.text_input("Name", value=actor.name, key=f"name_{id}")
        left, right = st.columns(2)
        left.text_input("Role", value=actor.role or "", key=f"role_{id}")
        right.text_input("Party", value=actor.party or "", key=f"party_{id}")
        st.form_submit_button("Rename", icon=":material/badge:", on_click=said.rename, args=(story, id))
    with st.form(f"merge {id} {len(names)}", border=False):
        key = f"same_as_{id}"
        st.multiselect("The same actor as", [other for other in names if other != id], format_func=names.__getitem__, key=key)
        st.form_submit_button("Merge", icon=":material/merge:", on_click=said.merge_actors, args=(story, id, key))
    if len(actor.mentions) > 1:
        of = {article.id: article for article in story.articles}
        words = {place: around(of[span.article], span) for place, span in enumerate(actor.mentions)}
        keys = tuple(f"{part} {id} {shelf.store().revision()}" for part in ("mentions", "other"))
        with st.form(f"part {id} {len(words)}", border=False):
            st.multiselect("Words that mean somebody else", list(words), format_func=words.__getitem__, key=keys[0])
            st.text_input("Called", key=keys[1])
            st.form_submit_button("Split", icon=":material/call_split:", on_click=said.split_actor, args=(story, id, *keys))


def log(found: Corrected) -> None:
    """Every line that was written, the latest first, each with its undoing; what was said in one breath is one line."""
    story = found.story
    rows = shelf.store().log(story.id)
    said.heard(story, rows)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header("The log", anchor=False, width="content")
        if shelf.writable():
            with st.container(horizontal=True, width="content"):
                of_all(found)
    for lost in found.unplaced:
        st.warning(articles.plain(f"{lost.entry.seq} {in_words(lost.entry.correction)}: finds no place ({lost.why})"))
    if not rows:
        st.caption("Nobody has said anything yet.")
    out = undone(rows)
    for batch in reversed(batches(rows)):
        line(story, batch, [entry.seq for entry in batch if entry.seq not in out])


def of_all(found: Corrected) -> None:
    """What can be said of the whole story."""
    with st.popover("Take out", icon=":material/delete:"):
        st.markdown("Takes the story, its articles and what was said of it out of the store. It cannot be undone.")
        st.button("Take this story out", on_click=said.take_out, args=(found.story,), key="take_out")
    st.button("All events are right", on_click=said.accept_all, args=(found,), icon=":material/done_all:", key="accept_all",
              disabled=found.reviewed, help="Somebody vouches for each already." if found.reviewed else None)  # fmt: skip


def line(story: Story, batch: tuple[Entry, ...], holding: list[int]) -> None:
    """What was said in one breath, with its undoing where some of it still holds."""
    first, last = batch[0], batch[-1]
    words = f"{first.seq}. {in_words(first.correction)}"
    if len(batch) > 1:
        words = f"{first.seq}–{last.seq}. {in_words(first.correction)}, and the same of {len(batch) - 1} others"
    words = articles.plain(words)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(words if holding else f"~~{words}~~", width="stretch")
        st.caption(articles.plain(f"{first.by}, {first.at[:16].replace('T', ' ')}"), width="content")
        if holding and shelf.writable():
            st.button("Undo", key=f"undo {first.seq}", on_click=said.undo, args=(story, *holding), type="tertiary")


browser.page_width()
if found := frame.opened("Correct"):
    chosen = choice.shown(found.story, choice.chosen(found.story))
    if not shelf.writable():
        st.info(frame.READ_ONLY)
        log(found)
    else:
        desk(found, chosen)
frame.ready()
