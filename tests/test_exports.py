"""Each format, opened by a reader of its own kind: the seed story, one without events, and one that is hostile."""

import csv
import io
import json
import re
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import networkx as nx
import openpyxl
import pandas as pd
import pytest
from icalendar import Calendar
from pyld import jsonld as processor

from extract.corrections import Review
from extract.exports.csv_table import defused
from extract.exports.formats import FORMATS, GROUPS
from extract.exports.wording import days, on_one_line
from extract.types import Sanction
from tests.factories import crowd_story, event, exchange, seed_story, story
from tests.hostile import hostile_story

STORIES = {"seeds": seed_story(), "empty": story(actors=()), "hostile": hostile_story(), "crowd": crowd_story()}
READER = Path(__file__).parent.parent / ".ci" / "ftm.py"
FTM = json.loads((Path(__file__).parent / "ftm_schema.json").read_text(encoding="utf-8"))
FORMULA = tuple("=+-@\t\r＝＋－＠")


@pytest.fixture(params=STORIES)
def told(request):
    return STORIES[request.param]


def made(format, told, **how):
    return FORMATS[format].make(told, **how)


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if not one.browser])
@pytest.mark.parametrize("kind", ["empty", "hostile"])
def test_a_format_is_made_of_any_story_and_twice_alike(kind, name):
    assert made(name, STORIES[kind]) == made(name, STORIES[kind])


def test_every_format_says_what_it_is_for():
    assert all(one.name == name and one.label and one.help and "/" in one.mime for name, one in FORMATS.items())
    assert {one.group for one in FORMATS.values()} == set(GROUPS)
    assert len({one.suffix for one in FORMATS.values()}) == len(FORMATS)


# tables


def test_csv_has_a_row_an_event_and_no_formula(told):
    rows = pd.read_csv(io.BytesIO(made("csv", told)), dtype=str, keep_default_na=False)
    assert sorted(rows["rank"].astype(int)) == sorted(one.rank for one in told.events)
    cells = [cell for row in csv.reader(io.StringIO(made("csv", told).decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(FORMULA)]
    # Where a semicolon parts the cells, as in much of Europe, what stands behind one begins no formula either.
    assert not [part for cell in cells for part in cell.split(";") if part.strip().startswith(FORMULA)]
    assert not [cell for cell in cells if re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028]", cell)]


def test_csv_says_who_and_with_which_words():
    rows = pd.read_csv(io.BytesIO(made("csv", exchange())), keep_default_na=False).to_dict("records")
    last = rows[1]
    assert (last["who"], last["to_whom"], last["evidence"]) == ("Jo Lind", "Ama Okoro", "ordered her out of the chamber")
    assert last["why_here"] == 'after 1, because the text says "then"'
    assert {row["review"] for row in rows} == {"machine-coded, not reviewed"}


def test_what_was_reviewed_says_by_whom():
    rows = pd.read_csv(io.BytesIO(made("csv", exchange(), reviewed={"e1": Review("Ana Reyes", "2031-03-04T10:00:00")})))
    assert list(rows["review"]) == ["Accepted by Ana Reyes on 2031-03-04", "machine-coded, not reviewed"]


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("＝1", "'＝1"),
        ("\tx", "'\tx"),
        ("a; =1", "a; '=1"),
        ("a=1", "a=1"),
        (-1, -1),
    ],
)
def test_a_formula_is_defused_and_nothing_else(cell, safe):
    assert defused(cell) == safe


def test_xlsx_holds_words_and_numbers_only(told):
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx", told)))
    assert book.sheetnames == ["events", "actors", "links", "order", "articles"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]
    sizes = [sheet.max_row - 1 for sheet in book]
    assert sizes == [len(told.events), len(told.actors), len(told.links), len(told.order), len(told.articles)]


def test_a_cell_too_long_for_a_sheet_says_that_it_was_cut():
    long = story(event(actors=("okoro",), quote="word " * 20_000))
    quote = openpyxl.load_workbook(io.BytesIO(made("xlsx", long)))["events"]["P2"].value
    assert len(quote) < 32_767
    assert quote.endswith("[cut; the JSON has it whole]")


# networks


@pytest.mark.parametrize(("format", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_a_network_has_every_actor_and_every_act_on_somebody(told, format, read):
    graph = read(io.BytesIO(made(format, told)))
    ties = [(one.rank, one.type) for one in told.events for _ in one.actors for _ in one.targets]
    assert {data["actor"] for _, data in graph.nodes(data=True)} == {on_one_line(one.id) for one in told.actors}
    for tag in ("node", "edge", "key"):
        ids = re.findall(rf'<{tag} [^>]*?\bid="([^"]*)"', made(format, told).decode())
        assert all(re.fullmatch(r"[\w.:-]+", id) for id in ids)
        assert len(set(ids)) == len(ids)
    assert sorted((edge["rank"], edge["event_type"]) for *_, edge in graph.edges(data=True)) == sorted(ties)
    assert (FORMATS[format].remark(told) == "") == all(one.actors and one.targets for one in told.events)


def test_gexf_moves_by_rank_or_where_all_have_one_by_day():
    undated = made("gexf", seed_story()).decode()
    assert 'mode="dynamic"' in undated
    assert 'timeformat="double"' in undated
    first, last = exchange().events
    dated = replace(
        exchange(), events=(replace(first, date="2031-03-04"), replace(last, earliest="2031-03-04", latest="2031-03-06"))
    )
    edges = nx.read_gexf(io.BytesIO(made("gexf", dated))).edges(data=True)
    assert sorted((edge["start"], edge["end"]) for *_, edge in edges) == [
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04", "2031-03-06"),
    ]


# calendars


class Tags(HTMLParser):
    """The tags that a browser would see, with their attributes."""

    def __init__(self, html):
        super().__init__()
        self.seen = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def test_timelinejs_has_the_events_with_a_day_and_no_markup_but_its_own(told):
    data = json.loads(made("timelinejs", told))
    dated = [one for one in told.events if days(one)]
    assert len(data["events"]) == len(dated)
    assert bool(FORMATS["timelinejs"].remark(told)) == (len(dated) < len(told.events))
    for slide in [data["title"], *data["events"]]:
        tags = [tag for part in slide["text"].values() for tag in Tags(part).seen]
        assert {name for name, _ in tags} <= {"p", "blockquote", "a"}
        assert all(attrs["href"].startswith("https://") for name, attrs in tags if name == "a")
    assert len({slide["unique_id"] for slide in data["events"]}) == len(dated)


def test_timelinejs_as_a_spreadsheet_says_the_same():
    data = json.loads(made("timelinejs", crowd_story()))["events"]
    title, *rows = pd.read_csv(io.BytesIO(made("timelinejs-csv", crowd_story())), keep_default_na=False, dtype=str).to_dict(
        "records"
    )
    assert title["Type"] == "title"
    assert [(row["Year"], row["Day"], row["Headline"]) for row in rows] == [
        (str(slide["start_date"]["year"]), str(slide["start_date"]["day"]), slide["text"]["headline"]) for slide in data
    ]


def test_a_day_that_is_a_span_is_said_to_be_one():
    told = story(event(actors=("okoro",), earliest="2031-03-04", latest="2031-03-06"))
    slide = json.loads(made("timelinejs", told))["events"][0]
    assert (slide["start_date"]["day"], slide["end_date"]["day"]) == (4, 6)
    assert slide["display_date"] == "between 4 March 2031 and 6 March 2031"


def test_ics_has_a_day_for_each_sanction_that_ends(told):
    entries = Calendar.from_ical(made("ics", told)).walk("VEVENT")
    ending = [one for one in told.events if one.sanction and one.sanction.until]
    assert [entry.decoded("dtstart").isoformat() for entry in entries] == [one.sanction.until for one in ending]
    assert bool(FORMATS["ics"].remark(told)) == (not ending)
    assert all("\x00" not in str(entry["summary"]) for entry in entries)


def test_ics_says_who_returns_under_which_rule():
    first, last = exchange().events
    told = replace(exchange(), events=(first, replace(last, sanction=Sanction("Standing Order 9", "2031-03-06", assumed=True))))
    (entry,) = Calendar.from_ical(made("ics", told)).walk("VEVENT")
    assert str(entry["summary"]) == "Suspension ends: Ama Okoro"
    assert "Under Standing Order 9 (assumed, not stated)" in str(entry["description"])
    assert "machine-coded, not reviewed" in str(entry["description"])


# entities and linked data


def test_ftm_keeps_to_the_schema_and_points_at_what_is_there(told):
    entities = [json.loads(line) for line in made("ftm", told).decode().split("\n")[:-1]]
    kinds = {entity["id"]: FTM[entity["schema"]]["is"] for entity in entities}
    assert len(kinds) == len(entities) == sum(map(len, (told.articles, told.actors, told.events, told.links)))
    for entity in entities:
        schema = FTM[entity["schema"]]
        assert re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?", entity["id"])
        assert set(schema["required"]) <= set(entity["properties"])
        for name, values in entity["properties"].items():
            kind = schema["properties"][name]
            assert values
            assert all(isinstance(value, str) and value for value in values)
            assert all(kind in kinds[value] for value in values if kind[0].isupper())
            assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", value) for value in values if kind == "date")
            assert all(value.startswith("http") for value in values if kind == "url")


def test_ftm_is_read_by_its_own_library(told, ftm):
    left = subprocess.run([ftm, READER], input=made("ftm", told), capture_output=True, check=False)
    entities = sum(map(len, (told.articles, told.actors, told.events, told.links)))
    assert left.stdout.decode() == f"{entities} entities\n", left.stderr.decode()[-500:]


def test_ftm_is_refused_by_its_own_library_where_it_is_wrong(ftm):
    line = b'{"id": "a", "schema": "Person", "properties": {"name": ["Ama Okoro"], "height": ["tall"], "nose": ["long"]}}\n'
    left = subprocess.run([ftm, READER], input=line, capture_output=True, check=False)
    assert left.returncode == 1
    assert left.stdout.startswith(b"line 1: ")


def test_ftm_takes_no_denial_for_an_act():
    told = story(event(actors=("okoro",), targets=("lind",), status="denied"))
    link = json.loads(made("ftm", told).decode().split("\n")[-2])
    assert link["properties"]["role"] == ["Heckle (denied)"]


def test_jsonld_expands_without_a_network(told):
    def refuse(url, options):
        raise AssertionError(f"asks the network for {url}")

    text = made("jsonld", told).decode()
    assert "</" not in text
    nodes = processor.expand(json.loads(text), {"documentLoader": refuse})
    events = [node for node in nodes if node["@type"] == ["https://schema.org/Event"]]
    assert len(events) == len(told.events)
    known = {node["@id"] for node in nodes}
    assert all(ref["@id"] in known for node in events for ref in node.get("https://schema.org/performer", []))
    urls = [url["@id"] for node in nodes for url in node.get("https://schema.org/url", [])]
    assert all(url.startswith("https://") for url in urls)
