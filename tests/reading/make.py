"""Makes the sample files beside it, good, broken and hostile: `python -m tests.reading.make`. Everybody in them is invented."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).parent
TITLE, OUTLET, AUTHOR = "Member ordered out of House after shouting match", "The Harbour Courier", "Ruth Sele"
DAY, URL = "2018-03-01", "https://courier.example.org/politics/member-ordered-out"
PARAGRAPHS = (
    "The Speaker, Jo Lind, ordered Labour MP Ama Okoro out of the debating chamber on Thursday after a row over rural hospitals.",
    "Ms Okoro had called the Minister of Health, Carl Oduya, “gutless” while he was answering a question in Parliament.",
    "“I have warned the member twice, and I will not warn her a third time,” Ms Lind said. “She will leave the chamber.”",
    "Labour MPs then walked out of the House in protest at the ruling, and the sitting went on without them until ten o'clock.",
)
SECOND = (
    "A point of order about the clock held up the House on Friday, when the Green MP Piri Hale said that the bells rang early.",
    "Ms Lind ruled that the clock was right, and the members laughed. Mr Hale then apologised to the House for the delay.",
)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha ha ha ha ha ha ha ha ha ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


def text(paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    return "\n\n".join(paragraphs) + "\n"


def page(paragraphs: tuple[str, ...] = PARAGRAPHS, *, head: str = "", body: str = "", top: str = "") -> str:
    """A page as news sites have it."""
    about = {"@type": "NewsArticle", "headline": TITLE, "datePublished": f"{DAY}T18:30:00+13:00"}
    prose = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | {OUTLET}</title>'
        f'<meta property="og:site_name" content="{OUTLET}"><meta property="og:title" content="{TITLE}">'
        f'<meta name="author" content="{AUTHOR}"><meta property="article:published_time" content="{DAY}T18:30:00+13:00">'
        f'<meta property="article:modified_time" content="2018-03-04T08:00:00+13:00"><link rel="canonical" href="{URL}">'
        f'<script type="application/ld+json">{json.dumps(about)}</script>{head}</head><body>'
        f'<nav><ul><li><a href="/">Home</a></li><li><a href="/politics">Politics</a></li></ul></nav>{top}'
        f"<article><h1>{TITLE}</h1>"
        f'<p class="byline">By {AUTHOR}, political reporter</p><figure><img src="a.jpg" alt="The chamber">'
        f"<figcaption>The chamber on Thursday. Photo: Ben Pell</figcaption></figure>{prose}{body}</article>"
        f"<footer>© 2018 {OUTLET}. All rights reserved.</footer></body></html>"
    )


def pdf(pages: list[list[str]], *, title: str = TITLE) -> bytes:
    """A PDF written by hand: one font, one line of text below another."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b"", font]
    kids = []
    on_page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
    for lines in pages:
        drawn = b"".join(b"(" + line.encode("cp1252") + b") Tj T*\n" for line in lines)
        stream = b"BT /F1 10 Tf 14 TL 60 780 Td\n" + drawn + b"ET"
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(on_page % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    objects.append(b"<</Title(%s)/Author(%s)/CreationDate(D:20240101000000Z)>>" % (title.encode(), AUTHOR.encode()))
    return numbered(objects)


def numbered(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>" % (len(objects) + 1, len(objects))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, trailer, len(out))


def printed() -> list[list[str]]:
    """The article as a newspaper prints it: short lines, a word broken at the end of one, a running head, page numbers."""
    lines = [TITLE, ""]
    for paragraph in PARAGRAPHS:
        line = ""
        for word in paragraph.replace("debating", "debat- ing").split():
            if len(line) + len(word) > 62 or line.endswith("debat-"):
                lines.append(line)
                line = ""
            line = f"{line} {word}".strip()
        lines += [line]
    parts = (lines[:6], lines[6:11], lines[11:])
    return [[f"{OUTLET}   1 March 2018", *part, f"{number}"] for number, part in enumerate(parts, start=1)]


def word(paragraphs: tuple[str, ...] = PARAGRAPHS) -> bytes:
    from docx import Document

    made, out = Document(), io.BytesIO()
    made.core_properties.title, made.core_properties.author = TITLE, AUTHOR
    made.core_properties.created = made.core_properties.modified = datetime(2024, 1, 1)
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(out)
    return zipped({**unzipped(out.getvalue()), "docProps/thumbnail.jpeg": b""})


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def zipped(files: dict[str, bytes | str], *, links: tuple[str, ...] = ()) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = (0o120777 if name in links else 0o100644) << 16
            packed.writestr(info, data)
    return out.getvalue()


def table(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def jsonl(*rows: object) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def rss(*items: str, title: str = OUTLET) -> str:
    channel = f"<title>{title}</title><link>https://courier.example.org/</link>{''.join(items)}"
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>{channel}</channel></rss>'
    )


def item(body: str, *, link: str = URL) -> str:
    return (
        f"<item><title>{TITLE}</title><link>{link}</link><dc:creator>{AUTHOR}</dc:creator>"
        f"<pubDate>Thu, 01 Mar 2018 18:30:00 +1300</pubDate><content:encoded><![CDATA[{body}]]></content:encoded></item>"
    )


def atom(body: str) -> str:
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{OUTLET}</title><entry><title>{TITLE}</title><link href="{URL}"/>'
        f"<author><name>{AUTHOR}</name></author><published>2018-03-01T18:30:00+13:00</published><updated>2018-03-02T08:00:00Z</updated>"
        f'<content type="html">{body.replace("<", "&lt;")}</content></entry></feed>'
    )


def good() -> dict[str, bytes | str]:
    head = f'---\ntitle: "{TITLE}"\noutlet: {OUTLET}\nauthor: {AUTHOR}\ndate: 1 March 2018\n---\n'
    marked = text().replace("gutless", "*gutless*").replace("Labour MPs", "[Labour MPs](https://labour.example.org/)")
    about = {"title": TITLE, "outlet": OUTLET, "author": AUTHOR, "published": DAY, "url": URL}
    names = ["Headline", "Source", "Author", "Date", "Body"]
    html = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return {
        "plain.txt": text(),
        "plain.meta.json": json.dumps(about, indent=1) + "\n",
        "article.md": f"{head}# {TITLE}\n\n![The chamber](chamber.jpg)\n\n{marked}",
        "article.html": page(),
        "article.pdf": pdf(printed()),
        "article.docx": word(),
        "table.csv": table([names, [TITLE, OUTLET, AUTHOR, "1 March 2018", text()], ["The clock", OUTLET, "", "", text(SECOND)]]),
        "table.jsonl": jsonl({"id": "okoro-1", **about, "text": text()}, {"headline": "The clock", "text": text(SECOND)}),
        "rss.xml": rss(item(html)),
        "atom.xml": atom(html),
        "archive.zip": zipped(
            {"press/article.txt": text(), "press/article.meta.json": json.dumps(about), "press/clock.html": page(SECOND),
             "press/.hidden.txt": "x", "__MACOSX/press/._article.txt": "x", "press/chamber.jpg": "x"}
        ),
        "folder/article.html": page(),
        "folder/below/clock.txt": text(SECOND),
        "folder/chamber.jpg": b"\xff\xd8\xff",
    }  # fmt: skip


def broken() -> dict[str, bytes | str]:
    whole = {"article": pdf(printed()), "word": word(), "zip": zipped({"article.txt": text()})}
    story = {"format": "order-paper/1", "stories": []}
    return {
        "empty.txt": "",
        "binary.txt": bytes(range(256)) * 4,
        "french.txt": "Le président de l'Assemblée a demandé jeudi à un député de quitter la salle. On a entendu des cris et la "
        "séance a été suspendue pendant une heure.\n",
        "sidecar.txt": text(),
        "sidecar.meta.json": '{"published": "Thursday"}\n',
        "marks.md": "![The chamber](chamber.jpg)\n\n---\n",
        "menu.html": "<!doctype html><html><head><title>Home</title></head><body><nav><a href='/a'>News</a></nav></body></html>",
        "cut.pdf": whole["article"][:300],
        "scan.pdf": pdf([[], []]),
        "page-of-error.pdf": page(),
        "cut.docx": whole["word"][: len(whole["word"]) // 2],
        "old.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "no-column.csv": table([["headline", "date"], [TITLE, DAY]]),
        "rows.csv": table([["title", "text"], ["One cell"], ["Good", text()], ["Two", "many", "cells"], ["Empty", ""]]),
        "rows.jsonl": '{"text": "cut \n' + jsonl({"title": "Good", "text": text()}, ["a list"], {"headline": "x"}, {"text": 5}),
        "cut.zip": whole["zip"][:-30],
        "cut-rss.xml": rss(item(f"<p>{text()}</p>"), "<item><title>Uproar</title>")[:-30],
        "links-only-rss.xml": rss(f"<item><title>{TITLE}</title><link>{URL}</link></item>"),
        "sitemap.xml": f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{URL}</loc></url></urlset>',
        "other.xml": "<note><to>Members</to></note>",
        "story.json": json.dumps(story),
        "other.json": json.dumps([{"text": text()}]),
    }  # fmt: skip


def hostile() -> dict[str, bytes | str]:
    script = "<script>alert('gotcha')</script><style>p{color:red}</style>"
    bidi = "\u202eMs Okoro left the chamber.\u202c\x1b[2J\x07 "
    member = zipped({"article.txt": text()})
    deep = zipped({"b.zip": zipped({"c.zip": zipped({"d.zip": member})})})
    return {
        "escapes.txt": bidi + text(),
        "nul.txt": text().replace(" ", " \0", 3),
        "script.md": f"# {TITLE} {script}\n\n{script}\n\n{text()}\n\n[x](javascript:alert('gotcha'))\n\n{'> ' * 300}\n",
        "script.html": page(head=script, body=f"{script}<p onclick=\"alert('gotcha')\">The House rose at ten.</p>").replace(
            URL, "javascript:alert('gotcha')"
        ),
        "deep.html": page(top="<div><span>" * 2_000),
        "frames.html": page(body='<iframe src="file:///etc/passwd"></iframe><object data="http://127.0.0.1/"></object>'),
        "loop.pdf": pdf([["one"]]).replace(b"/Kids[5 0 R]", b"/Kids[2 0 R]"),
        "locked.pdf": locked(),
        "laughs.docx": laughing(),
        "huge.docx": zipped({**unzipped(word()), "word/document.xml": b" " * 11_000_000}),
        "ids.csv": table([["id", "title", "url", "text"], ["../../etc/passwd", "=cmd|'x'!A0", "javascript:alert(1)", text()]]),
        "quote.csv": f'title,text\nOne,"{text()}"\nTwo,"never closed\n' + "Three,x\n" * 50,
        "deep.jsonl": "[" * 50_000 + "\n" + jsonl({"id": "../../up", "title": "Good", "text": text()}),
        "names.zip": zipped({"../../out.txt": text(), "/etc/out.txt": text(), "C:\\out.txt": text(), "ok.txt": text()}),
        "link.zip": zipped({"link.txt": "/etc/passwd", "ok.txt": text()}, links=("link.txt",)),
        "bomb.zip": zipped({"bomb.txt": b"The Speaker spoke. " * 600_000, "ok.txt": text()}),
        "deep.zip": zipped({"a.zip": deep}),
        "locked.zip": zipped({"locked.txt": text()}).replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\x01\0"),
        "laughs-rss.xml": LAUGHS + rss(item("&j;"))[38:],
        "laughs-sitemap.xml": LAUGHS.replace("DOCTYPE rss", "DOCTYPE urlset") + "<urlset><url><loc>&j;</loc></url></urlset>",
        "outside-rss.xml": '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rss(item("&x;"))[38:],
        "script-rss.xml": rss(item(script + "".join(f"<p>{p}</p>" for p in PARAGRAPHS), link="javascript:alert('gotcha')")),
    }  # fmt: skip


def locked() -> bytes:
    from pypdf import PdfReader, PdfWriter

    made, out = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(printed())))), io.BytesIO()
    made.encrypt("secret", algorithm="RC4-128")
    made.write(out)
    return out.getvalue()


def laughing() -> bytes:
    """A Word file whose text is an entity that grows tenfold at each of ten steps."""
    files = unzipped(word())
    body = files["word/document.xml"].decode()
    laughing = LAUGHS.replace("DOCTYPE rss", "DOCTYPE w:document")
    told = body[body.index("<w:document") :].replace("The Speaker", "&j; The Speaker", 1)
    files["word/document.xml"] = (laughing + told).encode()
    return zipped(files)  # type: ignore[arg-type]


def main() -> None:
    for folder, files in (("good", good()), ("broken", broken()), ("hostile", hostile())):
        for name, data in files.items():
            file = HERE / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data if isinstance(data, bytes) else data.encode())


if __name__ == "__main__":
    main()
