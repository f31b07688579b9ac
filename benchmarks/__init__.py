"""How good and how fast: measures that are taken by hand, or by the tests."""
