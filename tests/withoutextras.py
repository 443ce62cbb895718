"""doclint where no extra is installed."""

WITHOUT = (
    "import sys; sys.modules.update(pygments=None, babel=None, docutils=None); from doclint.cli import main; main()"
)
"""What `python -c` runs in the place of `python -m doclint`."""
