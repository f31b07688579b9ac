"""The given names of many countries and whose they are → `extract/rules/given_names.toml`.

Two public lists, read from their packages (`requirements.txt`): the United States census of 1990 with its frequencies (package
`names`; public domain) and the locales of `faker` in Latin script (MIT). A name that both sexes bear is told of neither.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
import textwrap
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

LOCALES = """
en_GB en_IE en_IN en_NG en_NZ en_PK en_TH en_US ha_NG ig_NG sw tw_GH yo_NG zu_ZA ga_IE fr_FR fr_CA fr_QC de_DE es_ES es_MX
it_IT nl_NL pt_BR pl_PL sv_SE da_DK no_NO fi_FI id_ID tr_TR vi_VN ro_RO hu_HU cs_CZ
""".split()  # all in Latin letters but en_KE, whose list comes from a site whose terms are not open
COMMON = 0.004  # per cent of the census: a rarer name's share says little
SURE = 20  # times as many of one sex
HEADER = """# Given names and whose they are: {counts}.
# Provenance: United States Census Bureau, frequently occurring first names of 1990 (public domain; package names {names}), and
# the first names of {locales} locales of faker {faker} (MIT), made by training/scripts/given_names.py.
# Known gaps: Pacific, Chinese, Malay, Hebrew and South Indian names are few; a name that both sexes bear stands under `either`.

"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", type=Path, help="the folder that requirements.txt was installed to")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    sys.path.insert(0, str(options.packages))
    whose = sexes(dict(census(options.packages)), world())
    pinned = dict(line.split("==") for line in Path("requirements.txt").read_text().split() if "==" in line)
    counts = ", ".join(f"{len(names):,} {sex}" for sex, names in whose.items())
    header = HEADER.format(counts=counts, locales=len(LOCALES), names=pinned["names"], faker=pinned["faker"])
    options.out.write_text(header + "".join(block(sex, names) for sex, names in whose.items()), encoding="utf8")


def census(packages: Path) -> Iterator[tuple[str, dict[str, float]]]:
    """Name → the share of men and of women who bear it, in per cent."""
    shares: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for sex in ("male", "female"):
        for line in (packages / "names" / f"dist.{sex}.first").read_text(encoding="utf8").splitlines():
            name, share, *_ = line.split()
            shares[name.lower()][sex] = float(share)
    yield from shares.items()


def world() -> dict[str, Counter[str]]:
    """Name → in how many locales it is a man's and a woman's."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for sex in ("male", "female"):
            first = {name.split()[0] for name in getattr(provider, f"first_names_{sex}", None) or ()}
            for name in filter(latin, first):
                seen[name.lower()][sex] += 1
    return seen


def latin(name: str) -> bool:
    written = all("LATIN" in unicodedata.name(c, "") for c in name if c not in "-'’")
    return written and name[:1].isupper() and re.fullmatch(r"[^\W\d_][^\W\d_'’-]+(-[^\W\d_]+)?", name) is not None


def sexes(shares: dict[str, dict[str, float]], locales: dict[str, Counter[str]]) -> dict[str, list[str]]:
    """Female, male, either → the names."""
    whose: dict[str, list[str]] = {"female": [], "male": [], "either": []}
    for name in sorted(shares.keys() | locales.keys()):
        whose[sex_of(shares.get(name, {}), locales.get(name, {}))].append(name)
    return whose


def sex_of(shares: Mapping[str, float], locales: Mapping[str, float]) -> str:
    """The sex that the census or, for names that it hardly knows, the locales agree on."""
    common = sum(shares.values()) > COMMON
    weights, least = (shares, SURE) if common or not locales else (locales, 1)
    (first, most), (other, fewer) = sorted(((s, weights.get(s, 0)) for s in ("male", "female")), key=lambda pair: -pair[1])
    against = locales if common else shares
    agreed = most > least * fewer if common else fewer == 0
    same, unlike = against.get(first, 0), against.get(other, 0)
    return first if agreed and (unlike < same or unlike == 0 or not common) and unlike <= same else "either"


def block(sex: str, names: list[str]) -> str:
    lines = textwrap.wrap(", ".join(f'"{name}"' for name in names), 126, break_on_hyphens=False, break_long_words=False)
    return f"{sex} = [\n" + "\n".join(lines) + ",\n]\n"


if __name__ == "__main__":
    main()
