"""What a translation may do with code: format it anew, show a session or a listing otherwise."""

__all__ = ["reformatted", "transcripts"]
