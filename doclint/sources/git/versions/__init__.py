"""Which version of an English page a translation was made from: by digest, by the time of its last change."""

__all__ = ["backwards", "lineage", "log", "logfile", "recent"]
