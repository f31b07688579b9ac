"""`python -m extract`: the commands, their options and their exit codes."""

from __future__ import annotations

import io
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from time import monotonic

from . import logs
from .commands.options import CODEBOOK, PIPELINE, STORE, add_corpus, add_reading, add_serving, add_store
from .commands.streams import Misuse, remark
from .reading import Unreadable

EXPORT_CODES = "exit: 0 all written, 1 some could not be (a line on each), 2 nothing written or wrong usage"
EXIT_CODES = "exit: 0 all read, 1 some files skipped (a line on each), 2 nothing read or wrong usage"


def main(argv: Sequence[str] | None = None) -> int:
    """Carries out one command; the exit code says how it went."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    options = parser().parse_args(argv)
    command: Callable[[Namespace], int] = options.command
    logs.begin(options.log_level)
    begun, said = monotonic(), command.__name__.strip("_")
    logs.LOG.info("%s begins", said)
    try:
        code = command(options)
        logs.LOG.info("%s ends with %d after %.1f s", said, code, monotonic() - begun)
        sys.stdout.flush()
    except (Misuse, Unreadable) as wrong:
        remark(str(wrong))
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
    made.add_argument(
        "--log-level", choices=logs.LEVELS, help="say on standard error what is done, without words of articles (ORDER_PAPER_LOG)"
    )
    commands = made.add_subparsers(required=True, metavar="run|explain|serve|store|export|corpus")
    _add_run(commands.add_parser("run", help="read articles, show their events in order", epilog=EXIT_CODES))
    _add_explain(commands.add_parser("explain", help="say why an event was found and why it stands where it stands"))
    serve = commands.add_parser("serve", help="open the dashboard")
    add_serving(serve)
    serve.set_defaults(command=_serve)
    store = commands.add_parser("store", help="keep articles and stories; list, search, correct, delete, back up")
    add_store(store)
    store.set_defaults(command=_store)
    _add_export(commands.add_parser("export", help="write a story as files that other programs read", epilog=EXPORT_CODES))
    corpus = commands.add_parser("corpus", help="read many articles on all processors, or on a cluster", epilog=EXIT_CODES)
    add_corpus(corpus)
    corpus.set_defaults(command=_corpus)
    return made


def _add_run(run: ArgumentParser) -> None:
    add_reading(run)
    run.add_argument("--json", metavar="FILE", help="write the stories as JSON; - writes them, alone, to standard output")
    run.add_argument("--no-text", dest="text", action="store_false", help="leave the articles' texts out of --json")
    run.add_argument("--html", metavar="FILE", help="write each story as a page that works alone (the second as FILE-2)")
    run.add_argument("--each", metavar="DIR", help="write one story per article, unmerged, as DIR/<file stem>.json")
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


def _add_export(export: ArgumentParser) -> None:
    export.add_argument("story", metavar="STORY", help="a file that `run --json FILE` wrote, or the id of a story in the store")
    export.add_argument(
        "formats",
        nargs="+",
        metavar="FORMAT",
        help="html, csv, xlsx, graphml, timeline-svg, ...; a wrong one is answered with all",
    )
    export.add_argument(
        "--quotes-only", action="store_true", help="of the articles only the sentences that are evidence, each with one neighbour"
    )
    export.add_argument("--out", metavar="DIR", default=".", help="the folder to write into, as <story id>.<kind>; else this one")
    export.add_argument("--store", metavar="URL", help=STORE)
    export.set_defaults(command=_export)


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


def _store(options: Namespace) -> int:
    from .commands.store import store

    return store(options)


def _export(options: Namespace) -> int:
    from .commands.export import export

    return export(options)


def _corpus(options: Namespace) -> int:
    from .commands.corpus import corpus

    return corpus(options)


if __name__ == "__main__":
    sys.exit(main())
