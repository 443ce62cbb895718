"""A team's decisions as data: what may stand in a configuration (`keys`), read, found, merged.

`read.read` makes a `model.Config` of a file; `place` says where in a file something stands.
"""

from doclint.config.model import Config, Glob, Syntax, When
from doclint.config.place import At

__all__ = ["At", "Config", "Glob", "Syntax", "When"]
__all__ += ["commandline", "evidence", "find", "globs", "glossary", "keys", "kinds", "meanings", "model", "place"]
__all__ += ["read", "scopes"]
