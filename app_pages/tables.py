"""Tables of what articles say. Their toolbar writes CSV for a spreadsheet program, in which no cell may begin a formula."""

from collections.abc import Iterable, Mapping

from extract.exports.csv_table import defused


def rows(cells: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
    """The cells of a table, none of them a formula."""
    return [{name: defused(cell) if isinstance(cell, str) else cell for name, cell in row.items()} for row in cells]
