"""The page across all stories, without a browser: what it counts, filters, says and remembers."""

from __future__ import annotations

import gc
import json
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from extract.exports.csv_table import FORMULA
from extract.store import Store
from extract.store.engine import writing

from . import houses
from .factories import actor, article, event, story
from .test_exploring import later, put, uproar

PAGE = str(Path(__file__).parent.parent / "app_pages" / "explore.py")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An empty store that the page reads."""
    address = f"sqlite:///{tmp_path / 'store.sqlite'}"
    monkeypatch.setenv("ORDER_PAPER_STORE", address)
    st.cache_resource.clear()
    opened = Store.open(address)
    yield opened
    opened.close()
    st.cache_resource.clear()


def run(**query: Any) -> AppTest:
    app = AppTest.from_file(PAGE, default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def specs(app: AppTest) -> list[dict[str, Any]]:
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def labels(app: AppTest) -> str:
    return " ".join(a["text"] for spec in specs(app) for a in spec["layout"]["annotations"])


def told(app: AppTest) -> str:
    return " ".join(item.value for item in (*app.caption, *app.header, *app.title, *app.info, *app.markdown))


def listed(app: AppTest) -> list[str]:
    return list(app.dataframe[0].value["What happened"])


def test_an_empty_store_says_what_to_do(kept: Store) -> None:
    app = run()
    assert not app.exception
    assert "python -m extract store add FOLDER" in app.info[0].value
    assert not app.get("plotly_chart")
    assert "id='ready'" in app.get("html")[-1].proto.body


def test_a_store_that_cannot_be_used_costs_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "[x](http:).sqlite").write_text("this is no database, and long enough to be looked at as if it were one" * 20)
    monkeypatch.setenv("ORDER_PAPER_STORE", f"sqlite:///{tmp_path / '[x](http:).sqlite'}")
    st.cache_resource.clear()
    app = run()
    assert not app.exception
    assert "is no store" in app.error[0].value
    assert "](" not in app.error[0].value
    st.cache_resource.clear()


def test_what_happened_is_counted_and_listed(kept: Store) -> None:
    put(kept, uproar(), later())
    app = run()
    assert not app.exception
    assert "5 events in 2 stories" in told(app)
    assert "1 have no day at all" in told(app)
    assert "2 events stand on the day" not in told(app)
    assert len(listed(app)) == 5
    assert list(app.dataframe[0].value["Day"]) == ["2024-04-20", "2024-04-20", "≤ 2024-03-13", "2024-03-12", ""]
    assert "Heckle" in labels(app)


def test_each_figure_is_drawn_and_says_whom_it_takes_for_one(kept: Store) -> None:
    put(kept, uproar(), later())
    assert "Piri Tāmati" in labels(run(figure="whom"))
    app = run(figure="out")
    assert [len(spec["data"][1]["customdata"]) for spec in specs(app)] == [2, 2, 1]
    assert "The same name in two stories is taken for the same person" in told(app)
    assert listed(app) == ["Speaker ejects Piri Tamati", "Jo Lind ejects Ama Okoro"]
    app = run(figure="now", on_day="2024-03-14")
    assert not app.exception
    assert "until 15 March 2024 · standing order 94" in labels(app)
    assert "Nobody is known to be out" in told(run(figure="now", on_day="2024-03-17"))
    assert "20 Apr 2024" in labels(run(figure="now")), "at first the last day on which anybody was out"


def test_filters_are_said_in_the_address(kept: Store) -> None:
    put(kept, uproar(), later())
    assert listed(run(words="out lind")) == ["Jo Lind ejects Ama Okoro"]
    assert listed(run(types="ejection", by_outlet="The Post")) == ["Speaker ejects Piri Tamati"]
    assert len(listed(run(with_actor="jo lind"))) == 1
    assert len(listed(run(of_party="lantern", status="any"))) == 2
    assert len(listed(run(from_day="2024-04-01", to_day="2024-04-30"))) == 2
    app = run()
    app.selectbox(key="with_actor").set_value("jo lind").run()
    assert listed(app) == ["Jo Lind ejects Ama Okoro"]
    assert app.query_params["with_actor"] in ("jo lind", ["jo lind"])
    app.selectbox(key="status").set_value("planned").run()
    assert listed(app) == ["planned: Harbour MPs and Piri Tāmati walk out over Jo Lind"]


def test_an_address_that_anybody_typed_does_no_harm(kept: Store) -> None:
    put(kept, uproar(), later())
    app = run(
        pick="<script>|x",
        types="<b>",
        by_outlet="'",
        figure="nonsense",
        on_day="x",
        page="-7",
        from_day="x",
        status="?",
        with_actor="?",
    )
    assert not app.exception
    assert len(listed(app)) == 5
    assert not app.query_params


def test_what_was_pointed_at_is_a_chip_that_can_be_taken_away(kept: Store) -> None:
    put(kept, uproar(), later())
    app = run(figure="whom", pick="pair|ama okoro|piri tamati")
    assert len(listed(app)) == 2
    assert app.button(key="chip").label == "Ama Okoro → Piri Tāmati"
    assert "2 events in 2 stories" in told(app)
    app.button(key="chip").click().run()
    assert len(listed(app)) == 5
    assert "pick" not in app.query_params
    assert [button for button in app.button if button.key == "chip"] == []
    app.session_state["pick"] = "span|heckle|2024-03-01|2024-03-31"
    app.run()
    assert listed(app) == ["Ama Okoro heckles Piri Tāmati"]
    assert app.button(key="chip").label == "Heckle, March 2024"


def test_filters_that_leave_nothing_can_be_cleared(kept: Store) -> None:
    put(kept, uproar(), later())
    app = run(words="zebra", types="heckle")
    assert "No event is left by these filters." in told(app)
    app.button[0].click().run()
    assert not app.exception
    assert len(listed(app)) == 5


def test_what_is_no_longer_there_is_no_longer_asked_for(kept: Store) -> None:
    put(kept, uproar(), later())
    app = run(with_actor="jo lind", by_outlet="The Wire")
    assert len(listed(app)) == 1
    kept.delete("uproar")
    assert len(listed(app.run())) == 3
    assert not app.query_params


def test_a_change_of_the_store_is_seen_at_once(kept: Store) -> None:
    put(kept, uproar())
    app = run()
    assert len(listed(app)) == 2
    put(kept, later())
    assert len(listed(app.run())) == 5
    kept.delete("uproar")
    assert len(listed(app.run())) == 3


def test_many_events_come_in_pages(kept: Store) -> None:
    houses.fill(kept, 150)
    app = run(status="any")
    assert len(listed(app)) == 100
    app.session_state["page"] = 2
    app.run()
    assert len(listed(app)) == 50
    app.session_state["pick"] = "member|nobody at all"
    app.run()
    assert not app.exception
    assert "No event is left. Take a filter away." in told(app)


def test_hostile_names_are_shown_and_never_obeyed(kept: Store) -> None:
    name = "<img src=x onerror=alert(1)> **bold** $x$ :red[x]"
    act = event("e1", "ejection", actors=("a",), targets=("b",), date="2024-03-12")
    cast = (actor("a", name, "office"), actor("b", f"B {name}", party=name))
    with writing(kept._engine) as connection:
        houses.keep(connection, story(act, title=name, actors=cast, articles=(replace(article(), title=name, outlet=name),)))
    for figure in ("when", "whom", "out", "now"):
        app = run(figure=figure, pick="pair|img src x onerror alert 1 bold x red x|b img src x onerror alert 1 bold x red x")
        assert not app.exception
        assert "<img" not in labels(app)
        assert "**bold**" not in told(app) + app.button(key="chip").label
        assert len(listed(app)) == 1


def test_no_cell_of_the_table_begins_a_formula(kept: Store) -> None:
    name = "=HYPERLINK(0)"
    act = event("e1", "ejection", actors=("a",), targets=("b",), date="2024-03-12")
    cast = (actor("a", name), actor("b", "Ann Hale"))
    with writing(kept._engine) as connection:
        houses.keep(connection, story(act, title=name, actors=cast, articles=(replace(article(), title=name, outlet=name),)))
    cells = [cell for column in run().dataframe[0].value.to_dict("list").values() for cell in column]
    assert any(name in cell for cell in cells)
    assert not [cell for cell in cells if FORMULA.search(cell)]


def test_what_was_asked_of_the_store_is_kept_while_it_is_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from app_pages import asking, shelf

    class Answer:
        pass

    class Kept:
        state, asked = 0, 0

        def revision(self) -> str:
            return f"a store that is tested in state {self.state}"

        def ask(self, question: object, *args: object, **options: object) -> Answer:
            self.asked += 1
            return Answer()

        def corrected(self, id: str) -> Answer:
            return Answer()

    kept = Kept()
    monkeypatch.setattr(shelf, "store", lambda: kept)
    first = [weakref.ref(asking.choices()), weakref.ref(shelf.story("s"))]
    assert asking.choices() is first[0]()
    assert shelf.story("s") is first[1]()
    assert kept.asked == 1
    for kept.state in (1, 2):
        asking.choices()
        shelf.story("s")
    gc.collect()
    assert [answer() for answer in first] == [None, None]
