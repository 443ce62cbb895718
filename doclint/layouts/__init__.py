"""Where a translated page and its source lie: one module a layout."""
