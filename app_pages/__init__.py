"""The dashboard's pages: widgets, caches and arrangement; no rule and no arithmetic."""
