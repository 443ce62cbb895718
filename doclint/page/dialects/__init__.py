"""What differs from one site generator to the next: how it names headings, and which marks it reads as emphasis."""

__all__ = ["ids", "kinds", "marks"]
