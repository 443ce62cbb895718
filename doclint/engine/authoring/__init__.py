"""For those who write rules: a draft, a test of the examples, the page of documentation."""

__all__ = ["newrule", "ruledocs", "testing"]
