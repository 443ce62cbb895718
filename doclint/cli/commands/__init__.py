"""The commands, one a module: each has a `command`, and imports what it needs when it runs."""
