"""Files read and written: whole or not at all, and never outside of where they belong."""

__all__ = ["cachefolder", "ending", "inside", "kept", "once", "page", "parquet", "scratch", "state", "whole"]
