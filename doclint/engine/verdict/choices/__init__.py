"""What a translator may choose, or mend, so that a difference is no damage, or not surely, as the pages show."""
