"""A file → Roster: a CSV with a column `name`, or Popolo JSON; whatever is wrong with it is said in one line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from extract.roster import popolo
from extract.roster.holdings import DATES, Holding, Roster, Unusable, iso, sex

# What a column may be called; the first is what we call it. The names are those of Popolo and of EveryPolitician's tables.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full_name", "fullname"),
    "party": ("party", "group", "faction", "political_party"),
    "office": ("office", "role", "post", "position"),
    "constituency": ("constituency", "seat", "area", "electorate", "district", "division", "riding"),
    "from": ("from", "start", "start_date", "since"),
    "to": ("to", "end", "end_date", "until"),
    "aliases": ("aliases", "alias", "other_names"),
    "gender": ("gender", "sex"),
    "surname": ("surname", "family_name", "last_name"),
    "id": ("id", "person_id"),
}
USED = "its columns are name and any of party, office, constituency, from, to, aliases, gender, surname, id"
FORMS = "give a CSV with the column name, or Popolo JSON"


def read(path: str | Path) -> Roster:
    """The roster in a CSV or Popolo file. Raises `Unusable`, whose text is one line: the file, the fault, the remedy."""
    label = str(path)
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable(f"{label}: not UTF-8; save the roster as UTF-8 (in a spreadsheet: CSV UTF-8)") from None
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise Unusable(f"{label}: cannot be read ({reason}); {FORMS}") from None
    if not text.strip() or "\0" in text:
        raise Unusable(f"{label}: {'binary data' if text.strip() else 'empty'}, no roster; {FORMS}")
    json = Path(path).suffix.lower() == ".json" or text.lstrip()[0] in "{["
    try:
        holdings = tuple(popolo.holdings(text) if json else _rows(text))
    except (Unusable, csv.Error) as error:
        raise Unusable(f"{label}: {error}") from None
    return Roster(label, tuple(dict.fromkeys(holdings)))


def _rows(text: str) -> Iterator[Holding]:
    """One holding for each row of a table that commas, semicolons or tabs part."""
    head = text.splitlines()[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    columns = _columns([cell.strip() for cell in next(reader)])
    found = False
    for row in reader:
        if any(cell.strip() for cell in row):
            found = True
            cells = {key: row[at].strip() for key, at in columns.items() if at < len(row)}
            yield _holding(cells, reader.line_num)
    if not found:
        raise Unusable(f"a heading and no rows; {USED}")


def _columns(names: Sequence[str]) -> dict[str, int]:
    """Where each of our columns stands, by any of its names."""
    written = [name.lower().replace(" ", "_").replace("-", "_") for name in names]
    found = {key: next((written.index(n) for n in accepted if n in written), -1) for key, accepted in COLUMNS.items()}
    if found["name"] < 0:
        raise Unusable(f"no column 'name' but {', '.join(filter(None, names)) or 'nothing'}; {USED}")
    return {key: at for key, at in found.items() if at >= 0}


def _holding(cells: Mapping[str, str], line: int) -> Holding:
    """The holding of one row; the number of its line is said with whatever is wrong."""
    if not cells.get("name"):
        raise Unusable(f"line {line} has no name; give one, or take the line out")
    since, until = (_date(cells.get(key, ""), key, line) for key in ("from", "to"))
    if until and since > until:
        raise Unusable(f"line {line}: from {since} is after to {until}; put them right")
    others = (*cells.get("aliases", "").split(";"), cells.get("surname", ""))
    return Holding(
        name=" ".join(cells["name"].split()),
        party=cells.get("party", ""),
        office=cells.get("office", ""),
        constituency=cells.get("constituency", ""),
        since=since,
        until=until,
        aliases=tuple(" ".join(other.split()) for other in others if other.strip()),
        gender=sex(cells.get("gender", "")),
        person=cells.get("id", ""),
    )


def _date(cell: str, key: str, line: int) -> str:
    if not cell:
        return ""
    found = iso(cell)
    if found is None:
        raise Unusable(f"line {line}: {key} '{cell}' is no date; {DATES}")
    return found
