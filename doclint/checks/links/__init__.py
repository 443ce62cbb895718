"""Links side by side: where an address leads, and which is the damaged form of which."""

__all__ = ["nowhere", "sections", "targets"]
