"""What a translation may do with code: format it anew, show a session or the help of a command otherwise."""

__all__ = ["help", "reformatted", "transcripts"]
