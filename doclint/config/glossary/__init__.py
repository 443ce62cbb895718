"""A team's terms out of tables and TBX files."""

__all__ = ["terms"]
