"""Figures as a browser would get them, and the rectangles of their labels: what the tests of all figures measure with."""

import itertools
import json
import re

from extract.views import textfit


def spec(figure):
    return json.loads(figure.to_json())


def boxes(figure):
    """The rectangles of the labels, measured with the same table that the layout uses."""
    for mark in spec(figure)["layout"]["annotations"]:
        parts = re.sub("</?[bi]>", "", mark["text"]).split("<br>")
        size, weight = mark["font"]["size"], mark["font"]["weight"]
        wide, high = textfit.widest(parts, size, weight), size * 1.3 * len(parts)
        if mark.get("textangle"):
            wide, high = high, wide
        x = mark["x"] - {"left": 0, "center": wide / 2, "right": wide}[mark["xanchor"]]
        y = mark["y"] - {"top": 0, "middle": high / 2, "bottom": high}[mark["yanchor"]]
        if parts == [""]:
            continue
        yield x, y, x + wide, y + high, mark["text"]


def clashes(figure):
    pairs = itertools.combinations(boxes(figure), 2)
    return [(a[4], b[4]) for a, b in pairs if a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1]


def bars(figure, name="events"):
    """The trace of that name, which carries what can be chosen."""
    return next(trace for trace in spec(figure)["data"] if trace.get("name") == name)


def texts(figure):
    return [mark["text"].replace("<br>", " ") for mark in spec(figure)["layout"]["annotations"]]
