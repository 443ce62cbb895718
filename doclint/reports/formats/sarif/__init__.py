"""SARIF: a log of results that code scanning takes, cut to what it takes."""
