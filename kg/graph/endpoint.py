"""Requests to a SPARQL server over HTTP: with authentication, tried again where that may help, and errors that say what to do."""

import os
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPException
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlencode, urlsplit, urlunsplit

from kg import __version__
from kg.errors import CannotRun, UsageProblem

TRIES: Final = 5
FIRST_WAIT: Final = 0.5
"""Seconds before the second try; each further wait is twice as long, unless the server says when to come again."""

LONGEST_WAIT: Final = 30.0

PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
"""The states of HTTP that may be other ones a moment later."""

CHUNK: Final = 1 << 16


class ServerTimeout(CannotRun):
    """The server did not answer within the limit."""


@dataclass(frozen=True, slots=True)
class Login:
    """Who asks: a name and a password (Basic or Digest, as the server wants it), or a token (Bearer)."""

    user: str | None = None
    password: str = field(default="", repr=False)
    token: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered."""

    status: int
    headers: Message
    body: bytes

    @property
    def type(self) -> str:
        """The media type, without its parameters."""
        return self.headers.get_content_type()


def login_of(user: str | None = None, token: str | None = None) -> Login:
    """Who asks, by options (``NAME`` or ``NAME:PASSWORD``) or, where there are none, by KG_USER, KG_PASSWORD and KG_TOKEN."""
    name, _, password = (user or os.environ.get("KG_USER", "")).partition(":")
    return Login(name or None, password or os.environ.get("KG_PASSWORD", ""), token or os.environ.get("KG_TOKEN") or None)


def split_login(address: str) -> tuple[str, Login]:
    """An address without the name and password in it, and those, else what the environment says.

    >>> split_login("https://ann:secret@example.org/sparql")[0]
    'https://example.org/sparql'
    """
    parts = urlsplit(address)
    if parts.username is None:
        return address, login_of()
    plain = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return plain, Login(unquote(parts.username), unquote(parts.password or ""))


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address of a server, and who asks there."""

    address: str
    login: Login = Login()

    def send(
        self,
        method: str,
        *,
        parameters: Mapping[str, str] = {},
        body: bytes | None = None,
        headers: Mapping[str, str] = {},
        timeout: float | None = 60,
        accepted: frozenset[int] = frozenset(),
    ) -> Reply:
        """The reply to a request, which may be of the ``accepted`` states though they are errors.

        CannotRun where the server cannot be reached or fails, UsageProblem where it refuses, ServerTimeout at the limit.
        """
        joint = "&" if urlsplit(self.address).query else "?"
        address = self.address + (joint + urlencode(parameters) if parameters else "")
        named = {"User-Agent": f"tip-kg/{__version__}", **headers}
        if self.login.token:
            named["Authorization"] = f"Bearer {self.login.token}"
        request = urllib.request.Request(address, data=body, headers=named, method=method)
        return self._tried(request, timeout, accepted)

    def _tried(self, request: urllib.request.Request, timeout: float | None, accepted: frozenset[int]) -> Reply:
        wait = FIRST_WAIT
        for left in range(TRIES - 1, -1, -1):
            try:
                return _reply(self._opener(), request, timeout)
            except HTTPError as error:
                body = error.read()
                if error.code in accepted:
                    return Reply(error.code, error.headers, body)
                if error.code not in PASSING or not left:
                    raise self._refused(error.code, body) from error
                wait = _asked(error.headers, wait)
            except TimeoutError as error:
                raise ServerTimeout(f"{self.address} did not answer within {timeout:g} seconds; ask for less, or wait longer") from error
            except (URLError, HTTPException, ConnectionError) as error:
                if isinstance(error, URLError) and isinstance(error.reason, TimeoutError):
                    raise ServerTimeout(f"{self.address} did not answer within {timeout:g} seconds") from error
                if not left:
                    why = getattr(error, "reason", None) or error
                    raise CannotRun(f"{self.address} cannot be reached: {why}; is the server running, and the address right?") from error
            time.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)
        raise AssertionError

    def _opener(self) -> urllib.request.OpenerDirector:
        if self.login.user is None:
            return urllib.request.build_opener()
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, self.address, self.login.user, self.login.password)
        handlers = (urllib.request.HTTPBasicAuthHandler(passwords), urllib.request.HTTPDigestAuthHandler(passwords))
        return urllib.request.build_opener(*handlers)

    def _refused(self, code: int, body: bytes) -> CannotRun | UsageProblem:
        """The error for a state of HTTP, with the first words of the server's own."""
        words = " ".join(body.decode("utf-8", "replace").split())[:300]
        said = f": {words}" if words and not words.startswith("<") else ""
        if code in (401, 403):
            remedy = "give --user or --token, or set KG_USER and KG_PASSWORD, or KG_TOKEN"
            return UsageProblem(f"{self.address} does not let you in ({code}): {remedy}{said}")
        if code in (404, 405):
            return UsageProblem(f"{self.address} offers nothing of the kind ({code}); look for the address in the server's manual{said}")
        error = CannotRun if code >= 500 else UsageProblem
        return error(f"{self.address} answered with the error {code}{said}")


def _reply(opener: urllib.request.OpenerDirector, request: urllib.request.Request, timeout: float | None) -> Reply:
    """The whole reply, however slowly it drips: the limit is for all of it."""
    end = time.monotonic() + timeout if timeout is not None else None
    with opener.open(request, timeout=timeout) as answer:
        parts = []
        while part := answer.read(CHUNK):
            parts.append(part)
            if end is not None and time.monotonic() > end:
                raise TimeoutError
        return Reply(answer.status, answer.headers, b"".join(parts))


def _asked(headers: Message, wait: float) -> float:
    """How long to wait: what the server asks for, within bounds, else as planned."""
    asked = headers.get("Retry-After", "")
    return min(float(asked), LONGEST_WAIT) if asked.isdecimal() else wait
