"""The proof of what is chosen: of an event the article that says so; of an actor or a tie the events that it stands in."""

from html import escape

import streamlit as st

from app_pages import browser, choice, theme
from extract.captions import caption, number, type_name
from extract.corrections import Corrected
from extract.exports.parts import facts
from extract.focus import Focus
from extract.passages import sentences, telling_articles
from extract.types import Actor, Article, Event, Story
from extract.views.palette import INK, type_colour

KINDS = {"person": "Person", "group": "Group", "office": "Office"}


def show(found: Corrected, seen: Focus) -> None:
    """The pane for an event, an actor or a tie."""
    told = found.story
    if seen.kind == "event":
        _steps(told, choice.place(told, told.event(seen.key)))
        _event(found, told.event(seen.key))
        return
    _steps(told, f"{len(seen.events)} event{'' if len(seen.events) == 1 else 's'}")
    _card(told, seen)
    rows = [row(told, told.event(id)) for id in seen.events]
    browser.listing(rows, "", choose=choice.choose, key=f"of-{seen.kind}")


def row(story: Story, event: Event) -> dict[str, object]:
    """An event as the lists show it."""
    return {
        "id": event.id,
        "number": str(event.rank) if event.status == "happened" else "–",
        "type": type_name(event.type),
        "text": caption(story, event),
        "colour": theme.colour(type_colour(event.type)),
        "unsure": event.rank_min != event.rank_max or event.status != "happened",
    }


def name_of(article: Article) -> str:
    """What to call an article in a tab: its outlet or title, and enough of its name to tell two apart."""
    return ", ".join(filter(None, [article.outlet, (article.title or article.id)[:28]]))


def _event(found: Corrected, event: Event) -> None:
    story = found.story
    st.html(summary(found, event))
    articles = telling_articles(story, event)
    if not articles:
        st.caption("No words of an article are kept for this event.")
        return
    article = articles[0]
    if len(articles) > 1:
        names = {item.id: name_of(item) for item in articles}
        picked = st.segmented_control(
            "Article",
            list(names),
            default=article.id,
            format_func=lambda id: names[id],
            key=f"article-{event.id}",
            label_visibility="collapsed",
        )
        article = next((item for item in articles if item.id == picked), article)
    browser.reader(_marked(article, event), key=f"reader-{article.id}-{event.id}")


def _steps(story: Story, said: str) -> None:
    """Buttons and arrow keys from event to event."""
    with st.container(horizontal=True, gap="small", key="steps", vertical_alignment="center"):
        for name, icon, by, hint in (("Previous", "arrow_back", -1, "Key: ←"), ("Next", "arrow_forward", 1, "Key: →")):
            st.button(name, icon=f":material/{icon}:", on_click=choice.step, args=(story, by), key=name.lower(), help=hint)
        st.caption(said)
    browser.arrows(lambda by: choice.step(story, by))


def summary(found: Corrected, event: Event) -> str:
    """What is known of an event, as HTML."""
    rows = _rows(facts(found.story, event, found.reviews))
    head = f'<p style="color:{theme.colour(type_colour(event.type))}">{number(event)} · {type_name(event.type)}</p>'
    return _proof(f"{head}<h3>{escape(caption(found.story, event))}</h3><dl>{rows}</dl>")


def _card(story: Story, seen: Focus) -> None:
    """Who an actor is, or between whom a tie is."""
    if seen.kind == "link":
        source, target = (story.actor(id) for id in (seen.actors * 2)[:2])
        type = story.event(seen.events[0]).type
        head = f'<p style="color:{theme.colour(type_colour(type))}">{type_name(type)}</p>'
        st.html(_proof(f"{head}<h3>{escape(source.name)} → {escape(target.name)}</h3>"))
        return
    actor = story.actor(seen.key)
    head = f'<p style="color:{theme.colour(INK)}">{KINDS[actor.kind]}</p>'
    st.html(_proof(f"{head}<h3>{escape(actor.name)}</h3><dl>{_rows(_known(story, actor))}</dl>"))


def _known(story: Story, actor: Actor) -> list[tuple[str, str]]:
    acts = sum(actor.id in event.actors for event in story.events)
    struck = sum(actor.id in event.targets for event in story.events)
    others = [name for name in actor.aliases if name != actor.name]
    found = [
        ("Role", actor.role or ""),
        ("Party", actor.party or ""),
        ("Also called", ", ".join(others[:6])),
        ("Acts in", str(acts)),
        ("Is acted on in", str(struck)),
    ]
    return [(name, value) for name, value in found if value]


def _rows(rows: list[tuple[str, str]]) -> str:
    return "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows)


def _proof(inside: str) -> str:
    return f'<div class="proof" aria-live="polite">{inside}</div>{STYLE}'


def _marked(article: Article, event: Event) -> dict[str, object]:
    paragraphs: dict[int, list[list[tuple[str, bool]]]] = {}
    for sentence in sentences(article, [event]):
        parts = [(part.text, event.id in part.events) for part in sentence.fragments]
        paragraphs.setdefault(sentence.paragraph, []).append(parts)
    return {
        "paragraphs": list(paragraphs.values()),
        "label": f"Article: {name_of(article)}",
        "colour": theme.colour(type_colour(event.type)),
    }


STYLE = """<style>
.proof p { margin: 0; font-size: 0.9rem; font-weight: 700; }
.proof h3 { margin: 0.1rem 0 0.5rem; padding: 0; font-size: 1.15rem; line-height: 1.35; overflow-wrap: anywhere; }
.proof dl { padding: 0; display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin: 0; font-size: 0.9rem; }
.proof dt { opacity: 0.75; }
.proof dd { margin: 0; overflow-wrap: anywhere; }
</style>"""
