"""Which file is a page, and which page is the source of which: targets, trees, and how sites lay them out.

`detect` looks a tree through, `layout.Layout` is what it finds, `discover` makes targets of arguments.
"""

from doclint.layouts.discover import Target
from doclint.layouts.layout import Counterpart, Layout
from doclint.layouts.tree import Tree

__all__ = ["Counterpart", "Layout", "Target", "Tree"]
__all__ += ["claim", "detect", "dialect", "discover", "elsewhere", "foreign", "kinds", "listing", "pairs"]
__all__ += ["routes", "tree"]
