import json
import subprocess
import sys
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from extract import worker
from extract.corrections import kinds, what
from extract.worker import Outcome
from tests.factories import article, exchange, story
from tests.shelves import opened as store_at
from tests.shelves import seeded, seeds

ROOT = Path(__file__).parent.parent
APP = str(ROOT / "streamlit_app.py")


class Pool:
    """Stands in for the process: answers at once, and remembers what it was asked."""

    def __init__(self, answer):
        self.answer, self.asked = answer, []

    def submit(self, what, about):
        self.asked.append((what, about))
        future = Future()
        answer = self.answer
        if isinstance(answer, Exception):
            future.set_exception(answer)
        else:
            future.set_result(what(about) if answer is None else answer)
        return future


@pytest.fixture
def opened(monkeypatch, tmp_path):
    """The dashboard on a store with the seed story and *more* stories, or on an empty one; with a stand-in for the process."""

    def opening(*more, page=None, empty=False, answer=None, address=None, **query):
        st.cache_resource.clear()
        if address is None:
            address = f"sqlite:///{tmp_path / 'empty.sqlite'}" if empty else seeded(tmp_path, *more)
        monkeypatch.setenv("ORDER_PAPER_STORE", address)
        pool = Pool(answer)
        monkeypatch.setattr(worker, "started", lambda: pool)
        app = AppTest.from_file(APP, default_timeout=60)
        app.pool, app.address = pool, address
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        return app.switch_page(f"app_pages/{page}.py").run() if page else app

    yield opening
    st.cache_resource.clear()


def html(app):
    return " ".join(item.proto.body for item in app.get("html"))


def figure(app, place):
    return json.loads(app.get("plotly_chart")[place].proto.spec)


def lit(app):
    """What stands out in the charts: the browser is told, and draws no chart anew."""
    return json.loads(next(one.proto.json for one in app.get("bidi_component") if one.proto.component_name == "lit"))


def corrected(app):
    with store_at(app.address) as store:
        return store.corrected(store.stories()[0].id)


def pressed(app, label):
    return next(button for button in app.button if button.label == label).click().run()


# The story


def test_an_empty_store_begins_with_the_seed_story(opened):
    app = opened(empty=True, answer=Outcome(seeds()))
    assert not app.exception
    assert "backing rapists" in app.title[0].value
    assert len(corrected(app).story.articles) == 2
    assert sorted(path.name for path in (ROOT / "seeds").glob("*.txt")) == [item.name for item in app.pool.asked[0][1]]


def test_the_seed_story_is_shown_with_its_first_event(opened):
    app = opened()
    assert not app.exception
    assert len(app.get("plotly_chart")) == 2
    assert any("Machine\\-coded, not reviewed" in item.value and "18 events" in item.value for item in app.caption)
    assert "Kelvin Davis heckles John Key" in html(app)
    assert not any(what is worker.told for what, _ in app.pool.asked), "what is kept is not read again"


def test_what_is_told_out_of_order_is_named(opened):
    app = opened()
    app.session_state["reading"] = "Told against happened"
    app.run()
    assert any("Told first, happened after 4 things told later" in item.value for item in app.markdown)
    app.selectbox(key="told_by").select_index(1).run()
    assert not app.exception


def test_an_address_chooses_an_event(opened):
    app = opened(event="e7")
    assert lit(app) == {"events": ["e7"], "actors": ["carter", "lees-galloway"], "picked": True}
    assert "David Carter ejects Iain Lees-Galloway" in html(app)


def test_an_address_chooses_an_actor_and_a_tie(opened):
    told = corrected(opened()).story
    key = next(actor.id for actor in told.actors if actor.name == "John Key")
    app = opened(actor=key)
    assert "<h3>John Key</h3>" in html(app)
    assert len(lit(app)["events"]) == sum(key in (*e.actors, *e.targets) for e in told.events)
    link = next(link for link in told.links if link.source == key and len(link.events) > 1)
    app = opened(link=f"{link.source}~{link.target}~{link.type}")
    assert lit(app)["events"] == list(link.events)
    assert "John Key → " in html(app)


@pytest.mark.parametrize("kind", ["event", "actor", "link", "story"])
def test_an_address_that_names_nothing_is_corrected(opened, kind):
    app = opened(**{kind: "<script>"})
    assert not app.exception
    assert (lit(app)["events"], lit(app)["picked"]) == (["e1"], False)
    assert app.query_params.get(kind) != ["<script>"]
    assert "<script>" not in html(app)


def test_figures_are_the_same_whichever_event_is_chosen(opened):
    one, other = (opened(event=event) for event in ("e3", "e8"))
    assert [figure(one, place) for place in (0, 1)] == [figure(other, place) for place in (0, 1)]


def test_the_session_chooses_an_event_and_the_address_follows(opened):
    app = opened()
    app.session_state["event"] = "e8"
    app.run()
    assert lit(app)["events"] == ["e8"]
    assert app.query_params["event"] in ("e8", ["e8"])


def test_next_and_previous_go_round_and_from_an_actor_to_what_they_did(opened):
    app = opened()
    app.button(key="previous").click().run()
    assert app.session_state["event"] == "e18"
    app.button(key="next").click().run()
    assert app.session_state["event"] == "e1"
    told = corrected(app).story
    app.session_state["event"] = next(a.id for a in told.actors if a.name == "Iain Lees-Galloway")
    app.run()
    app.button(key="next").click().run()
    assert app.session_state["event"] == "e7"


def test_the_pane_says_why_and_who_tells_it(opened):
    text = html(opened(event="e3"))
    assert "Why here" in text
    assert "2 of 2 articles" in text


def test_the_table_says_what_the_figures_say(opened):
    app = opened()
    app.session_state["view"] = "Table"
    app.run()
    table = app.dataframe[0].value
    assert len(table) == 18
    assert "Kelvin Davis heckles John Key" in list(table["Event"])


def test_several_stories_can_be_chosen_between_and_a_choice_is_not_carried_over(opened):
    app = opened(exchange(), story="s1", event="e1")
    assert app.title[0].value == "A made\\-up story"
    app.session_state["event"] = "e2"
    menu = app.selectbox(key="story_menu")
    other = next(option for option in menu.options if "backing" in option)
    menu.select(other).run()
    assert not app.exception
    assert "backing rapists" in app.title[0].value
    assert app.session_state["event"] is None


def test_no_event_is_an_answer(opened):
    app = opened(story(actors=()), story="s1")
    assert not app.exception
    assert "No event of the codebook was found" in app.info[0].value
    assert not app.get("plotly_chart")


def test_a_process_that_died_costs_one_line(opened):
    app = opened(empty=True, answer=BrokenProcessPool("gone"))
    assert not app.exception
    assert "the reading stopped" in app.warning[0].value
    assert "No story is kept yet" in app.info[0].value


@pytest.mark.parametrize("page", [None, "compare", "correct", "about"])
def test_a_store_that_cannot_be_used_is_said_on_every_page(opened, page, tmp_path):
    (tmp_path / "junk.sqlite").write_bytes(b"no database at all" * 99)
    app = opened(address=f"sqlite:///{tmp_path / 'junk.sqlite'}", page=page)
    assert not app.exception
    assert any("is no store and no SQLite file" in item.value for item in app.info)


HOSTILE = "<img src=x onerror=alert(1)> **bold** $x$ :red[x] [x](javascript:alert(1))"


@pytest.mark.parametrize("page", [None, "compare", "correct", "add", "about"])
def test_hostile_names_are_shown_and_never_obeyed(opened, page):
    text = f"{HOSTILE} shouted at Piri Tāmati. The Speaker, Jo Lind, then ordered her out of the chamber."
    source = article("evil", text, title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)")
    told = exchange()
    told = replace(
        told,
        title=HOSTILE,
        articles=(source,),
        actors=tuple(replace(one, name=HOSTILE, aliases=(HOSTILE,), party=HOSTILE) for one in told.actors),
        events=tuple(replace(one, evidence=(), quote=HOSTILE) for one in told.events),
    )
    app = opened(told, page=page, story=told.id)
    assert not app.exception
    assert "<img" not in html(app)
    shown = [item.value for kind in (app.title, app.markdown, app.caption) for item in kind]
    assert not any("**bold**" in words or "](javascript" in words for words in shown)


# Compare


def test_the_articles_are_set_side_by_side(opened):
    app = opened(page="compare")
    assert not app.exception
    assert len(app.get("plotly_chart")) == 2
    table = app.dataframe[0].value
    assert len(table) == 18
    columns = list(table.columns)[-2:]
    assert {*table[columns[0]], *table[columns[1]]} == {"tells", "–"}


def test_one_article_has_nothing_beside_it(opened):
    app = opened(exchange(), page="compare", story="s1")
    assert not app.exception
    assert "one article" in app.info[0].value


# Correct


def signed(app):
    app.text_input(key="signed").set_value("Ana Reyes").run()
    return app


def test_a_correction_wants_a_name(opened):
    app = opened(page="correct")
    app.session_state["event"] = "e7"
    app.run()
    app.button(key="accept").click().run()
    assert "give yours" in app.warning[0].value
    assert not corrected(app).reviews


def test_two_presses_for_the_usual_ones_and_undo(opened):
    app = signed(opened(page="correct"))
    app.session_state["event"] = "e7"
    app.run()
    app.button(key="accept").click().run()
    assert corrected(app).reviews["e7"].by == "Ana Reyes"
    app.session_state["event"] = "e2"
    app.run()
    app.button(key="reject").click().run()
    assert not app.exception
    assert "e2" not in {e.id for e in corrected(app).story.events}
    pressed(app, "Undo")
    assert "e2" in {e.id for e in corrected(app).story.events}


def test_another_type_another_status_and_others_who_did_it(opened):
    app = signed(opened(page="correct"))
    app.session_state["event"] = "e7"
    app.run()
    next(box for box in app.selectbox if box.label == "Type").select("intervention").run()
    next(box for box in app.selectbox if box.label == "Status").select("denied").run()
    next(box for box in app.multiselect if box.label == "Who").set_value([])
    pressed(app, "Say who and to whom")
    event = corrected(app).story.event("e7")
    assert (event.type, event.status, event.actors) == ("intervention", "denied", ())
    assert not app.exception


def test_the_same_act_told_twice_becomes_one_and_another_order_is_kept(opened):
    app = signed(opened(page="correct"))
    app.session_state["event"] = "e10"
    app.run()
    next(box for box in app.selectbox if box.label == "The same act as").select("e12").run()
    assert "e12" not in {e.id for e in corrected(app).story.events}
    next(box for box in app.selectbox if box.label == "Before").select("e4").run()
    told = corrected(app).story
    assert told.event("e10").rank < told.event("e4").rank
    assert not app.exception


def test_not_all_words_of_an_act_or_an_actor_can_go_with_another(opened):
    app = signed(opened(page="correct"))
    told = corrected(app).story
    app.session_state["event"] = next(e.id for e in told.events if len(e.evidence) > 1)
    app.run()
    box = next(box for box in app.multiselect if box.label == "Words that tell another act")
    box.set_value(list(range(len(box.options))))
    pressed(app, "Split")
    assert "leave at least one" in app.warning[0].value
    app.session_state["event"] = next(a.id for a in told.actors if len(a.mentions) > 1)
    app.run()
    box = next(box for box in app.multiselect if box.label == "Words that mean somebody else")
    box.set_value(list(range(len(box.options))))
    pressed(app, "Split")
    assert "leave one" in app.warning[0].value
    assert not any(button.label == "Undo" for button in app.button), "nothing was written down"


def test_what_was_said_of_the_order_is_not_said_again_when_another_correction_renumbers(opened):
    app = signed(opened(page="correct"))
    app.session_state["event"] = "e10"
    app.run()
    next(box for box in app.selectbox if box.label == "Before").select("e4").run()
    assert [box.value for box in app.selectbox if box.label in ("Before", "After", "The same act as")] == [None] * 3
    next(box for box in app.selectbox if box.label == "The same act as").select("e2").run()
    assert not app.exception
    assert len([button for button in app.button if button.label == "Undo"]) == 2


def test_a_renamed_actor_stays_the_one_that_is_spoken_of(opened):
    app = signed(opened(page="correct"))
    mine = next(a for a in corrected(app).story.actors if a.name == "Andrew Little")
    next(box for box in app.get("button_group") if "The actors" in str(box.proto)).set_value("The actors").run()
    next(box for box in app.selectbox if box.label == "Actor").select(mine.id).run()
    app.text_input(key=f"name_{mine.id}").set_value("Andrea Little")
    pressed(app, "Rename")
    assert not app.exception
    assert next(box for box in app.selectbox if box.label == "Actor").value == mine.id


def test_an_event_that_is_missing_is_added_from_its_words(opened):
    app = signed(opened(page="correct"))
    source = corrected(app).story.articles[0]
    words = "That prompted a heated debate across the House."
    start = source.text.index(words)
    app.session_state["passage"] = (source.id, start - 1, start + len(words))
    app.run()
    app.selectbox(key="new_type").select("heckle")
    pressed(app, "Add")
    assert not app.exception
    added = [e for e in corrected(app).story.events if e.evidence and e.evidence[0].span.text == words]
    assert [e.type for e in added] == ["heckle"]


def test_actors_are_renamed_and_merged(opened):
    app = signed(opened(page="correct"))
    told = corrected(app).story
    mine = next(a for a in told.actors if a.name == "Kelvin Davis")
    other = next(a for a in told.actors if a.name == "Andrew Little")
    app.session_state["event"] = mine.id
    app.run()
    app.text_input(key=f"name_{mine.id}").set_value("Kelvin Davis MP")
    pressed(app, "Rename")
    assert "Kelvin Davis MP" in {a.name for a in corrected(app).story.actors}
    app.multiselect(key=f"same_as_{mine.id}").set_value([other.id])
    pressed(app, "Merge")
    assert not app.exception
    assert "Andrew Little" not in {a.name for a in corrected(app).story.actors}


def test_all_can_be_accepted_and_the_about_page_counts_it(opened):
    app = signed(opened(page="correct"))
    app.button(key="accept_all").click().run()
    assert corrected(app).reviewed
    app.switch_page("app_pages/about.py").run()
    table = app.dataframe[1].value
    assert list(table["Right"])[-1] == 18


def test_what_was_accepted_at_once_is_one_line_with_one_undoing(opened):
    app = signed(opened(page="correct"))
    app.session_state["event"] = "e7"
    app.run()
    app.button(key="accept").click().run()
    assert app.button(key="accept").disabled, "nobody need say twice that it is right"
    app.button(key="accept_all").click().run()
    assert app.button(key="accept_all").disabled
    assert len([button for button in app.button if button.label == "Undo"]) == 2
    assert any("and the same of 16 others" in line.value for line in app.markdown)
    pressed(app, "Undo")
    assert set(corrected(app).reviews) == {"e7"}


def test_who_has_not_seen_what_another_said_of_the_same_words_is_told_first(opened):
    app = signed(opened(page="correct"))
    app.session_state["event"] = "e7"
    app.run()
    told = corrected(app).story
    with store_at(app.address) as store:
        store.correct(told.id, kinds.Retype(what(told, "e7"), "scuffle"), by="Ben Ito")
    next(box for box in app.selectbox if box.label == "Type").select("intervention").run()
    assert "Ben Ito said" in app.warning[0].value
    assert "Scuffle" in app.warning[0].value
    assert corrected(app).story.event("e7").type == "scuffle"
    assert next(box for box in app.selectbox if box.label == "Type").value == "scuffle"
    next(box for box in app.selectbox if box.label == "Type").select("intervention").run()
    assert corrected(app).story.event("e7").type == "intervention"


def test_what_could_not_be_said_does_not_stand_in_its_field(opened):
    app = opened(page="correct")
    app.session_state["event"] = "e7"
    app.run()
    before = corrected(app).story.event("e7").type
    next(box for box in app.selectbox if box.label == "Type").select("scuffle").run()
    assert "give yours" in app.warning[0].value
    assert next(box for box in app.selectbox if box.label == "Type").value == before


def test_who_is_heard_beyond_this_machine_changes_nothing(opened, monkeypatch):
    monkeypatch.setenv("ORDER_PAPER_CHANGES", "no")
    for page in ("correct", "add"):
        app = opened(page=page)
        assert "changes nothing" in app.info[0].value
        assert not [button for button in app.button if button.label in ("Read", "Right", "Undo")]


# Adding


def test_a_pasted_article_is_kept_and_said(opened):
    app = opened(page="add")
    app.text_area(key="pasted").set_value("In Parliament Ama Okoro shouted at the Speaker, who ordered her out of the House.")
    app.text_input(key="outlet").set_value(" The Gazette ")
    app.text_area(key="links").set_value("ftp://nowhere.example/x")
    pressed(app, "Read")
    assert not app.exception
    assert app.header[0].value == "1 article read, 1 skipped"
    assert "no address" in app.warning[0].value
    assert "a story of its own" in app.markdown[-1].value
    sources = [about[0] for what, about in app.pool.asked if what is worker.articles]
    assert [(source.outlet, source.published) for source in sources] == [("The Gazette", None)] * 2
    with store_at(app.address) as store:
        assert "The Gazette" in {row.outlet for row in store.articles()}


def test_nothing_to_read_is_said(opened):
    app = pressed(opened(page="add"), "Read")
    assert "Choose a file, paste a text or give an address first." in [item.value for item in app.warning]


def test_each_bad_input_is_one_line_and_its_name_is_no_markup(opened):
    app = opened(page="add")
    app.text_area(key="links").set_value("[x](evil)")
    pressed(app, "Read")
    assert not app.exception
    assert app.warning
    assert not any("](" in item.value for item in app.warning)


# The process


WITHOUT_SPACY = f"""
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file({APP!r}, default_timeout=120).run()
assert not app.exception, app.exception
assert len(app.get("plotly_chart")) == 2
assert "spacy" not in sys.modules, "the process that draws has loaded the pipeline"
"""


def test_the_process_that_draws_stays_without_spacy(tmp_path, monkeypatch):
    monkeypatch.setenv("ORDER_PAPER_STORE", f"sqlite:///{tmp_path / 'new.sqlite'}")
    done = subprocess.run([sys.executable, "-c", WITHOUT_SPACY], cwd=ROOT, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr[-2000:]


def test_a_story_that_is_gone_is_said_until_another_is_chosen(opened):
    app = opened(exchange(), story="nothing-of-that-name")
    assert "latest is shown" in app.warning[0].value
    app.run()
    assert "latest is shown" in app.warning[0].value, "the browser tells its width, and the page is drawn again"
    menu = app.selectbox(key="story_menu")
    menu.select_index(1 - menu.index).run()
    assert not app.warning


def test_the_address_is_followed_when_one_goes_back(opened):
    app = opened(exchange(), story="s1")
    first, second = (event.id for event in exchange().events[:2])
    for id in (first, second):
        app.session_state["event"] = id
        app.run()
    app.query_params["event"] = first
    app.run()
    assert app.session_state["event"] == first
    app.button(key="next").click().run()
    assert app.session_state["event"] == second, "a press counts more than the address"


def test_a_story_is_taken_out_and_the_next_is_shown(opened):
    app = opened(exchange(), page="correct", story="s1")
    app.button(key="take_out").click().run()
    assert not app.exception
    assert "backing rapists" in app.title[0].value
    with store_at(app.address) as store:
        assert "s1" not in {row.id for row in store.stories()}


def test_no_cell_of_a_table_begins_a_formula() -> None:
    from app_pages import tables

    told = tables.rows([{"Words": "=HYPERLINK(1)", "Order": 1, "Event": "a;=b"}])
    assert told == [{"Words": "'=HYPERLINK(1)", "Order": 1, "Event": "a;'=b"}]
