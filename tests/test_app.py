import json
import subprocess
import sys
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from extract import worker
from extract.worker import Outcome
from tests.factories import actor, article, event, exchange, seed_story, story

ROOT = Path(__file__).parent.parent
APP = str(ROOT / "streamlit_app.py")


class Pool:
    """Stands in for the process: answers at once with what it was given, and remembers what it was asked."""

    def __init__(self, *answers):
        self.answers, self.asked = list(answers), []

    def submit(self, told, sources):
        self.asked.append(sources)
        future = Future()
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        future.set_exception(answer) if isinstance(answer, Exception) else future.set_result(answer)
        return future


@pytest.fixture
def opened(monkeypatch):
    """The dashboard with a stand-in for the process."""

    def opening(*answers, **query):
        st.cache_resource.clear()
        pool = Pool(*(answers or (Outcome((seed_story(),)),)))
        monkeypatch.setattr(worker, "start", lambda: pool)
        app = AppTest.from_file(APP, default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        app.pool = pool
        return app.run()

    yield opening
    st.cache_resource.clear()


def html(app):
    return " ".join(item.proto.body for item in app.get("html"))


def figure(app, place):
    return json.loads(app.get("plotly_chart")[place].proto.spec)


def selected(app):
    return next(trace for trace in figure(app, 0)["data"] if trace.get("name") == "events")["selectedpoints"]


def test_the_seed_story_is_shown_with_its_first_event(opened):
    app = opened()
    assert not app.exception
    assert len(app.get("plotly_chart")) == 3
    assert "backing rapists" in app.title[0].value
    assert any("Machine-coded, not reviewed" in item.value and "18 events" in item.value for item in app.caption)
    assert "Kelvin Davis heckles John Key" in html(app)
    assert sorted(path.name for path in (ROOT / "seeds").glob("*.txt")) == [item.name for item in app.pool.asked[0]]


def test_what_is_told_out_of_order_is_named(opened):
    app = opened()
    assert any("1 of them before something that came earlier" in item.value for item in app.caption)
    assert any("Told first, happened after 4 things told later" in item.value for item in app.markdown)
    app.selectbox(key="told_by").select(seed_story().articles[1].id).run()
    assert not app.exception


def test_an_address_chooses_an_event(opened):
    app = opened(event="e7")
    assert selected(app) == [6]
    assert "David Carter ejects Iain Lees-Galloway" in html(app)


def test_an_address_that_names_no_event_is_corrected(opened):
    app = opened(event="<script>")
    assert selected(app) == [0]
    assert "event" not in app.query_params


def test_the_session_chooses_an_event_and_the_address_follows(opened):
    app = opened()
    app.session_state["event"] = "e8"
    app.run()
    assert selected(app) == [7]
    assert app.query_params["event"] in ("e8", ["e8"])
    faded = [trace["meta"]["events"] for trace in figure(app, 1)["data"] if trace.get("opacity", 1) < 0.5]
    assert faded
    assert ["e8"] not in faded


def test_next_and_previous_go_round(opened):
    app = opened()
    app.button(key="previous").click().run()
    assert app.session_state["event"] == "e18"
    app.button(key="next").click().run()
    assert app.session_state["event"] == "e1"


def test_the_pane_says_why_and_who_tells_it(opened):
    app = opened(event="e3")
    text = html(app)
    assert "after 2, because the one is at the entrance, the other inside" in text
    assert "2 of 2 articles" in text
    assert "John Key → Labour Party and Kelvin Davis" in text


def test_the_table_says_what_the_figures_say(opened):
    app = opened()
    app.session_state["view"] = "Table"
    app.run()
    table = app.dataframe[0].value
    assert list(table["Order"])[:3] == ["1", "2", "3"]
    assert len(table) == 18


def test_a_pasted_article_becomes_the_story(opened):
    app = opened(Outcome((seed_story(),)), Outcome((exchange(),)))
    app.text_area(key="pasted").set_value("Ama Okoro shouted.")
    app.text_input(key="outlet").set_value(" The Gazette ")
    next(button for button in app.button if button.label == "Read").click().run()
    assert not app.exception
    assert app.title[0].value == "A made\\-up story"
    [source] = app.pool.asked[1]
    assert (source.text, source.outlet, source.published) == ("Ama Okoro shouted.", "The Gazette", None)
    next(button for button in app.button if button.label == "Back to the seed story").click().run()
    assert "backing rapists" in app.title[0].value


def test_nothing_to_read_is_said(opened):
    app = opened()
    next(button for button in app.button if button.label == "Read").click().run()
    assert "Choose a file or paste a text first." in [item.value for item in app.warning]


def test_each_bad_input_is_one_line_and_its_name_is_no_markup(opened):
    app = opened(Outcome((seed_story(),), ("[x](http://evil).txt: empty; give another",), ("b.txt: read as Latin-1",)))
    assert len(app.warning) == 1
    assert "](" not in app.warning[0].value
    assert len(app.get("plotly_chart")) == 3


def test_no_event_is_an_answer(opened):
    app = opened(Outcome((story(actors=()),)))
    assert not app.exception
    assert "No event of the codebook was found" in app.info[0].value
    assert not app.get("plotly_chart")


def test_nothing_readable_is_said(opened):
    app = opened(Outcome(problems=("a.txt: empty; give another",)))
    assert not app.exception
    assert "Nothing could be read" in app.info[0].value


def test_several_stories_can_be_chosen_between(opened):
    app = opened(Outcome((seed_story(), exchange())))
    app.selectbox(key="story").set_value("s1").run()
    assert not app.exception
    assert app.title[0].value == "A made\\-up story"


def test_a_process_that_died_costs_one_line(opened):
    app = opened(BrokenProcessPool("gone"))
    assert not app.exception
    assert "the reading stopped" in app.warning[0].value


def test_hostile_names_are_shown_and_never_obeyed(opened):
    name = "<img src=x onerror=alert(1)> **bold** $x$ :red[x]"
    told = story(event(actors=("a",)), actors=(actor("a", name, "group"),), title=name, articles=(article(title=name),))
    app = opened(Outcome((told,)))
    assert not app.exception
    assert "<img" not in html(app)
    assert "**bold**" not in app.title[0].value


WITHOUT_SPACY = f"""
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file({APP!r}, default_timeout=120).run()
assert not app.exception, app.exception
assert len(app.get("plotly_chart")) == 3
assert "spacy" not in sys.modules, "the process that draws has loaded the pipeline"
"""


def test_the_process_that_draws_stays_without_spacy():
    done = subprocess.run([sys.executable, "-c", WITHOUT_SPACY], cwd=ROOT, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr[-2000:]
