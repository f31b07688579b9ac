"""What leaves the package: the JSON contract and the page that works alone, both made of a `Story` and nothing else."""
