import os
import subprocess
import sys
from pathlib import Path

import pytest

from extract import logs, worker
from extract.worker import Outcome, Source

ROOT = Path(__file__).parent.parent


def test_a_bad_source_costs_one_line_and_stops_no_other(monkeypatch):
    monkeypatch.setattr("extract.extract", lambda article: article)
    good = Source(worker.PASTED, text="The Speaker ordered the member out of the chamber, and the others left with her.")
    outcome = worker.told((Source("empty.txt", b""), good, Source("zip.txt", b"PK\x03\x04\0\0\0"), Source("x.pdf", b"%PDF")))
    assert len(outcome.stories) == 1
    assert [line.split(":")[0] for line in outcome.problems] == ["empty.txt", "zip.txt", "x.pdf"]
    assert all("\n" not in line for line in outcome.problems)


def test_a_wrong_date_is_said():
    outcome = worker.told((Source(worker.PASTED, text="The Speaker ordered the member out.", published="yesterday"),))
    assert outcome.stories == ()
    assert "yesterday" in outcome.problems[0]


def test_what_breaks_inside_is_one_line_too(monkeypatch):
    def broken(article):
        raise RecursionError("too deep")

    monkeypatch.setattr("extract.extract", broken)
    outcome = worker.told((Source("a.txt", b"The Speaker ordered the member out of the chamber."),))
    assert outcome == Outcome(problems=("a.txt: could not be read (RecursionError); please report it with the text",))


def test_a_latin_file_is_read_with_a_note(monkeypatch):
    monkeypatch.setattr("extract.extract", lambda article: article)
    text = "The Speaker ordered Ren\xe9 Okoro out of the chamber, and the others left with him."
    outcome = worker.told((Source("a.txt", text.encode("latin-1")),))
    assert len(outcome.stories) == len(outcome.notes) == 1


def test_an_upload_may_be_of_any_kind_and_hold_several(monkeypatch):
    monkeypatch.setattr("extract.extract", lambda article: article)
    good = Path(__file__).parent / "reading" / "good"
    paths = [good / name for name in ("archive.zip", "article.pdf", "article.docx", "table.csv")]
    outcome = worker.told((*worker.files(paths), Source("map.xml", b"<urlset><url><loc>http://127.0.0.1/</loc></url></urlset>")))
    assert [article.id for article in outcome.stories] == ["article", "clock", "article-2", "the-clock"]
    assert outcome.problems == ("map.xml: a sitemap, which holds only links; give `run` its address, or the articles as files",)
    assert outcome.notes == (
        "archive.zip: left out as no articles: press/chamber.jpg",
        "article.docx: the same text as archive.zip/press/article.txt, read once",
        "table.csv: the column 'body' taken for the text",
        "table.csv#1: the same text as archive.zip/press/article.txt, read once",
    )


def test_an_address_is_asked_and_a_file_of_this_machine_is_not():
    refused = worker.articles((Source("/etc/passwd"), Source("http://127.0.0.1:1/x"), Source("file:///etc/passwd")))
    assert refused.articles == ()
    assert [line.split(": ")[1].split(";")[0] for line in refused.problems] == [
        "no address",
        "an address inside a private network",
        "no address",
    ]


def test_the_sources_of_files(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x")
    assert worker.files([tmp_path / "a.txt"]) == (Source("a.txt", b"x"),)


CHILD = """
import sys
from pathlib import Path
from extract import worker
pool = worker.start()
outcome = worker.submit(pool, worker.files(sorted(Path("seeds").glob("*.txt")))).result(120)
assert len(outcome.stories) == 2 and all(s.events for s in outcome.stories) and not outcome.problems, outcome
assert "spacy" not in sys.modules, "the process that draws has loaded the pipeline"
pool.shutdown()
"""


def test_the_seeds_are_read_in_another_process_and_spacy_stays_there():
    done = subprocess.run([sys.executable, "-c", CHILD], cwd=ROOT, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


LOGGED = """
import os, sys
from extract import logs, worker
from extract.worker import Source
logs.begin(sys.argv[1] or None)
pool = worker.start()
text = "The Speaker, Jo Quillfeather, ejected Ama Wombatson from Parliament on Tuesday."
sources = (Source("a\\n.txt", text.encode()), Source("pasted text", text=text + " She left."), Source("b.txt", bytes(9)))
outcome = worker.submit(pool, sources).result(120)
assert len(outcome.stories) == 2 and len(outcome.problems) == 1, outcome
pool.shutdown()
"""


@pytest.mark.parametrize(("given", "said"), [("info", ""), ("", "debug"), ("error", "debug")])
def test_the_process_that_reads_says_what_it_does_at_the_level_that_was_asked_for(given, said):
    environment = {**os.environ, logs.VARIABLE: said}
    command = [sys.executable, "-c", LOGGED, given]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=180, env=environment)
    assert done.returncode == 0, done.stderr
    told = [line.split(" ", 2)[2] for line in done.stderr.splitlines()]
    what = [line.split(":")[0] for line in told]
    assert what == (
        [] if given == "error" else ["WARNING skipped b.txt", r"INFO extracted a\n.txt", "INFO extracted pasted text"]
    )
    assert not [word for word in ("Quillfeather", "Wombatson", "Speaker", "ejected", "Parliament") if word in done.stderr]
