"""Addresses, asked of a server on this machine: what is read, what is refused, and that nobody leads elsewhere or holds us up."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from extract.reading import Unreadable, addresses, leads, read, read_all, web
from extract.types import Article
from tests.reading import make

NET = Path(__file__).parent / "reading" / "net"
HTML = ("text/html; charset=utf-8", make.page().encode())


class Server:
    """Says at each path what it was told to, and remembers who asked for which host."""

    def __init__(self, *, secure: bool = False) -> None:
        self.pages: dict[str, tuple[str, bytes]] = {}
        self.moved: dict[str, str] = {}
        self.asked: list[tuple[str, str]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked.append((self.headers["Host"], self.path))
                server.answer(self)

            def log_message(self, format: str, *args: object) -> None:
                del format, args

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.http.handle_error = lambda request, address: None  # type: ignore[method-assign]
        self.scheme, self.port = "https" if secure else "http", self.http.server_address[1]
        if secure:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(NET / "localhost.pem")
            self.http.socket = context.wrap_socket(self.http.socket, server_side=True)
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        if to := self.moved.get(handler.path):
            handler.send_response(302)
            handler.send_header("Location", to)
            handler.end_headers()
        elif handler.path in self.pages:
            kind, data = self.pages[handler.path]
            handler.send_response(200)
            handler.send_header("Content-Type", kind.removesuffix(" packed"))
            if kind.endswith("packed"):
                handler.send_header("Content-Encoding", "gzip")
            handler.end_headers()
            self.send(handler, data)
        else:
            handler.send_error(404 if "none" in handler.path else 403)

    def send(self, handler: BaseHTTPRequestHandler, data: bytes) -> None:
        if handler.path != "/slow":
            handler.wfile.write(data)
            return
        for byte in data:  # a byte now and then, for ever
            handler.wfile.write(bytes([byte]))
            time.sleep(0.1)

    def url(self, path: str, host: str = "localhost") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.http.shutdown()
    made.http.server_close()


@pytest.fixture
def secure() -> Iterator[Server]:
    made = Server(secure=True)
    yield made
    made.http.shutdown()
    made.http.server_close()


def refused(url: str, *, allow_private: bool = True) -> str:
    with pytest.raises(Unreadable) as caught:
        read(url, allow_private=allow_private)
    assert caught.value.path == url
    return f"{caught.value.wrong}; {caught.value.remedy}"


def test_a_page_is_its_article_and_its_address_its_name(server: Server) -> None:
    server.pages["/politics/2018/member-out.html"] = HTML
    url = server.url("/politics/2018/member-out.html")
    article = read(url, allow_private=True)
    assert (article.id, article.path, article.url) == ("member-out", url, url)
    assert (article.title, article.outlet, article.published) == (make.TITLE, make.OUTLET, make.DAY)
    server.pages["/bare"] = ("text/html", f"<html><body><article>{make.text()}</article></body></html>".encode())
    assert read(server.url("/bare"), allow_private=True).outlet == "localhost"
    assert make.PARAGRAPHS[3] in article.text
    assert server.asked[0] == (f"localhost:{server.port}", "/politics/2018/member-out.html")


@pytest.mark.parametrize(
    ("path", "kind", "data"),
    [
        ("/a", "text/plain", make.text().encode()),
        ("/a.md", "text/plain", make.text().encode()),
        ("/a", "application/pdf", make.pdf(make.printed())),
        ("/a.docx", "application/octet-stream", make.word()),
        ("/a", "application/octet-stream", make.pdf(make.printed())),
        ("/a", "application/zip", make.zipped({"a.txt": make.text()})),
        ("/a", "application/x-ndjson", make.jsonl({"text": make.text()}).encode()),
        ("/a", "text/html; charset=windows-1252", make.page().replace(' charset="utf-8"', "").encode("cp1252")),
        ("/a", "text/html packed", gzip.compress(make.page().encode())),
    ],
)
def test_what_a_server_says_it_is_it_is_read_as(server: Server, path: str, kind: str, data: bytes) -> None:
    server.pages[path] = (kind, data)
    made = list(read_all(server.url(path), allow_private=True))
    assert [type(one) for one in made] == [Article], made
    assert isinstance(made[0], Article)
    assert make.PARAGRAPHS[1] in made[0].text
    assert (made[0].path or "").startswith(server.url(path))


def test_a_feed_leads_to_its_pages_and_keeps_what_they_do_not_say(server: Server) -> None:
    server.pages["/bare"] = ("text/html", f"<html><body><article>{make.text()}</article></body></html>".encode())
    bare = make.item("In short.", link=server.url("/bare"))
    server.pages["/feed"] = ("application/rss+xml", make.rss(bare, make.item("", link=server.url("/none"))).encode())
    first, second = read_all(server.url("/feed"), allow_private=True)
    assert isinstance(first, Article)
    assert (first.id, first.title, first.outlet, first.author) == ("bare", make.TITLE, make.OUTLET, make.AUTHOR)
    assert first.published == "2018-03-01T18:30:00+13:00"
    assert str(second).startswith(f"{server.url('/none')}: the server answers 404 Not Found; check the address")


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
def test_what_time_leaves_unread_of_a_feed_or_sitemap_is_one_line(
    server: Server, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    now = iter(range(0, 10_000, 250))  # four minutes a page
    monkeypatch.setattr(leads, "monotonic", lambda: next(now))
    pages = [server.url(f"/{n}") for n in range(9)]
    server.pages |= {f"/{n}": HTML for n in range(9)}
    rows = "".join(f"<url><loc>{page}</loc></url>" for page in pages)
    feed = make.rss(*(make.item("", link=page) for page in pages[:8]), make.item(f"<p>{make.text()}</p>"))
    server.pages["/all"] = ("application/xml", (feed if kind == "feed" else f"<urlset>{rows}</urlset>").encode())
    made = [*read_all(server.url("/all"), allow_private=True)]
    line = str(made[-1])
    read = [one for one in made if isinstance(one, Article)]
    assert len(read) == (3 if kind == "feed" else 2)  # what a feed itself carries is read
    left = f"{6 if kind == 'feed' else 7} pages left unread: {pages[2]}, {pages[3]}, {pages[4]} and"
    assert line.startswith(f"{server.url('/all')}: its pages take longer than 10 minutes; {left}")
    assert len(made) == len(read) + 1
    assert len(server.asked) == 3


def test_a_sitemap_of_sitemaps_leads_to_pages_and_no_further(server: Server) -> None:
    def listing(root: str, *urls: str) -> tuple[str, bytes]:
        item = "url" if root == "urlset" else "sitemap"
        return "application/xml", f"<{root}>{''.join(f'<{item}><loc>{url}</loc></{item}>' for url in urls)}</{root}>".encode()

    server.pages["/index.xml"] = listing("sitemapindex", server.url("/one.xml.gz"), server.url("/index.xml"))
    one = listing("urlset", server.url("/page"), "file:///etc/passwd", "http://10.0.0.1/")[1]
    server.pages["/one.xml.gz"] = ("application/gzip", gzip.compress(one))
    server.pages["/page"] = HTML
    made = list(read_all(server.url("/index.xml")[:0] + server.url("/one.xml.gz"), allow_private=True))
    assert isinstance(made[0], Article)
    assert "lists 'file:///etc/passwd', which is no address" in str(made[1])
    whole = list(read_all(server.url("/index.xml"), allow_private=True))
    assert sum(isinstance(one, Article) for one in whole) == 1
    assert len(server.asked) < 30


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/none", "the server answers 404 Not Found; check the address, or give the article as a file"),
        ("/kept", "the server answers 403 Forbidden; save the page from the browser and give the file"),
        ("/image", "the server sends image/png, not an article; give the address of the article's page"),
        ("/big", "more than 10 MB; give the article as a file"),
        ("/bomb", "more than 10 MB; give the article as a file"),
        ("/circle", "sends on more than 5 times; check the address, or give the article as a file"),
        ("/file", "leads to file: and not to a page; only http and https are read"),
        ("/menu", "no article on this page; save the article's text as a .txt file"),
    ],
)
def test_what_is_no_article_is_one_line(server: Server, path: str, said: str) -> None:
    server.pages["/image"] = ("image/png", b"\x89PNG")
    server.pages["/big"] = ("text/plain", b"The Speaker spoke. " * 600_000)
    server.pages["/bomb"] = ("text/plain packed", gzip.compress(bytes(50_000_000)))
    server.pages["/menu"] = ("text/html", b"<html><body><a href='/'>Home</a></body></html>")
    server.moved |= {"/circle": "/circle", "/file": "file:///etc/passwd"}
    assert refused(server.url(path)) == said


def test_who_is_slow_is_left(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "SECONDS", 1)
    server.pages["/slow"] = HTML
    begun = time.monotonic()
    assert refused(server.url("/slow")) == "no answer within 1 seconds; check the address, or give the article as a file"
    assert time.monotonic() - begun < 4


@pytest.mark.parametrize("word", [b"H", b"HTTP/1.1 200 OK\r\nX: ", b"\x16\x03\x03\x40\x00"])
def test_who_never_ends_to_begin_is_left(word: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that sends its head, or its greeting, byte by byte."""
    monkeypatch.setattr(web, "SECONDS", 1)

    def drip(line: socket.socket) -> None:
        place, _ = line.accept()
        with place:
            try:
                place.sendall(word)
                while True:
                    place.sendall(b"x")
                    time.sleep(0.1)
            except OSError:
                pass

    with socket.create_server(("127.0.0.1", 0)) as line:
        threading.Thread(target=drip, args=(line,), daemon=True).start()
        begun = time.monotonic()
        scheme = "https" if word.startswith(b"\x16") else "http"
        refused(f"{scheme}://localhost:{line.getsockname()[1]}/")
        assert time.monotonic() - begun < 4


def test_this_machine_is_not_asked_unless_told(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.pages["/a"] = HTML
    private = "an address inside a private network; give the article as a file, or say --allow-private"
    for host in ("localhost", "127.0.0.1", "127.1", "0x7f000001", "2130706433", "0"):
        assert refused(server.url("/a", host), allow_private=False) in {private, *unknown(host)}
    # A server outside that sends on to one inside.
    server.moved["/out"] = server.url("/a", "127.0.0.1")
    real = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda place: len(server.asked) == 0 or real(place))
    assert refused(server.url("/out"), allow_private=False) == private
    assert [path for _, path in server.asked] == ["/out"]


def unknown(host: str) -> set[str]:
    """Not every machine reads "127.1" as an address."""
    return {f"no such host as {host}; check the address, and the connection"}


def test_a_name_that_changes_its_meaning_is_asked_once(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection goes to the address that was checked: a second look-up could be answered otherwise."""
    asked: list[str] = []
    answers = iter([("127.0.0.1", server.port), ("10.0.0.1", server.port)])

    def looked_up(host: str, *rest: object, **more: object) -> list[object]:
        if host == "paper.example.org":
            asked.append(host)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", next(answers))]
        return real(host, *rest, **more)  # type: ignore[arg-type,return-value]

    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    server.pages["/a"] = HTML
    assert read(server.url("/a", "paper.example.org"), allow_private=True).title == make.TITLE
    assert asked == ["paper.example.org"]
    assert server.asked == [(f"paper.example.org:{server.port}", "/a")]


def test_a_look_up_that_never_ends_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "SECONDS", 0.3)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *rest, **more: time.sleep(1) or [])
    begun = time.monotonic()
    assert refused("http://paper.example.org/") == "no such host as paper.example.org; check the address, and the connection"
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    ("place", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        *((place, False) for place in (
            "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
            "255.255.255.255", "240.0.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
            "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a9fe:a9fe::", "::127.0.0.1", "nonsense",
        )),
    ],
)  # fmt: skip
def test_which_addresses_are_public(place: str, public: bool) -> None:
    assert addresses.is_public(place) is public


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://user:word@example.org/a", "an address with a name and password in it"),
        ("http://", "leads to http: and not to a page"),
        ("http://[::1/", "no address that a server could have"),
        ("http://a.example.org:99999/", "no address that a server could have"),
        ("http://no-such-host.invalid/", "no such host as no-such-host.invalid"),
    ],
)
def test_what_is_no_address_of_a_page(url: str, said: str) -> None:
    assert refused(url).startswith(said)


def test_a_secure_page_of_a_server_that_can_be_trusted(secure: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    secure.pages["/a"] = HTML
    monkeypatch.setenv("SSL_CERT_FILE", str(NET / "authority.pem"))
    assert read(secure.url("/a"), allow_private=True).title == make.TITLE
    assert refused(secure.url("/a", "127.0.0.1")).startswith("its certificate does not hold (")


def test_a_server_that_nobody_vouches_for_is_not_read(secure: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    secure.pages["/a"] = HTML
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    assert refused(secure.url("/a")).startswith("its certificate does not hold (")
    assert secure.asked == []


def test_no_file_causes_anything_to_be_fetched(server: Server, tmp_path: Path) -> None:
    link = server.url("/a")
    server.pages["/a"] = HTML
    (tmp_path / "feed.xml").write_text(make.rss(make.item("Short.", link=link)), encoding="utf-8")
    (tmp_path / "map.xml").write_text(f"<urlset><url><loc>{link}</loc></url></urlset>", encoding="utf-8")
    (tmp_path / "page.html").write_text(make.page(body=f'<iframe src="{link}"></iframe><img src="{link}">'), encoding="utf-8")
    made = list(read_all(tmp_path, allow_private=True))
    assert [isinstance(one, Article) for one in made] == [False, False, True]
    assert server.asked == []
