"""An address → what its server sends, within limits of size, time and redirections, and never from a private network.

The connection goes to the address that was checked, so that a name cannot be made to mean another machine in between.
"""

from __future__ import annotations

import socket
import ssl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, responses
from threading import Timer
from time import monotonic
from urllib.parse import quote, urljoin, urlsplit

from .about import Unreadable
from .addresses import addresses_of

MAX_BYTES = 10_000_000
SECONDS = 20  # all in all, redirections included
REDIRECTIONS = 5
MOVED = frozenset({301, 302, 303, 307, 308})
HEADERS = {
    "User-Agent": "OrderPaper/1 (reads single articles)",
    "Accept": "text/html,application/xhtml+xml,text/plain,application/pdf,application/rss+xml,application/atom+xml,*/*;q=0.5",
    "Accept-Encoding": "identity",
}
REACH = "check the address, or give the article as a file"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent: from where in the end, as which kind, in which encoding."""

    url: str
    data: bytes
    kind: str
    charset: str | None


def fetch(url: str, *, allow_private: bool = False) -> Fetched:
    """What lies at an address. Raises `Unreadable`."""
    end = monotonic() + SECONDS
    place = url
    for _ in range(REDIRECTIONS + 1):
        with _answer(place, url, end, allow_private=allow_private) as answer:
            if answer.status not in MOVED or not (to := answer.headers.get("Location")):
                return _fetched(answer, place, url, end)
        place = _next(place, to, url)
    raise Unreadable(url, f"sends on more than {REDIRECTIONS} times", REACH)


def _next(place: str, to: str, url: str) -> str:
    try:
        return urljoin(place, to)
    except ValueError:
        raise Unreadable(url, "sends on to no address", REACH) from None


@contextmanager
def _answer(place: str, url: str, end: float, *, allow_private: bool) -> Iterator[HTTPResponse]:
    """The answer of the server at *place*; whatever fails, and whoever is slow, is said of the *url* that was given."""
    scheme, host, port, target = _parts(place, url)
    try:
        places = addresses_of(host, port, url, seconds=max(0.1, end - monotonic()), allow_private=allow_private)
        with _connected(places, port, end) as raw:
            line = _secure().wrap_socket(raw, server_hostname=host, do_handshake_on_connect=False) if scheme == "https" else raw
            with line, _watched(line, end):
                if isinstance(line, ssl.SSLSocket):
                    line.do_handshake()
                connection = HTTPConnection(host, port)
                connection.sock = line
                connection.request("GET", target, headers=HEADERS)
                with connection.getresponse() as answer:
                    yield answer
    except ssl.SSLCertVerificationError as error:
        raise Unreadable(url, f"its certificate does not hold ({error.verify_message})", REACH) from None
    except (OSError, HTTPException, ValueError) as error:
        slow = monotonic() > end - 0.05 or isinstance(error, TimeoutError)
        wrong = f"no answer within {SECONDS} seconds" if slow else f"cannot be reached ({type(error).__name__})"
        raise Unreadable(url, wrong, REACH) from None


def _parts(place: str, url: str) -> tuple[str, str, int, str]:
    """Scheme, host, port and target of an address that may be asked for."""
    try:
        parts = urlsplit(place)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except (ValueError, UnicodeError):
        raise Unreadable(url, "no address that a server could have", REACH) from None
    if parts.scheme not in {"http", "https"} or not host:
        raise Unreadable(url, f"leads to {parts.scheme or 'no'}: and not to a page", "only http and https are read")
    if parts.username is not None or parts.password is not None:
        raise Unreadable(url, "an address with a name and password in it", "give the article as a file")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/?%:@!$&()*+,;=~-._')}" if parts.query else ""
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80), path + query


def _connected(places: list[str], port: int, end: float) -> socket.socket:
    """A connection to the first address that takes one."""
    last: OSError = OSError("no address")
    for place in places:
        try:
            return socket.create_connection((place, port), timeout=max(0.1, end - monotonic()))
        except OSError as error:
            last = error
    raise last


def _secure() -> ssl.SSLContext:
    """Trust in the authorities that Mozilla trusts, and in those that SSL_CERT_FILE names."""
    import certifi

    context = ssl.create_default_context(cafile=certifi.where())
    context.load_default_certs()
    return context


@contextmanager
def _watched(line: socket.socket, end: float) -> Iterator[None]:
    """A server that sends a byte now and then never runs into a timeout of the socket: this one ends it."""
    timer = Timer(max(0.0, end - monotonic()), _shut, [line])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _shut(line: socket.socket) -> None:
    with suppress(OSError, ValueError):
        line.shutdown(socket.SHUT_RDWR)


def _fetched(answer: HTTPResponse, place: str, url: str, end: float) -> Fetched:
    if answer.status != 200:
        said = f"the server answers {answer.status} {responses.get(answer.status, '')}".strip()
        kept = answer.status in {401, 402, 403, 451}
        raise Unreadable(url, said, "save the page from the browser and give the file" if kept else REACH)
    data = unpacked(_body(answer, url, end), answer.headers.get("Content-Encoding", ""), url)
    kind = answer.headers.get_content_type() if "Content-Type" in answer.headers else ""
    return Fetched(place, data, kind, answer.headers.get_content_charset())


def _body(answer: HTTPResponse, url: str, end: float) -> bytes:
    """All that is sent, up to the limit."""
    data = bytearray()
    while part := answer.read1(65_536):
        data += part
        if len(data) > MAX_BYTES:
            raise Unreadable(url, f"more than {MAX_BYTES // 1_000_000} MB", "give the article as a file")
        if monotonic() > end:
            break
    if monotonic() > end:
        raise TimeoutError
    if answer.length:
        raise ConnectionError("cut short")
    return bytes(data)


def unpacked(data: bytes, coding: str, url: str) -> bytes:
    """What a server packed, although it was asked not to, up to the limit; of what was cut short nothing."""
    if coding.strip().lower() in {"", "identity"}:
        return data
    if coding.strip().lower() not in {"gzip", "x-gzip", "deflate"}:
        raise Unreadable(url, "sent packed in a way that was not asked for", REACH)
    plain = bytearray()
    while data:
        unpacking = zlib.decompressobj(47)  # either of the two
        try:
            plain += unpacking.decompress(data, MAX_BYTES + 1 - len(plain))
        except zlib.error:
            raise Unreadable(url, "damaged on the way", REACH) from None
        if len(plain) > MAX_BYTES:
            raise Unreadable(url, f"more than {MAX_BYTES // 1_000_000} MB", "give the article as a file")
        if not unpacking.eof:
            raise Unreadable(url, "damaged on the way", REACH)
        data = unpacking.unused_data.lstrip(b"\0")  # another part of the same file, or what fills it up
    return bytes(plain)
