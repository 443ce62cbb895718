"""Where the English of pages lies that no configuration tells: in a named source, or in a repository beside."""
