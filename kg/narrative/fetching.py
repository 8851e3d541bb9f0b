"""Pages from the web: http and https alone, within limits of time and size."""

import time
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request, build_opener

from kg import __version__
from kg.errors import DataProblem
from kg.narrative.characters import without_credentials

MOST_BYTES = 20_000_000
MOST_SECONDS = 60.0
_WAIT = 20.0
_CHUNK = 65_536
SCHEMES = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes, media type and the encoding it declared."""

    data: bytes
    media_type: str
    declared: str | None


class _SameSchemes(HTTPRedirectHandler):
    """Follows redirects to http and https alone."""

    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str) -> Request | None:
        """The request that follows a redirect; raises URLError for another scheme."""
        if urlsplit(newurl).scheme.lower() not in SCHEMES:
            fp.close()
            raise URLError(f"it redirects to {without_credentials(newurl)}, which is neither http nor https")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str, *, most_bytes: int = MOST_BYTES, most_seconds: float = MOST_SECONDS) -> Fetched:
    """Get a page; raises DataProblem, without the address, where that fails or a limit is passed."""
    until = time.monotonic() + most_seconds
    try:
        request = Request(address, headers={"User-Agent": f"tip-kg/{__version__}", "Accept": "text/html, text/plain;q=0.9, */*;q=0.1"})
        with _opener().open(request, timeout=min(_WAIT, most_seconds)) as answer:
            data = _body(answer, until, most_bytes)
            return Fetched(data, answer.headers.get_content_type(), answer.headers.get_content_charset())
    except HTTPError as error:
        error.close()
        raise DataProblem(f"the server answers {error.code} {error.reason}; check the address") from None
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise DataProblem(f"it cannot be fetched ({reason}); without a network, save the page and give the file") from None


def _opener() -> OpenerDirector:
    return build_opener(ProxyHandler(), _SameSchemes(), HTTPSHandler())


def _body(answer: HTTPResponse, until: float, most_bytes: int) -> bytes:
    """The answer's bytes, read as they come so that both limits hold."""
    parts: list[bytes] = []
    size = 0
    while chunk := answer.read1(_CHUNK):
        parts.append(chunk)
        size += len(chunk)
        if size > most_bytes:
            raise DataProblem(f"it is larger than {most_bytes:,} bytes; save the page and give the file")
        if time.monotonic() > until:
            raise DataProblem("it takes too long; save the page and give the file")
    if answer.length:
        raise DataProblem(f"the connection ended {answer.length:,} bytes too early; try again, or save the page and give the file")
    return b"".join(parts)


def id_of(address: str) -> str:
    """The document id of an address: its last path part, else its host, and eight digits of its hash."""
    parts = urlsplit(address)
    last = next((part for part in reversed(parts.path.split("/")) if part), parts.hostname or "page")
    return f"{unquote(last)}-{sha256(address.encode()).hexdigest()[:8]}"
