"""How the English of a page is had: from a file, from a folder, from the page itself."""
