"""Comments to doclint: where they stand, which rules they name, and in which lines these are silent."""
