"""Inputs that nobody thought of: made from bytes, tried on the three doors, and kept where one was found wanting."""
