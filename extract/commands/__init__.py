"""What `python -m extract` can do, one module per command; each takes the parsed options and returns the exit code."""
