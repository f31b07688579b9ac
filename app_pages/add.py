"""The page that takes articles in: files, a pasted text, addresses and feeds; and says what became of each."""

from collections import Counter
from datetime import date

import streamlit as st

from app_pages import articles, choice, frame, shelf
from extract import worker
from extract.store import Kept, Unusable
from extract.worker import Found, Source

FILES = "Text, Markdown, HTML, PDF or Word (.docx); tables with a column “text” (.csv, .jsonl), feeds, and .zip of these."
LINKS = "One a line: an article, a feed or a sitemap. Addresses inside a private network are refused."
BECAME = {
    "new": "a story of its own",
    "joined": "joined a story",
    "newer version": "a newer version of an article that was kept",
    "older version": "an older version of an article that is kept",
    "read again": "known already, read again",
    "known": "known already",
}


def form() -> None:
    with st.form("articles", border=False, enter_to_submit=False):
        uploaded = st.file_uploader("Files", accept_multiple_files=True, key="files", help=FILES)
        left, right = st.columns(2, gap="medium")
        pasted = left.text_area("Or paste an article", height=170, key="pasted")
        links = right.text_area("Or give addresses", height=170, key="links", help=LINKS, placeholder="https://")
        left, right = st.columns(2, gap="medium")
        day = left.date_input("Published", value=None, format="YYYY-MM-DD", min_value=date(1800, 1, 1), key="published",
                              help="“On Tuesday” is read against this day, unless the article has its own.")  # fmt: skip
        outlet = right.text_input("Outlet", key="outlet", placeholder="The Daily Hansard")
        if st.form_submit_button("Read", icon=":material/play_arrow:"):
            take(sources(uploaded, pasted, links, day, outlet))


def sources(uploaded: list, pasted: str, links: str, day: date | None, outlet: str) -> tuple[Source, ...]:
    known = {"published": day.isoformat() if day else None, "outlet": outlet.strip() or None}
    files = [Source(file.name, file.getvalue(), **known) for file in uploaded]
    text = [Source(worker.PASTED, text=pasted, **known)] if pasted.strip() else []
    return (*files, *text, *(Source(line.strip(), **known) for line in links.splitlines() if line.strip()))


def take(given: tuple[Source, ...]) -> None:
    """Reads, and keeps each article as soon as it is read: whoever leaves in the middle loses none."""
    if not given:
        st.warning("Choose a file, paste a text or give an address first.")
        return
    bar = st.progress(0.0, "Opening…")
    read: list[Found] = []
    for place, source in enumerate(given):
        bar.progress(place / len(given) / 5, f"Opening {articles.plain(source.name)}")
        try:
            read.append(articles.found((source,)))
        except articles.Stopped as stopped:
            read.append(Found(problems=(f"{source.name}: {stopped}",)))
    problems = [line for one in read for line in one.problems]
    kept = keep(tuple(article for one in read for article in one.articles), bar, problems)
    bar.empty()
    notes = tuple(line for one in read for line in one.notes)
    st.session_state.taken = (tuple(kept), tuple(problems), notes)
    if kept and kept[0].story:
        choice.choose(None)
        st.session_state.story = kept[0].story


def keep(found: tuple, bar: st.delta_generator.DeltaGenerator, problems: list[str]) -> list[Kept]:
    """What became of each article; what was in the way goes to the problems."""
    kept: list[Kept] = []
    for place, article in enumerate(found):
        bar.progress(
            0.2 + 0.8 * place / len(found), f"Reading {place + 1} of {len(found)}: {articles.plain(article.title or article.id)}"
        )
        for told in articles.told((article,)):
            if isinstance(told, str):
                problems.append(told)
            else:
                try:
                    kept += shelf.store().add([told])
                except Unusable as error:
                    problems.append(f"{article.path or article.id}: {error}")
    return kept


def report() -> None:
    """What became of the last articles, each with the way to its story."""
    if "taken" not in st.session_state:
        return
    kept, problems, notes = st.session_state.taken
    st.header(_counted(kept, problems), anchor=False)
    for line in problems:
        st.warning(articles.plain(line.replace(", or say --allow-private", "")), icon=":material/error:")
    titles = {row.id: row.title for row in shelf.stories()}
    for story in dict.fromkeys(one.story for one in kept if one.story):
        became = Counter(BECAME[one.outcome] for one in kept if one.story == story)
        with st.container(horizontal=True, vertical_alignment="center"):
            if st.button("Show", key=f"show {story}", icon=":material/timeline:"):
                choice.choose(None)
                st.session_state.story = story
                st.switch_page("app_pages/story.py")
            said = ", ".join(f"{words}" if n == 1 else f"{n} × {words}" for words, n in became.items())
            st.markdown(f"**{articles.plain(titles.get(story) or story)}**: {said}")
    for line in notes:
        st.caption(articles.plain(line))


def _counted(kept: tuple[Kept, ...], problems: tuple[str, ...]) -> str:
    read = f"{len(kept)} article{'' if len(kept) == 1 else 's'} read"
    return f"{read}, {len(problems)} skipped" if problems else read


frame.heading(
    "Add articles",
    "Each is kept in the store, in the story that it tells. Nothing leaves this machine but the asking for an address.",
)
if shelf.writable():
    form()
    report()
else:
    st.info(frame.READ_ONLY)
frame.ready()
