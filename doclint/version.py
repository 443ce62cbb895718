"""The version; read by the packaging and by `--version`, nothing else here."""

VERSION = "0.1.0"
