"""The errors that reach a user: each says what went wrong, where, and what to do."""


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
