"""The proof of the chosen event: what it is, why it stands where it stands, and the article that says so."""

from html import escape

import streamlit as st

from app_pages import browser, choice
from extract.captions import caption, number, type_name
from extract.exports.parts import facts
from extract.passages import sentences, telling_articles
from extract.types import Article, Event, Story
from extract.views.palette import type_colour


def show(story: Story, event: Event) -> None:
    _steps(story)
    st.html(_summary(story, event))
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


def name_of(article: Article) -> str:
    """What to call an article in a tab: its outlet or title, and enough of its name to tell two apart."""
    return ", ".join(filter(None, [article.outlet, (article.title or article.id)[:28]]))


def _steps(story: Story) -> None:
    with st.container(horizontal=True, gap="small", key="steps"):
        st.button(
            "Previous", icon=":material/arrow_back:", on_click=choice.step, args=(story, -1), shortcut="Left", key="previous"
        )
        st.button("Next", icon=":material/arrow_forward:", on_click=choice.step, args=(story, 1), shortcut="Right", key="next")


def _summary(story: Story, event: Event) -> str:
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts(story, event))
    head = f'<p style="color:{type_colour(event.type)}">{number(event)} · {type_name(event.type)}</p>'
    said = f"{head}<h3>{escape(caption(story, event))}</h3><dl>{rows}</dl>"
    return f'<div class="proof" aria-live="polite">{said}</div>{STYLE}'


def _marked(article: Article, event: Event) -> dict[str, object]:
    paragraphs: dict[int, list[list[tuple[str, bool]]]] = {}
    for sentence in sentences(article, [event]):
        parts = [(part.text, event.id in part.events) for part in sentence.fragments]
        paragraphs.setdefault(sentence.paragraph, []).append(parts)
    return {"paragraphs": list(paragraphs.values()), "label": f"Article: {name_of(article)}", "colour": type_colour(event.type)}


STYLE = """<style>
.proof p { margin: 0; font-size: 0.9rem; font-weight: 700; }
.proof h3 { margin: 0.1rem 0 0.5rem; padding: 0; font-size: 1.15rem; line-height: 1.35; font-weight: 650; }
.proof dl { padding: 0; display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin: 0; font-size: 0.9rem; }
.proof dt { color: #566072; }
.proof dd { margin: 0; overflow-wrap: anywhere; }
</style>"""
