"""One problem and the versions of both pages: what they are, and what follows when they are held to each other."""
