"""Links side by side: where an address or an id leads, and which is the damaged form of which."""

__all__ = ["headingids", "linktexts", "nowhere", "references", "sections", "swapped", "tags", "targets"]
