"""The pieces of the exported page as HTML.

Every text that comes from an article passes through `escape` here.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import PurePath
from urllib.parse import urlsplit

from .. import outlets, reviews
from ..captions import (
    PLACE_NAMES,
    STATUS_NAMES,
    caption,
    from_roster,
    in_order,
    left_open,
    number,
    shortened,
    type_name,
    uncertain,
    who,
    why_here,
)
from ..passages import Fragment, Sentence, sentences, telling_articles, with_neighbour
from ..reviews import Reviews
from ..types import Article, Event, Story
from ..views.dark import twin
from ..views.palette import type_colour


def event_list(story: Story, reviewed: Reviews | None = None) -> str:
    """The events in order, each with its proof: readable without a script."""
    return "".join(_event(story, event, reviewed or {}) for event in in_order(story))


def table(story: Story) -> str:
    """The events as table rows."""
    return "".join(_row(story, event) for event in in_order(story))


def texts(story: Story, *, quotes_only: bool) -> str:
    """The articles with their evidence marked; only evidence and its neighbours with *quotes_only*."""
    return "".join(_article(story, article, quotes_only=quotes_only) for article in story.articles)


def source_of(article: Article) -> str:
    """Where an article is from: outlet, date, and its title as a link where there is a safe one."""
    named = escape(article.title or PurePath(article.path or article.id).name)
    linked = (
        f'<a href="{escape(article.url)}" rel="noopener noreferrer">{named}</a>' if article.url and safe(article.url) else named
    )
    return ", ".join(filter(None, [linked, escape(article.outlet or ""), escape((article.published or "")[:10])]))


def both(colour: str) -> str:
    """A colour in CSS that is its twin on a dark page."""
    return f"light-dark({colour},{twin(colour)})"


def safe(url: str | None) -> bool:
    """Whether the address may become a link: http(s) to a host, nothing else."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _event(story: Story, event: Event, reviewed: Reviews) -> str:
    unsure = " unsure" if uncertain(event) or event.status != "happened" else ""
    shown = number(event) if event.status == "happened" else "–"
    return (
        f'<li id="{escape(event.id)}" style="--c:{both(type_colour(event.type))}"><span class="badge{unsure}" aria-hidden="true">'
        f'{event.rank if event.status == "happened" else "–"}</span><div class="body">'
        f'<p class="type">{shown} · {type_name(event.type)}</p><h3>{escape(caption(story, event))}</h3>'
        f"{_proof(story, event)}{_facts(story, event, reviewed)}</div></li>"
    )


def _proof(story: Story, event: Event) -> str:
    """The sentences that tell the event, one neighbour each; articles that say it in the same words, once."""
    said: dict[str, list[str]] = {}
    for article in telling_articles(story, event):
        cut = sentences(article, [event])
        told = [sentence for sentence in cut if event.id in sentence.events]
        lines = "".join(_paragraph(run, event.id) for run in _runs(with_neighbour(cut, told[:2]), cut))
        said.setdefault(lines, []).append(source_of(article))
    parts = [f'<div class="says">{lines}<p class="from">{" · ".join(sources)}</p></div>' for lines, sources in said.items()]
    return "".join(parts) or '<p class="near">No words of an article are kept for this event.</p>'


def _runs(shown: tuple[Sentence, ...], cut: tuple[Sentence, ...]) -> list[list[Sentence]]:
    """Sentences that follow one another, together; a gap begins a new paragraph."""
    places = {sentence.start: place for place, sentence in enumerate(cut)}
    runs: list[list[Sentence]] = []
    for sentence in shown:
        if runs and places[runs[-1][-1].start] + 1 == places[sentence.start]:
            runs[-1].append(sentence)
        else:
            runs.append([sentence])
    return runs


def _paragraph(run: list[Sentence], id: str) -> str:
    return f"<p>{' '.join(_told(sentence, id) for sentence in run)}</p>"


def _told(sentence: Sentence, id: str) -> str:
    if id not in sentence.events:
        return f'<span class="near">{_plain(sentence.fragments)}</span>'
    words = "".join(f"<b>{escape(part.text)}</b>" if id in part.events else escape(part.text) for part in sentence.fragments)
    return f"<mark>{words}</mark>"


def _plain(fragments: Iterable[Fragment]) -> str:
    return escape("".join(fragment.text for fragment in fragments))


def facts(story: Story, event: Event, reviewed: Reviews | None = None) -> list[tuple[str, str]]:
    """What is known of an event, as names and values; only what there is."""
    rules = dict.fromkeys(telling.rule for telling in event.evidence)
    found = [
        ("Who → whom", arrow(story, event)),
        ("Left open", left_open(story, event)),
        ("Roster", from_roster(story, event)),
        ("Status", "" if event.status == "happened" else STATUS_NAMES[event.status]),
        ("According to", who(story, [event.source]) if event.source else ""),
        ("Where", PLACE_NAMES[event.place] if event.place else ""),
        ("When", event.date or event.time_text or ""),
        ("Why here", why_here(story, event)),
        ("Told by", _told_by(story, event)),
        ("Articles differ on", "; ".join(outlets.differences(story, event))),
        ("Rule", ", ".join(rules)),
        ("Review", reviews.of(event, reviewed or {})),
    ]
    return [(name, value) for name, value in found if value]


def _told_by(story: Story, event: Event) -> str:
    """ "2 of 3 articles: the Courier and the Bugle; not by the Post"; empty where there is one article only."""
    by = outlets.tellers(story, event).removeprefix("told by ")
    return f"{len(telling_articles(story, event))} of {len(story.articles)} articles: {by}" if by else ""


def arrow(story: Story, event: Event) -> str:
    """Who acts on whom, as the network has it: "Kelvin Davis → John Key"."""
    return " → ".join([who(story, event.actors) or "not said", *filter(None, [who(story, event.targets)])])


def _facts(story: Story, event: Event, reviewed: Reviews) -> str:
    rows = "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in facts(story, event, reviewed))
    return f"<dl>{rows}</dl>"


def _row(story: Story, event: Event) -> str:
    quote = shortened(event.evidence[0].span.text, most=160) if event.evidence else ""
    cells = [
        type_name(event.type), who(story, event.actors) or "–", who(story, event.targets) or "–",
        STATUS_NAMES[event.status], why_here(story, event),
    ]  # fmt: skip
    place = f'<td><a href="#{escape(event.id)}">{number(event)}</a></td>'
    said = f"<td><q>{escape(quote)}</q></td>" if quote else "<td>–</td>"
    return f"<tr>{place}{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}{said}</tr>"


def _article(story: Story, article: Article, *, quotes_only: bool) -> str:
    cut = sentences(article, story.events)
    shown = with_neighbour(cut, [sentence for sentence in cut if sentence.events]) if quotes_only else cut
    numbers = {event.id: number(event) for event in story.events}
    if quotes_only:
        paragraphs = _runs(shown, cut)
    else:
        paragraphs = [
            [sentence for sentence in shown if sentence.paragraph == at] for at in dict.fromkeys(s.paragraph for s in shown)
        ]
    body = "".join(f"<p>{' '.join(_marked(sentence, numbers) for sentence in run)}</p>" for run in paragraphs)
    return f"<article><h3>{source_of(article)}</h3>{body or '<p>Nothing in it is evidence.</p>'}</article>"


def _marked(sentence: Sentence, numbers: dict[str, str]) -> str:
    if not sentence.events:
        return _plain(sentence.fragments)
    words = "".join(
        f'<b data-events="{escape(" ".join(part.events))}">{escape(part.text)}</b>' if part.events else escape(part.text)
        for part in sentence.fragments
    )
    links = "".join(f'<sup><a href="#{escape(id)}" title="Event {numbers[id]}">{numbers[id]}</a></sup>' for id in sentence.events)
    return f'<span class="s" data-events="{escape(" ".join(sentence.events))}">{words}</span>{links}'
