"""Many articles on Dask: inputs in parts, each part read, extracted and written by one worker, and never done twice.

What is written to OUT: `events/` and `articles/`, folders of Parquet files, a file a part, in the order of the input, which any
reader of Parquet takes as two tables (`corpus.columns` says what each column means); `done/`, a record of each finished part, by
which a run that was broken off goes on; `report.json`, and `skipped.txt` with a line for each row or file that was not read.
"""

from extract.corpus.job import Job
from extract.corpus.running import run

__all__ = ["Job", "run"]
