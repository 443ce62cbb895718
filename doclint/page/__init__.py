"""One Markdown file as blocks and inline pieces with exact places."""
