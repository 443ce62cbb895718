"""A team's configuration as data: what may stand in it (`keys`), read (`read`), found (`find`), merged (`merge`)."""

__all__ = ["commandline", "evidence", "find", "globs", "glossary", "keys", "kinds", "meanings", "model", "place"]
__all__ += ["read", "scopes"]
