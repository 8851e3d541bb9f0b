"""Characters that no text needs: invisible ones inside words, and controls that XML cannot hold."""

import re

_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
_ANY_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_CONTROLS = {
    **dict.fromkeys((*range(1, 9), *range(14, 32), 65534, 65535), " "),
    0x0B: "\n",
    0x0C: "\n",
}
_ANY_CONTROL = re.compile("[" + "".join(map(re.escape, map(chr, _CONTROLS))) + "]")
_CREDENTIALS = re.compile(r"(?<=://)[^/\s?#]*@")


def visible(text: str) -> str:
    """A text without soft hyphens, zero-width spaces and the like, which cut words in two that look whole."""
    return text.translate(_INVISIBLE) if _ANY_INVISIBLE.search(text) else text


def without_controls(text: str) -> str:
    """A text of the same length with blanks for control characters, and line ends for form feeds; NUL is left for others to refuse."""
    return text.translate(_CONTROLS) if _ANY_CONTROL.search(text) else text


def without_credentials(text: str) -> str:
    """A text without the user names and passwords of addresses in it.

    >>> without_credentials("https://me:secret@example.org/x")
    'https://example.org/x'
    """
    return _CREDENTIALS.sub("", text)


def has_credentials(address: str) -> bool:
    """Whether an address names a user or a password."""
    return without_credentials(address) != address
