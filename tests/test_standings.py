"""Given words of any news in order: by how they stand in their sentences, and by the times that clauses lend each other."""

from __future__ import annotations

import networkx as nx
import pytest
from spacy.language import Language

from extract import order_spans


def precedes(nlp: Language, text: str, one: str, other: str) -> bool | None:
    """Whether the first of two given words came first; None where the order leaves it open."""
    spans = [(text.index(word), text.index(word) + len(word)) for word in (one, other)]
    order = order_spans(text, spans, published="2021-05-12", nlp=nlp).order
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((edge.before, edge.after) for edge in order)
    if graph.has_edge("t1", "t2") or graph.has_edge("t2", "t1"):
        return graph.has_edge("t1", "t2")
    return None


EARLIER_FIRST = [
    ("Crews searched the bay on Monday after a crash.", "crash", "searched"),
    ("The mayor resigned over a leaked recording of the meeting.", "meeting", "resigned"),
    ("The blast killed twelve people in the market.", "blast", "killed"),
    ("The council met in the old hall to discuss the levy.", "met", "discuss"),
    ("Firefighters extinguished a fire at the library.", "fire", "extinguished"),
    ("Witnesses said that the driver left the road.", "left", "said"),
    ("The minister ordered an inquiry. Its report will come in June.", "ordered", "report"),
    ("The ship sank in 2009. Divers found its bell in 2019.", "sank", "found"),
    ("The club was fined. It had fielded two banned players.", "fielded", "fined"),
    ("The union called a strike. Drivers stopped work at noon.", "called", "stopped"),
    ("The mill, which closed in March, will reopen.", "closed", "reopen"),
    ("Radar lost the plane ten minutes after it took off.", "took", "lost"),
]


@pytest.mark.parametrize(("text", "early", "late"), EARLIER_FIRST, ids=[row[0][:40] for row in EARLIER_FIRST])
def test_what_came_first_stands_first_either_way_round(nlp: Language, text: str, early: str, late: str) -> None:
    assert precedes(nlp, text, early, late) is True
    assert precedes(nlp, text, late, early) is False


def test_what_two_paragraphs_take_as_known_stays_open(nlp: Language) -> None:
    text = "The town mourned on Monday.\n\nShops closed after the flood.\n\nThe school was shut because of the landslide."
    assert precedes(nlp, text, "flood", "landslide") is None


def test_a_main_clause_goes_on_where_the_last_dated_one_was(nlp: Language) -> None:
    text = "The dam broke on Monday. Water reached the town. On Tuesday the army cleared the road."
    assert precedes(nlp, text, "reached", "cleared") is True


def test_the_fire_that_broke_out_is_of_its_day_and_the_fire_was_there_before(nlp: Language) -> None:
    text = "On Monday a fire broke out. The fire brigade praised the rescue of Sunday."
    spans = [(text.index(w), text.index(w) + len(w)) for w in ("fire", "rescue")]
    fire, _ = order_spans(text, spans, published="2021-05-12", nlp=nlp).triggers
    assert fire.earliest == "2021-05-10"
