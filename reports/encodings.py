"""Old encodings of Vietnamese (TCVN3/ABC and VNI fonts), pasted as Latin-1 letters: told apart and decoded.

    "Céng hßa x· héi chñ nghÜa ViÖt Nam"        TCVN3, one sign for one letter
    "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"  VNI, a mark behind its letter

The stored source stays as posted; decoding tells for each letter where it stands in the source.
"""

from __future__ import annotations

import re
import unicodedata

# Letters of TCVN3 in the order of its table; capitals with tones are written in capital fonts, not in codes.
_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)

# VNI: a letter and the sign behind it; the same signs in capitals.
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_PLAIN_MARKS = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_CIRCUMFLEX_MARKS = {"â": "", "á": _ACUTE, "à": _GRAVE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_BREVE_MARKS = {"ê": "", "é": _ACUTE, "è": _GRAVE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}


def _vni() -> dict[str, str]:
    """Make the table of VNI: one or two signs of the text to one letter."""
    table = dict(_ALONE)
    for letter in "aeouy":
        table |= {letter + sign: letter + mark for sign, mark in _PLAIN_MARKS.items()}
    for letter in "aeo":
        table |= {letter + sign: letter + _CIRCUMFLEX + mark for sign, mark in _CIRCUMFLEX_MARKS.items()}
    table |= {"a" + sign: "a" + _BREVE + mark for sign, mark in _BREVE_MARKS.items()}
    for sign, letter in (("ô", "ơ"), ("ö", "ư")):
        table |= {sign + tone: letter + mark for tone, mark in _PLAIN_MARKS.items()}
    lower = {written: unicodedata.normalize("NFC", letter) for written, letter in table.items()}
    mixed = {written[0].upper() + written[1:]: letter.upper() for written, letter in lower.items()}
    return lower | mixed | {written.upper(): letter.upper() for written, letter in lower.items()}


_VNI = _vni()
_VNI_SIGN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

# Letters that only Unicode Vietnamese has; one of them and the text is not in an old encoding.
_MODERN = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]")
# Signs that only TCVN3 writes beside a letter: "x·", "v¨n", "§ång".
_TCVN3_SIGN = re.compile("(?<=[A-Za-z])[µ¸¶·¹¾¼½©®ª¬\xad¨]|[µ¸¶·¹¾¼½©®ª¬\xad§¨](?=[A-Za-z])")
_VNI_PAIR = re.compile(r"[aeouyAEOUY][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[öôÖÔ][ùøûõïÙØÛÕÏ]|ñ[aeouiyö]")
_FOREIGN = re.compile("[\xa1-\xff]")
FEWEST_SIGNS = 4
SHARE = 0.08  # of the signs; French and Spanish stay below
FEW = 5  # VNI writes pairs; TCVN3 writes one by chance for some of its own signs


def decode(source: str) -> tuple[str, list[int] | None]:
    """Decode a text in an old encoding; tells where each letter begins, or None where nothing changed."""
    if source.isascii() or _MODERN.search(source):
        return source, None
    foreign = len(_FOREIGN.findall(source))
    if foreign < max(FEWEST_SIGNS, len(source) * SHARE):
        return source, None
    tcvn3, vni = len(_TCVN3_SIGN.findall(source)), len(_VNI_PAIR.findall(source))
    if tcvn3 * FEW > vni:
        return "".join(_TCVN3.get(sign, sign) for sign in source), list(range(len(source) + 1))
    return _decode_vni(source) if vni * FEW > foreign else (source, None)


def _decode_vni(source: str) -> tuple[str, list[int]]:
    pieces: list[str] = []
    starts: list[int] = []
    done = 0
    for match in _VNI_SIGN.finditer(source):
        pieces += (source[done : match.start()], _VNI[match[0]])
        starts.extend(range(done, match.start()))
        starts.append(match.start())
        done = match.end()
    pieces.append(source[done:])
    starts.extend(range(done, len(source) + 1))
    return "".join(pieces), starts
