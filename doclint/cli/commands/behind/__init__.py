"""Commands about pages that are behind their English: what they lack, and that they lack nothing."""
