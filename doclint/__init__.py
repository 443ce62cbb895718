"""doclint lays translated documentation beside its English and finds what the translation damaged."""
