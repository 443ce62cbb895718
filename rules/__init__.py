"""The rules, one a module; see ARCHITECTURE.md for how to add one."""
