"""Reads FollowTheMoney entities, a JSON line each on standard input, with the library itself: a line for each that it refuses."""

import json
import sys

from followthemoney import model


def main() -> int:
    ids, asked, wrong = set(), set(), []
    for number, line in enumerate(sys.stdin, start=1):
        data = json.loads(line)
        try:
            entity = model.get_proxy(data, cleaned=False)
            entity.schema.validate(data)
        except Exception as error:
            wrong.append(f"line {number}: {error}")
            continue
        ids.add(entity.id)
        for prop, value in entity.itervalues():
            asked |= {(number, value)} if prop.type.name == "entity" else set()
        lost = {name for name, values in data["properties"].items() if len(entity.get(name, quiet=True)) != len(set(values))}
        wrong += [f"line {number}: {name} has a value that is none of its type" for name in sorted(lost)]
    wrong += [f"line {number}: points at {value}, which is not there" for number, value in sorted(asked) if value not in ids]
    sys.stdout.writelines(f"{line}\n" for line in wrong or [f"{len(ids)} entities"])
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
