"""Bytes to text: UTF-8, UTF-16, GB18030, Big5 with HKSCS, and whatever else charset-normalizer recognises.

A BOM or valid UTF-8 decides. Otherwise each Chinese encoding is decoded strictly and scored by how common its
characters are, because charset-normalizer often misses on a paragraph of Chinese; it has the word on everything else.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from factcheck.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTAINERS = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0")
_SAMPLE = 20_000
_LONGEST_CHARACTER = 4
_CHINESE = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_CONTROLS = {chr(point): None for point in range(32) if chr(point) not in "\t\n\v\f\r\x1b"} | {"\x7f": None}
_DROP_CONTROLS = str.maketrans(_CONTROLS)
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")

# The characters that any Chinese paragraph is full of, in both scripts: a wrong decoding hits them by chance only.
_FREQUENT = frozenset(
    "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子"
    "说說产產种種面而方后後多定行学學所民得经經十三之进進着著等部度家电電力里裡如水化高自二理起小物现現实實加量都两兩体體制"
    "机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内"
    "內数數正心反你明看原又么麼利比或但质質第向道命此变變条條只没沒结結解问問意建月公无無系系军軍很情者最立代想已通并並提直"
    "题題党黨程展五果料象员員革位入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知较較将將组組见見"
    "计計别別她手角期根论論运運农農指几幾九区區强強放决決西被干做必战戰先回则則任取据據处處理世车車价價万萬亿億元美股市升跌涨漲"
    "报報，。、：；「」“”（）％《》"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with Python's universal newlines, without its BOM, and how its encoding is known."""

    text: str
    encoding: str
    assumed: bool


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file; raises InputError naming it when the bytes are no text or cannot be decoded."""
    decoded = _declared(data, name) or _utf8(data) or _guessed(data, name)
    if _mostly_controls(decoded.text):
        raise InputError(f"{name}: a binary file, not text; give plain text or Markdown")
    return decoded


def _declared(data: bytes, name: str) -> Decoded | None:
    """The text by its BOM, which is not part of it; None without one."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return Decoded(_newlines(data[len(bom) :].decode(encoding)), encoding, False)
            except UnicodeDecodeError as error:
                at = error.start + len(bom)
                raise InputError(f"{name}: starts with the BOM of {encoding} but is not valid at byte {at}") from None
    return None


def _utf8(data: bytes) -> Decoded | None:
    """The text if it is UTF-8 without NULs (UTF-16 of ASCII letters is valid UTF-8, too)."""
    if b"\0" in data:
        return None
    try:
        return Decoded(_newlines(data.decode("utf-8")), "utf-8", False)
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes, name: str) -> Decoded:
    """The text by the most plausible Chinese encoding, else by charset-normalizer."""
    if data.startswith(_CONTAINERS):
        raise InputError(f"{name}: a binary file, not text; give plain text or Markdown")
    candidates = [candidate for encoding in _CHINESE if (candidate := _candidate(data, encoding))]
    score, text, encoding = max(candidates, default=(0.0, "", ""))
    if score >= 1.0:
        return Decoded(_newlines(text), encoding, True)
    if b"\0" in data:
        raise InputError(f"{name}: a binary file, not text; give plain text or Markdown")
    _refuse_broken_utf8(data, name)
    return _by_library(data, name)


def _candidate(data: bytes, encoding: str) -> tuple[float, str, str] | None:
    """(score, text, encoding) where the bytes are valid in it; 1 and more is plausible."""
    wide = encoding.startswith("utf-16")
    if (b"\0" in data and not wide) or (wide and len(data) % 2):
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        # A file cut off within its last character is still Chinese, and that character alone is lost.
        if not error.start or error.start < len(data) - _LONGEST_CHARACTER:
            return None
        text = data[: error.start].decode(encoding) + "\ufffd"
    return _plausibility(text, wide), text, encoding


def _plausibility(text: str, wide: bool) -> float:
    """How much the characters are those of news: at least 1 for a paragraph decoded right, mostly below 0.7 for one decoded wrong.

    In a wide encoding ASCII letters count as evidence, elsewhere they are the same bytes in every candidate.
    """
    counts = Counter(text[:_SAMPLE])
    plain = sum(count for char, count in counts.items() if char < "\x7f")
    total = counts.total() if wide else counts.total() - plain
    if not total:
        return 0.0
    common = sum(count for char, count in counts.items() if char in _common()) + (plain if wide else 0)
    frequent = sum(count for char, count in counts.items() if char in _FREQUENT) + (plain if wide else 0)
    if common / total < 0.7 or any(char in counts for char in _CONTROLS):
        return 0.0
    # Few characters may hold no frequent one; Korean decoded as GB18030 holds common ones but next to no frequent one.
    expected = 0.1 if total >= 12 else 0.0
    return common / total + frequent / total + 0.2 if frequent / total >= expected else 0.0


@cache
def _common() -> frozenset[str]:
    """The first-level characters of GB2312 and Big5 and the CJK punctuation and full-width forms."""
    simplified = b"".join(bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = b"".join(bytes((lead, trail)) for lead in range(0xA4, 0xC6) for trail in trails)
    marks = "".join(map(chr, (*range(0x3000, 0x3020), *range(0xFF01, 0xFF60), *range(0x2010, 0x2027))))
    return frozenset(simplified.decode("gb2312", "ignore") + traditional.decode("big5", "ignore") + marks + "·°×")


def _refuse_broken_utf8(data: bytes, name: str) -> None:
    """Raise InputError for UTF-8 with a few bad bytes: any other encoding would read it as rubbish."""
    good = sum(1 for _ in _UTF8_SEQUENCE.finditer(data[: _SAMPLE * 4]))
    rest = _UTF8_SEQUENCE.sub(b"", data[: _SAMPLE * 4])
    bad = len(rest) - len(rest.decode("ascii", "ignore"))
    if good > 4 * bad:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise InputError(f"{name}: not valid UTF-8 at byte {error.start}") from None


def _by_library(data: bytes, name: str) -> Decoded:
    """The text by charset-normalizer's guess on the first 64 KiB, decoded strictly over the whole file."""
    from charset_normalizer import from_bytes

    matches = list(from_bytes(data[:65536]))
    best = matches[0] if matches else None
    # The code pages of Europe often tie, and the wrong one reads £ as Ł: the commonest wins.
    best = next((match for match in matches if best and match.encoding == "cp1252" and match.chaos <= best.chaos), best)
    for encoding in (best.encoding if best else None, "cp1252"):
        if encoding is None:
            continue
        try:
            return Decoded(_newlines(data.decode(encoding)), encoding.replace("_", "-"), True)
        except (UnicodeDecodeError, LookupError):
            continue
    raise InputError(f"{name}: its encoding is not recognised; save it as UTF-8")


def _newlines(text: str) -> str:
    """The text with CRLF and CR as LF, as Python's text mode reads files, so that both count the same offsets."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _mostly_controls(text: str) -> bool:
    """Whether a text holds NULs or more than one control character in ten."""
    if "\0" in text:
        return True
    sample = text[:_SAMPLE]
    return len(sample) - len(sample.translate(_DROP_CONTROLS)) > len(sample) // 10
