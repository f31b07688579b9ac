"""`python -m extract`: the commands, their options and their exit codes."""

from __future__ import annotations

import io
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence

from .commands.streams import Misuse, remark
from .reading import MAX_CHARS

PIPELINE = "an installed spaCy pipeline for English, or the folder of one, to parse with instead of ours"
CODEBOOK = "a folder of rules that adds types of event, or replaces ours"
EXIT_CODES = "exit: 0 all read, 1 some files skipped (a line on each), 2 nothing read or wrong usage"


def main(argv: Sequence[str] | None = None) -> int:
    """Carries out one command; the exit code says how it went."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    options = parser().parse_args(argv)
    command: Callable[[Namespace], int] = options.command
    try:
        code = command(options)
        sys.stdout.flush()
    except Misuse as misuse:
        remark(str(misuse))
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of a pipe has seen enough (`| head`); nothing more can be said to it, at exit neither.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def parser() -> ArgumentParser:
    """The command line as the README and `--help` have it."""
    made = ArgumentParser(prog="python -m extract", description="Who did what to whom in parliament, in order.")
    commands = made.add_subparsers(required=True, metavar="run|explain|serve")
    _add_run(commands.add_parser("run", help="read articles, show their events in order", epilog=EXIT_CODES))
    _add_explain(commands.add_parser("explain", help="say why an event was found and why it stands where it stands"))
    serve = commands.add_parser("serve", help="open the dashboard (STREAMLIT_SERVER_PORT chooses the port)")
    serve.set_defaults(command=_serve)
    return made


def _add_run(run: ArgumentParser) -> None:
    run.add_argument(
        "paths",
        nargs="+",
        metavar="PATH|URL",
        help="articles: text, Markdown, HTML, PDF, .docx; tables of them (.csv, .tsv, .jsonl with a column text), feeds and "
        "sitemaps, .zip and folders; or an address. A.meta.json beside A.txt may give its published, outlet, title, author, url",
    )
    run.add_argument("--published", metavar="DATE", help="date of publication (2016-05-10), or date and time with zone")
    run.add_argument("--outlet", metavar="NAME", help="who published the articles; both go before what an article says itself")
    run.add_argument(
        "--metadata",
        metavar="TABLE",
        help="CSV with the column file (its name) and any of published, outlet, title, author, url; "
        "a cell of it goes before --published and --outlet",
    )
    run.add_argument("--json", metavar="FILE", help="write the stories as JSON; - writes them, alone, to standard output")
    run.add_argument("--no-text", dest="text", action="store_false", help="leave the articles' texts out of --json")
    run.add_argument("--html", metavar="FILE", help="write each story as a page that works alone (the second as FILE-2)")
    run.add_argument("--each", metavar="DIR", help="write one story per article, unmerged, as DIR/<file stem>.json")
    run.add_argument(
        "--roster",
        metavar="FILE",
        help="CSV (name, party, office, constituency, from, to) or Popolo JSON: names heads that an article leaves vague, "
        "'the Speaker', 'the Perth MP', 'Mr Quill', and says so",
    )
    run.add_argument("--codebook", metavar="DIR", help=CODEBOOK)
    run.add_argument("--pipeline", metavar="NAME", help=PIPELINE)
    run.add_argument(
        "--max-chars", type=_positive, default=MAX_CHARS, metavar="N", help="characters an article may have (%(default)s)"
    )
    run.add_argument("--allow-private", action="store_true", help="read addresses of a private network and of this machine too")
    run.set_defaults(command=_run)


def _add_explain(explain: ArgumentParser) -> None:
    explain.add_argument("story", nargs="?", metavar="STORY", help="a file that `run --json FILE` wrote")
    explain.add_argument(
        "events", nargs="*", metavar="EVENT", help="an event's id, or two of them: which comes first; none: a list of all"
    )
    explain.add_argument("--text", metavar="SENTENCE", help="say which rule fires on this sentence")
    explain.add_argument("--codebook", metavar="DIR", help=f"{CODEBOOK}; without --text: check its examples")
    explain.add_argument("--pipeline", metavar="NAME", help=PIPELINE)
    explain.set_defaults(command=_explain)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise ArgumentTypeError(f"{text!r} is no number of characters")
    return int(text)


# Each command is imported when it is asked for, so that `--help` and `serve` do not wait for the others' libraries.
def _run(options: Namespace) -> int:
    from .commands.run import run

    return run(options)


def _explain(options: Namespace) -> int:
    from .commands.explain import explain

    return explain(options)


def _serve(options: Namespace) -> int:
    from .commands.serve import serve

    return serve(options)


if __name__ == "__main__":
    sys.exit(main())
