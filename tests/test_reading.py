"""What is read, what is refused, and in which words."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from extract.english import is_english
from extract.reading import MAX_CHARS, Unreadable, from_bytes, from_text, is_date, read

SEEDS = Path(__file__).parent.parent / "seeds"
NEWS = "Ama Okoro shouted at the minister in Parliament. The Speaker, Jo Lind, ordered her out of the chamber."

FOREIGN = {
    "Māori": "I tonoa e te Kaihautū o te Whare tētahi mema kia wehe i te whare i te Rāpare. He nui ngā hamuhamu me ngā "
    "tautohe i roto i te whare, ā, ka mutu te hui mō te wā poto.",
    "Hindi": "अध्यक्ष ने गुरुवार को विपक्ष के एक सदस्य को सदन से बाहर जाने को कहा। हंगामे के कारण कार्यवाही स्थगित करनी पड़ी।",
    "Hindi in Latin letters": "Lok Sabha adhyaksh ne guruvar ko vipaksh ke ek sadasya ko sadan se bahar jaane ko kaha. "
    "Hungame ke karan karyavahi sthagit karni padi.",
    "French": "Le président de l'Assemblée a demandé jeudi à un député de quitter la salle. On a entendu des cris et la "
    "séance a été suspendue.",
    "German": "Der Präsident des Bundestages hat am Donnerstag einen Abgeordneten der Opposition des Saales verwiesen. "
    "Was war geschehen? In der Debatte rief er mehrfach dazwischen.",
    "Spanish": "El presidente de la Cámara pidió el jueves a un diputado que abandonara la sala. Los gritos obligaron a "
    "suspender la sesión y la oposición se retiró en protesta.",
    "Welsh": "Gofynnodd y Llywydd i aelod o'r wrthblaid adael y siambr ddydd Iau. Bu'n rhaid gohirio'r sesiwn oherwydd y "
    "gweiddi ac aeth yr aelodau allan.",
    "Swahili": "Spika wa Bunge siku ya Alhamisi alimtoa mbunge wa upinzani nje ya ukumbi. Kelele zilisababisha kikao "
    "kuahirishwa na wabunge walitoka nje kwa kupinga.",
    "Dutch": "De voorzitter heeft donderdag een Kamerlid uit de zaal gezet. Het was de eerste keer in jaren dat dit in de "
    "Kamer gebeurde. Of er een klacht volgt is nog niet duidelijk, maar in de fractie is men boos over wat er is gebeurd. "
    "Het debat was op dat moment al een uur bezig.",
    "Russian": "Спикер парламента в четверг удалил депутата из зала заседаний.",
}
ENGLISH = {
    "with Māori words": "Piri Tāmati performed a haka, Ka mate, ka mate, ka ora, ka ora, in te Whare Pāremata before the "
    "Speaker named him; te reo Māori and tikanga, he told kaiāwhina and whānau, had a place there.",
    "in broken lower case": "speaker jo lind order ama okoro out of house tues after she call minister a liar , mps sai d",
    "a headline": "Speaker ejects Okoro",
    "a list of names": "Jo Lind, Ama Okoro, Piri Tāmati, Carl Oduya and Ruth Sele were suspended from the House on Monday.",
}


def wrong(data: bytes, name: str = "a.txt", **about: object) -> str:
    with pytest.raises(Unreadable) as caught:
        from_bytes(data, name=name, **about)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_file_is_its_text_as_decoded_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "okoro.ejected.txt"
    file.write_bytes(b"\xef\xbb\xbf" + NEWS.encode() + b"\r\nT\xc4\x81mati left.\rOkoro too.\n")
    article = read(file, published="2016-05-10", outlet="The Courier")
    assert article.text == NEWS + "\nTāmati left.\nOkoro too.\n"
    assert (article.id, article.path, article.title, article.words) == ("okoro.ejected", str(file), None, 22)
    assert (article.published, article.outlet) == ("2016-05-10", "The Courier")
    assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()


def test_pasted_text_gets_an_id_that_stays() -> None:
    first, again, other = from_text(NEWS), from_text(NEWS), from_text(NEWS + " Uproar.")
    assert first == again
    assert first.id.startswith("ama-okoro-shouted-at-the-")
    assert first.id != other.id
    assert first.path is None


@pytest.mark.parametrize(
    ("data", "remark", "text"),
    [
        ("The café “rebel” said no to the House.".encode("cp1252"), "not UTF-8; read as Windows-1252 (Latin-1)", "café “rebel”"),
        ("\ufeffThe café said no.".encode("utf-16-le"), "not UTF-8; read as UTF-16", "The café"),
        ("Tāmati, Kōura and Rēhua ".encode() + b"left\xff the House.", "damaged UTF-8; characters lost: 1", "Tāmati, Kōura"),
    ],
)
def test_another_encoding_is_read_with_a_note(data: bytes, remark: str, text: str) -> None:
    notes: list[str] = []
    assert text in from_bytes(data, name="a.txt", note=notes.append).text
    assert notes == [f"a.txt: {remark}"]


def test_utf_8_needs_no_note() -> None:
    notes: list[str] = []
    from_bytes("Tāmati said no \ufffd to the House.".encode(), name="a.txt", note=notes.append)
    assert notes == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "a.txt: empty; give"),
        (b" \n\t\r\n", "a.txt: empty; give"),
        (bytes(range(256)) * 4, "a.txt: binary data, not text; save"),
        (b"\x89PNG\r\n\x1a\n" + bytes([1, 2, 3, 200, 201]) * 40, "a.txt: binary data, not text; save"),
        (NEWS.encode("utf-16-le"), "a.txt: binary data, not text; save"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    assert wrong(data).startswith(reason)


def test_one_stray_control_character_is_no_reason_to_refuse() -> None:
    assert from_bytes((NEWS * 3 + "\x02").encode(), name="a.txt").text.endswith("\x02")


def test_five_megabytes_are_over_the_limit_and_the_limit_can_be_raised() -> None:
    data = (NEWS + "\n").encode() * 50_000
    assert wrong(data) == (
        f"a.txt: {len(data):,} characters, over the limit of {MAX_CHARS:,}; "
        "split it into articles, or raise the limit with --max-chars"
    )
    assert len(from_bytes(data, name="a.txt", max_chars=len(data)).text) == len(data)
    assert "more than 1,000 characters" in wrong(data, max_chars=1000)


@pytest.mark.parametrize(
    ("suffix", "remedy"),
    [
        (".doc", "save it as .docx, .pdf or .txt"),
        (".XLSX", "save it as .csv or .jsonl, an article a row"),
        (".tar", "unpack it, or pack it as .zip"),
        (".png", "save the article's text as a .txt file"),
    ],
)
def test_kinds_of_file_that_are_not_read_are_named(suffix: str, remedy: str) -> None:
    assert wrong(b"anything", f"a{suffix}") == f"a{suffix}: a {suffix.lower()} file; {remedy}"


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    for source, reason in [
        (tmp_path / "none.txt", "no such file; check the name"),
        (tmp_path, "a folder; give it to `run`, or to read_all"),
        ("a\0b.txt", "cannot be opened (embedded null byte); check the file and its permissions"),
    ]:
        with pytest.raises(Unreadable) as caught:
            read(source)
        assert str(caught.value) == f"{source}: {reason}"


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_refused(language: str) -> None:
    assert wrong(FOREIGN[language].encode()) == "a.txt: not in English; only English articles are read; give a translation"


@pytest.mark.parametrize("kind", ENGLISH)
def test_english_is_never_refused(kind: str) -> None:
    assert is_english(ENGLISH[kind])


def test_no_coded_article_is_refused(gold: Path) -> None:
    texts = [file for file in [*SEEDS.glob("*.txt"), *gold.glob("*.txt")] if file.name != "unread.txt"]
    assert [file.name for file in texts if not is_english(file.read_text(encoding="utf-8"))] == []
    assert texts


@pytest.mark.parametrize("date", ["2016-05-10", "2016-05-10T14:30+12:00", "2016-05-10T14:30:05Z", "2016-05-10T14:30:05.25-09:30"])
def test_dates_and_date_times_with_zone_are_dates(date: str) -> None:
    assert is_date(date)
    assert from_text(NEWS, published=date).published == date


@pytest.mark.parametrize(
    "date", ["10 May 2016", "2016-02-30", "20160510", "2016-05-10T14:30", "2016-W19-2", "2016-05", "٢٠١٦-05-10"]
)
def test_anything_else_is_no_date(date: str) -> None:
    assert not is_date(date)
    assert f"published {date!r} is no date; a date such as 2016-05-10" in wrong(NEWS.encode(), published=date)
