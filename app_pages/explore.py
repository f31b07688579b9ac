"""The page across all stories: when it happened, who acts on whom, who was put out; and the events behind each count."""

from dataclasses import replace
from datetime import date
from html import escape

import streamlit as st

from app_pages import address, articles, asking, browser, filters, picking, tables
from extract.captions import STATUS_NAMES, type_name
from extract.picks import Kind, Pick
from extract.store import Unusable
from extract.store.exploring import Filter, narrowed
from extract.tallies import Choices, Line, Sum
from extract.views.bars import described as bars_said
from extract.views.clock import described as clock_said
from extract.views.matrix import described as matrix_said
from extract.views.matrix import fitting
from extract.views.strips import described as strips_said

PHONE, GAP, PAGE = 700, 24, 100
NOTE = "Machine-coded: a program read the articles, and what no person has reviewed may be wrong."
SAME = (
    "The same name in two stories is taken for the same person; so is a surname alone, and an office such as “Speaker” without a "
    "name. Where there are several of a name, choose one outlet or some days."
)
EMPTY = (
    "No story is kept yet, so there is nothing to count. Read articles and keep them, or run "
    "`python -m extract store add FOLDER`; this page then shows when it happened, who acts on whom and who was put out."
)
GROUPS: dict[Kind, str] = {"member": "Member put out", "chair": "Who put them out", "party": "Party of those put out"}
VIEWS = {"when": "Over time", "whom": "Who to whom", "out": "Put out", "now": "Out on a day"}


def heading(sum: Sum | None = None) -> None:
    with st.container(gap=None):
        st.title("Across all stories", anchor=False)
        st.caption(f"{said(sum)} · {NOTE}" if sum else NOTE)


def said(sum: Sum) -> str:
    """ "412 events in 96 stories, 300 of them on a day that the text gives"."""
    events = "1 event" if sum.events == 1 else f"{sum.events:,} events"
    stories = "1 story" if sum.stories == 1 else f"{sum.stories:,} stories"
    return f"{events} in {stories}"


def when(filter: Filter, sum: Sum, width: int, pick: Pick | None) -> None:
    found = asking.months(filter)
    picking.show(asking.strips(found, width, pick and pick.code), key="strips", alt=strips_said(found))
    rest = sum.events - sum.dated - sum.undated
    notes = ["Each strip has a scale of its own. Click a bar to list its events below."]
    notes += [f"{rest:,} events stand on the day of publication, since no text gives theirs."] if rest else []
    notes += [f"{sum.undated:,} have no day at all, and are in the list only."] if sum.undated else []
    st.caption(" ".join(notes))


def whom(filter: Filter, width: int, pick: Pick | None) -> None:
    found = asking.pairs(filter, fitting(width))
    picking.show(asking.matrix(found, width, pick and pick.code), key="matrix", alt=matrix_said(found))
    st.caption(f"Rows act, columns are acted on. Click a number to list its events below. {SAME}")


def put_out(filter: Filter, width: int, pick: Pick | None) -> None:
    found = asking.ejections(filter)
    if not found.members.shown and not found.chairs.shown:
        st.info("No ejection is among the events that these filters leave.")
        return
    each = width if width < PHONE else int((width - 2 * GAP) / 3)
    slots = [st.container() for _ in GROUPS] if width < PHONE else st.columns(3, gap="medium")
    for slot, (kind, name) in zip(slots, GROUPS.items(), strict=True):
        tally = {"member": found.members, "chair": found.chairs, "party": found.parties}[kind]
        with slot:
            st.markdown(f"**{name}**")
            alt = f"{name}: {bars_said(tally)}"
            if tally.shown:
                picking.show(asking.bars(found, kind, each, pick and pick.code), key=f"bars-{kind}", alt=alt)
            else:
                st.caption("No text says so.")
    st.caption(f"How often, groups without names aside. Click a bar to list its ejections below. {SAME}")


def now(filter: Filter, width: int, pick: Pick | None) -> None:
    last = asking.last_out(filter)
    if last is None:
        st.info("No ejection is among the events that these filters leave.")
        return
    usual = max(filters.EARLIEST, min(date.today(), date.fromisoformat(last)))
    first = address.day("on_day", first=filters.EARLIEST) or usual
    day = st.date_input("Out of the chamber on", value=first, key="on_day", format="YYYY-MM-DD", width=200,
                        min_value=filters.EARLIEST,
                        help="At first the last day on which anybody is known to be out.")  # fmt: skip
    on = (day or usual).isoformat()
    found = asking.out(filter, on)
    if found:
        picking.show(asking.clock(found, on, width, pick and pick.code), key="clock", alt=clock_said(found, on=on))
    else:
        st.info("Nobody is known to be out of the chamber on that day.")
    st.caption(
        "A full bar: the text says until when. A dashed one: it is assumed from the rules, or no text says until when, and then "
        f"the day itself is drawn. {SAME}"
    )


def chooser(known: Choices) -> tuple[str, tuple[str, ...]]:
    """Which figure to draw, at first by month where there is any day, and of which statuses."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small"):
        asked = address.place("figure", VIEWS)
        first = list(VIEWS)[(0 if known.first else 1) if asked is None else asked]
        view = st.segmented_control("Figure", list(VIEWS), default=first, format_func=VIEWS.__getitem__, key="figure",
                                    required=True, label_visibility="collapsed", on_change=picking.forget)  # fmt: skip
        return view or "when", filters.status()


def events(filter: Filter, pick: Pick | None, known: Choices, *, narrow: bool) -> int:
    """The events behind what is shown; one that is chosen opens its story."""
    own = narrowed(filter, pick)
    sum = asking.count(own) if own else Sum(0, 0, 0, 0)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.header(said(sum), anchor=False, width="content")
        if pick:
            picking.chip(pick, known)
    pages = max(1, -(-sum.events // PAGE))
    page = min(st.session_state.get("page", 1), pages)
    lines = asking.rows(own, PAGE, (page - 1) * PAGE) if own else ()
    table(lines, narrow=narrow)
    if pages > 1:
        st.pagination(pages, key="page", max_visible_pages=3 if narrow else 7)
    return sum.events


def table(lines: tuple[Line, ...], *, narrow: bool) -> None:
    cells = tables.rows(row(line) for line in lines)
    if not cells:
        st.info("No event is left. Take a filter away.")
        return
    order = ("Day", "What happened") if narrow else None
    key = f"events-{st.session_state.get('opened', 0)}"
    chosen = st.dataframe(cells, hide_index=True, key=key, on_select="rerun", selection_mode=["single-row", "single-cell"],
                          column_order=order, height=420 if len(cells) > 11 else "auto", column_config=COLUMNS,
                          alt="The events, the latest first; choose one to open its story")  # fmt: skip
    st.caption("Choose a row to open the story at that event. A day with ≤ is that of publication: the text gives none.")
    at = [*chosen.selection.rows, *(row for row, _ in chosen.selection.cells)]
    if at and at[0] < len(lines):
        open_story(lines[at[0]])


def open_story(line: Line) -> None:
    """To the story page, at the event."""
    st.session_state["opened"] = st.session_state.get("opened", 0) + 1  # a new table has nothing chosen
    st.session_state["story"], st.session_state["event"] = line.story, line.event
    st.switch_page("app_pages/story.py")


COLUMNS = {
    "Day": st.column_config.TextColumn(width=105),
    "Type": st.column_config.TextColumn(width=125),
    "What happened": st.column_config.TextColumn(width=390),
    "Words": st.column_config.TextColumn(width=190),
    "Story": st.column_config.TextColumn(width=210),
    "Status": st.column_config.TextColumn(width=110),
    "Reviewed by": st.column_config.TextColumn(width=110),
}


def row(line: Line) -> dict[str, str]:
    return {
        "Day": f"{'' if line.dated else '≤ '}{line.day}" if line.day else "",
        "Type": type_name(line.type),
        "What happened": line.caption,
        "Words": f"“{line.quote}”" if line.quote else "",
        "Story": line.title,
        "Status": STATUS_NAMES.get(line.status, line.status),  # type: ignore[call-overload]
        "Reviewed by": line.reviewed_by or "",
    }


def say() -> None:
    """The page as it is seen, in the address."""
    figure, day = st.session_state.get("figure"), st.session_state.get("on_day")
    shown = {"figure": None if figure == "when" else figure, "on_day": day and day.isoformat()}
    address.say({**filters.said(), **shown, "pick": st.session_state.get("pick")})


def whole(width: int) -> tuple[str, int]:
    """The page of a store that holds something; which figure is shown, and how many events are listed."""
    known = asking.choices()
    slot = st.container()
    filter = filters.row(known, narrow=width < PHONE)
    view, statuses = chooser(known)
    filter = replace(filter, statuses=statuses)
    sum = asking.count(filter)
    with slot:
        heading(sum)
    if not sum.events:
        st.info("No event is left by these filters.")
        st.button("Clear the filters", on_click=filters.clear, args=(picking.forget,), icon=":material/filter_alt_off:")
        return "", 0
    pick = picking.chosen()
    if view == "when":
        when(filter, sum, width, pick)
    else:
        {"whom": whom, "out": put_out, "now": now}[view](filter, width, pick)
    behind = replace(filter, types=filter.types or ("ejection",)) if view in {"out", "now"} else filter
    return view, events(behind, pick, known, narrow=width < PHONE)


def body(width: int) -> tuple[str, int]:
    try:
        if asking.choices().types:
            seen = whole(width)
            say()
            return seen
    except Unusable as problem:
        heading()
        st.error(articles.plain(str(problem)))
        return "", 0
    heading()
    st.info(EMPTY)
    return "", 0


width = browser.page_width()
view, listed = body(width)
pick = escape(st.session_state.get("pick") or "", quote=True)
st.html(f"<span id='ready' data-figure='{view}' data-pick='{pick}' data-events='{listed}' data-width='{width}'></span>")
