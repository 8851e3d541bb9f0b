"""The errors that reach a user: each says what went wrong, where, and what to do."""

import re

_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def harmless(words: str) -> str:
    """Words for one line of a message, where line ends, escapes and marks that turn the direction of writing are spelled out.

    >>> print(harmless("a.txt\\nkg: all is well"))
    a.txt\\nkg: all is well
    """
    return _HARMFUL.sub(lambda found: found[0].encode("unicode_escape").decode(), words)


class KgError(Exception):
    """The root of all errors that the program raises on purpose; ``exit_code`` is the contract's."""

    exit_code = 1


class DataProblem(KgError):
    """The data has a problem: a document cannot be read, a fact is kept out."""

    exit_code = 1


class UsageProblem(KgError):
    """The call is wrong: a missing file, an unknown option, format or name, a broken query."""

    exit_code = 2


class CannotRun(KgError):
    """The program cannot run now: the store is in use, the language model is missing."""

    exit_code = 3
