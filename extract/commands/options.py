"""What can be typed after `python -m extract`: the options of what reads articles, and the actions of the store.

Nothing but argparse is imported here, so that `--help` and `serve` wait for nobody's library.
"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError

from ..reading import MAX_CHARS
from ..types import STATUSES

ROWS = 200  # some seconds of work, and a megabyte of news
PIPELINE = "an installed spaCy pipeline for English, or the folder of one, to parse with instead of ours"
CODEBOOK = "a folder of rules that adds types of event, or replaces ours"
STORE = "an address, sqlite:///file.sqlite or postgresql+psycopg://user@host/name; else ORDER_PAPER_STORE, else a file of yours"


def add_reading(parser: ArgumentParser) -> None:
    """Which articles are read, and what is known of them."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH|URL",
        help="articles: text, Markdown, HTML, PDF, .docx; tables of them (.csv, .tsv, .jsonl with a column text), feeds and "
        "sitemaps, .zip and folders; or an address. A.meta.json beside A.txt may give its published, outlet, title, author, url",
    )
    parser.add_argument("--published", metavar="DATE", help="date of publication (2016-05-10), or date and time with zone")
    parser.add_argument("--outlet", metavar="NAME", help="who published the articles; both go before what an article says itself")
    parser.add_argument(
        "--metadata",
        metavar="TABLE",
        help="CSV with the column file (its name) and any of published, outlet, title, author, url; "
        "a cell of it goes before --published and --outlet",
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="read addresses of a private network and of this machine too"
    )
    add_extracting(parser)


def add_extracting(parser: ArgumentParser) -> None:
    """By what they are read."""
    parser.add_argument(
        "--roster",
        metavar="FILE",
        help="CSV (name, party, office, constituency, from, to) or Popolo JSON: names heads that an article leaves vague, "
        "'the Speaker', 'the Perth MP', 'Mr Quill', and says so",
    )
    parser.add_argument("--codebook", metavar="DIR", help=CODEBOOK)
    parser.add_argument("--pipeline", metavar="NAME", help=PIPELINE)
    parser.add_argument(
        "--max-chars", type=positive, default=MAX_CHARS, metavar="N", help="characters an article may have (%(default)s)"
    )


def positive(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise ArgumentTypeError(f"{text!r} is no number above nought")
    return int(text)


def add_serving(parser: ArgumentParser) -> None:
    """Where the dashboard is heard, which store it shows and whether it may change it."""
    parser.add_argument("--port", type=positive, metavar="N", help="the port (8501, or STREAMLIT_SERVER_PORT)")
    parser.add_argument(
        "--address", metavar="ADDRESS", help="where it listens; other than 127.0.0.1 it shows the store and changes nothing"
    )
    parser.add_argument("--store", metavar="URL", help=STORE)
    may = parser.add_mutually_exclusive_group()
    may.add_argument("--read-only", dest="changes", action="store_const", const="0", help="show the store, change nothing")
    may.add_argument("--changes", action="store_const", const="1", help="let whoever can reach it change the store")


def add_corpus(parser: ArgumentParser) -> None:
    """What is read where, by whom, and where it goes."""
    parser.add_argument(
        "source", metavar="IN", help="a table of articles (.jsonl or .csv, also as .gz or .zst; .parquet) or a folder of files"
    )
    parser.add_argument("out", metavar="OUT", help="a folder for the tables; a run that was broken off goes on there")
    parser.add_argument("--workers", type=positive, metavar="N", help="processes on this machine; else one a processor")
    parser.add_argument(
        "--cluster", metavar="tcp://HOST:PORT", help="the scheduler of a Dask cluster whose workers see OUT (and IN, a folder)"
    )
    parser.add_argument(
        "--partition-size", type=positive, default=ROWS, metavar="N", help="articles that are done at once (%(default)s)"
    )
    parser.add_argument("--published", metavar="DATE", help="date of publication (2016-05-10) of all articles")
    parser.add_argument("--outlet", metavar="NAME", help="who published the articles")
    parser.add_argument("--store", metavar="URL", nargs="?", const="", help=f"keep the stories too: {STORE}")
    add_extracting(parser)


def add_store(parser: ArgumentParser) -> None:
    """The actions of `store`, each with its own words."""
    parser.add_argument("--store", metavar="URL", help=STORE)
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    made: dict[str, ArgumentParser] = {}
    for name, (help, *words) in ACTIONS.items():
        made[name] = actions.add_parser(name, help=help)
        made[name].set_defaults(does=name)
        for word in words:
            made[name].add_argument(word.strip("[]").lower(), metavar=word.strip("[]"), nargs="?" if word[0] == "[" else None)
    add_reading(made["add"])
    made["add"].add_argument("--replaces", metavar="ARTICLE", help="the article of which this one is a newer version")
    _add_finding(made["list"], made["search"])
    made["show"].add_argument("--machine", action="store_true", help="as the machine has it, without corrections")
    made["show"].add_argument("--json", metavar="FILE", help="write it as JSON; - writes it, alone, to standard output")
    made["show"].add_argument("--html", metavar="FILE", help="write it as a page that works alone")
    add_extracting(made["again"])
    add_corrections(made["correct"])
    _add_signature(made["undo"])
    made["delete"].add_argument("--story", dest="only", action="store_const", const="story", help="the story of that id")
    made["delete"].add_argument("--article", dest="only", action="store_const", const="article", help="the article of that id")
    for name in ("delete", "forget-person"):
        made[name].add_argument("--yes", action="store_true", help="do not ask")


def _add_finding(listing: ArgumentParser, searching: ArgumentParser) -> None:
    """What is listed, and what is searched for."""
    listing.add_argument("--articles", action="store_true", help="the articles and their older versions instead")
    searching.add_argument("words", nargs="+", metavar="WORD")
    searching.add_argument("--kind", choices=("article", "event"), help="only in the texts, or only in the events")
    searching.add_argument("--limit", type=positive, default=20, metavar="N", help="how many at most (%(default)s)")
    for one in (listing, searching):
        one.add_argument("--json", action="store_true", help="as JSON, to standard output")


# What each action does, and what it is done to; in brackets what may be left out.
ACTIONS: dict[str, tuple[str, ...]] = {
    "add": ("read articles and keep them, each in the story that it tells",),
    "list": ("the stories, the latest first",),
    "search": ("stories that hold all the words; “words in quotation marks” in that order",),
    "show": ("a story, as people have corrected it", "STORY"),
    "changes": ("what a newer version of an article tells otherwise", "ARTICLE"),
    "again": ("read what is kept once more, by the rules of now; corrections stay", "[STORY]"),
    "correct": ("say what is wrong, or that it is right; undone with `undo`", "STORY"),
    "undo": ("a correction no longer holds; an undoing can be undone too", "STORY", "NUMBER"),
    "log": ("what was said of a story, or of all", "[STORY]"),
    "gold": ("write a story's articles as coded ones, in the format of the test set", "STORY", "DIR"),
    "delete": ("take out a story or an article for good, and what was said of it", "ID"),
    "forget-person": ("withhold a person's full name wherever it stands, for good", "NAME"),
    "backup": ("write the store into a new file", "FILE"),
    "restore": ("fill an empty store from a backup", "FILE"),
}


def add_corrections(parser: ArgumentParser) -> None:
    """The actions that `store correct STORY` takes, each with its own words."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, (words, help) in WORDS.items():
        action = actions.add_parser(name, help=help)
        for word in words:
            bare = word.rstrip("+")
            action.add_argument(bare, nargs="+" if word != bare else None, metavar=bare.upper())
        if name in ("recast", "add"):
            action.add_argument(
                "--actors", action="append", metavar="WHO", help="who does it: an actor's id, or a name; may be repeated"
            )
            action.add_argument("--targets", action="append", metavar="WHO", help="to whom; may be repeated")
        if name in ("status", "add"):
            action.add_argument("--source", metavar="WHO", help="who claims it")
        if name == "add":
            action.add_argument("--status", choices=STATUSES, default="happened")
        if name in ("add", "split-event", "split-actor"):
            action.add_argument("--article", metavar="ID", help="the article in which the words stand, where several have them")
        _add_signature(action)
        if name == "rename":
            action.add_argument("--party", metavar="NAME")
            action.add_argument("--role", metavar="ROLE")


WORDS: dict[str, tuple[tuple[str, ...], str]] = {
    "retype": (("event", "type"), "the event is of another type"),
    "status": (("event", "status"), "it happened, is planned, hypothetical or denied"),
    "recast": (("event",), "others did it (--actors), or it was done to others (--targets)"),
    "retime": (("event", "when"), "a date (2016-05-10), or the earliest and the latest (2016-05-01..2016-05-10)"),
    "reorder": (("before", "after"), "the one event came before the other"),
    "reject": (("event",), "the words tell no such event"),
    "add": (("type", "words"), "an event that was missed, told by these words of an article"),
    "accept": (("events+",), "these events are as they stand; 'all' for each of them"),
    "merge-events": (("event", "others+"), "the others are the same event"),
    "split-event": (("event", "words+"), "these words tell another event of the same kind"),
    "merge-actors": (("actor", "others+"), "the others are the same actor"),
    "split-actor": (("actor", "name", "words+"), "these mentions of an actor mean somebody else, called NAME"),
    "rename": (("actor", "name"), "the actor is called so"),
}


def _add_signature(parser: ArgumentParser) -> None:
    """Nobody corrects without a name."""
    parser.add_argument("--by", metavar="NAME", required=True, help="who says so: your name")
    parser.add_argument("--why", metavar="TEXT", default="", help="how you know")
