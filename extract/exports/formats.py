"""All that a story can be taken away as: the one list that the command line and the dashboard offer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, Protocol

from ..reviews import Reviews
from ..types import Story
from . import contract, quotes
from .brat import brat, without_text
from .coded import coded
from .csv_table import csv_table
from .figures import FIGURES, Kind, NoBrowser, figure_image, figure_page
from .ftm import ftm
from .graph import gexf, graphml, loose
from .jsonld import jsonld
from .page import page
from .returns import ics, no_returns
from .timelinejs import timelinejs, timelinejs_csv, undated
from .xlsx import xlsx

__all__ = ["FORMATS", "Format", "NoBrowser"]

Group = Literal["Page", "Figures", "Data"]
GROUPS: tuple[Group, ...] = ("Page", "Figures", "Data")


class Make(Protocol):
    """Makes a file of a story; with *quotes_only*, of its articles only the sentences that are evidence."""

    def __call__(self, story: Story, *, quotes_only: bool = False, reviewed: Reviews | None = None) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name on the command line, what a reader calls it, how it is made and what it cannot hold."""

    name: str
    label: str
    suffix: str
    mime: str
    make: Make
    help: str
    group: Group = "Data"
    # One line on what a story has and the file has not; empty where it has all.
    remark: Callable[[Story], str] = lambda _: ""
    # Whether a browser has to be there to make it.
    browser: bool = False


class Whole(Protocol):
    """Makes a file in which no article's text stands anyway."""

    def __call__(self, story: Story, *, reviewed: Reviews | None = None) -> bytes: ...


def _without_texts(make: Whole) -> Make:
    def made(story: Story, *, quotes_only: bool = False, reviewed: Reviews | None = None) -> bytes:
        return make(story, reviewed=reviewed)

    return made


def _html(story: Story, *, quotes_only: bool = False, reviewed: Reviews | None = None) -> bytes:
    return page(story, quotes_only=quotes_only, reviewed=reviewed).encode("utf-8", "replace")


def _json(story: Story, *, quotes_only: bool = False, reviewed: Reviews | None = None) -> bytes:
    return contract.dumps([story], text=not quotes_only).encode()


def _brat(story: Story, *, quotes_only: bool = False, reviewed: Reviews | None = None) -> bytes:
    return brat(quotes.quotes_only(story) if quotes_only else story, reviewed=reviewed)


def _gold(story: Story, *, quotes_only: bool = False, reviewed: Reviews | None = None) -> bytes:
    return coded(quotes.quotes_only(story) if quotes_only else story)


ZIP, CSV, HTML, JSON = "application/zip", "text/csv", "text/html", "application/json"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAGE = Format("html", "Page", "html", HTML, _html, "the whole story as one page that works without a network", "Page")
DATA = (
    Format("json", "JSON", "json", JSON, _json, "the story in the public format, for programs"),
    Format("csv", "CSV", "csv", CSV, _without_texts(csv_table), "one row an event, for a spreadsheet, R or pandas"),
    Format("xlsx", "Excel", "xlsx", SHEET, _without_texts(xlsx), "events, actors, links, order and articles, a sheet each"),
    Format("graphml", "GraphML", "graphml", "application/xml", _without_texts(graphml),
           "the network, an edge an act, for Cytoscape, yEd, igraph and networkx", remark=loose),
    Format("gexf", "GEXF", "gexf", "application/gexf+xml", _without_texts(gexf),
           "the network in time, for Gephi", remark=loose),
    Format("timelinejs", "TimelineJS", "timelinejs.json", JSON, _without_texts(timelinejs),
           "the events that have a day, as JSON for TimelineJS", remark=undated),
    Format("timelinejs-csv", "TimelineJS spreadsheet", "timelinejs.csv", CSV, _without_texts(timelinejs_csv),
           "the same, as rows for its spreadsheet", remark=undated),
    Format("ics", "Calendar", "ics", "text/calendar", _without_texts(ics),
           "the days on which suspensions end", remark=no_returns),
    Format("ftm", "FollowTheMoney", "ftm.json", "application/json+ftm", _without_texts(ftm), "entities, one a line, for Aleph"),
    Format("jsonld", "Linked data", "jsonld", "application/ld+json", _without_texts(jsonld),
           "events, people and articles in the words of schema.org"),
    Format("brat", "brat", "brat.zip", ZIP, _brat, "texts and their annotations, for the brat tool", remark=without_text),
    Format("gold", "Coded articles", "gold.zip", ZIP, _gold, "as a test set, to measure with", remark=without_text),
)  # fmt: skip


def _figures() -> Iterator[Format]:
    """Each figure as a page of its own, and as the two kinds of image."""
    images: tuple[tuple[Kind, str, str], ...] = (
        ("svg", "image/svg+xml", "an image for print, with its fonts"),
        ("png", "image/png", "an image, 3 pixels a point"),
    )
    for name, (label, _, lacks) in FIGURES.items():
        alone = _without_texts(partial(figure_page, name=name))
        yield Format(
            f"{name}-html", label, f"{name}.html", HTML, alone, "a page of its own, with buttons that save it", "Figures", lacks
        )
        for kind, mime, help in images:
            made = _without_texts(partial(figure_image, name=name, kind=kind))
            yield Format(f"{name}-{kind}", label, f"{name}.{kind}", mime, made, help, "Figures", lacks, browser=True)


def _whole(make: Make) -> Make:
    """The same of whole characters: where half of one stands in a story, no file can hold it, and a mark stands for it."""

    def made(story: Story, *, quotes_only: bool = False, reviewed: Reviews | None = None) -> bytes:
        try:
            return make(story, quotes_only=quotes_only, reviewed=reviewed)
        except (TypeError, UnicodeEncodeError):
            (whole,) = contract.loads(contract.dumps([story]))
            return make(whole, quotes_only=quotes_only, reviewed=reviewed)

    return made


FORMATS: Mapping[str, Format] = {made.name: replace(made, make=_whole(made.make)) for made in (PAGE, *_figures(), *DATA)}
