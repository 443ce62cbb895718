"""`python -m doclint`, and what the installed script starts."""

import atexit
import gc

from doclint.text.process.collector import look_rarely


def run() -> None:
    """The command line as a process of its own, in which most objects live as long as it.

    So they are looked through rarely, and not once more at the end.
    """
    look_rarely()
    atexit.register(gc.freeze)
    from doclint.cli import main

    main()


if __name__ == "__main__":
    run()
