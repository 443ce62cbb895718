"""From lines to blocks: markdown-it's rules on the file's own text, and ways around them for what is plain."""
