import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.codes import Code, parse_code, span_of
from reports.model import ItemKind, Report
from tests.storage.examples import FULL, SOURCE

CODES = st.builds(Code, st.integers(1, 10**9 - 1), st.sampled_from(ItemKind), st.integers(0, 99_999))


@given(CODES | st.builds(Code, st.integers(1, 10**9 - 1)))
def test_a_code_is_read_as_it_is_written(code: Code) -> None:
    assert parse_code(str(code)) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("12.3", Code(12, ItemKind.TASK, 3)),
        (" 12 . 3 ", Code(12, ItemKind.TASK, 3)),
        ("12,3", Code(12, ItemKind.TASK, 3)),
        ("12.C3", Code(12, ItemKind.TARGET, 3)),
        ("12.h 3", Code(12, ItemKind.LIMITATION, 3)),
        ("12.n3", Code(12, ItemKind.CAUSE, 3)),
        ("12.u3", Code(12, ItemKind.STRENGTH, 3)),
        ("12.p3", Code(12, ItemKind.PERSON, 3)),
        ("12", Code(12)),
    ],
)
def test_codes_are_read_as_people_type_them(typed: str, code: Code) -> None:
    assert parse_code(typed) == code


@pytest.mark.parametrize(
    "typed", ["", "abc", "12.", ".3", "12.x3", "12.3.4", "12/3", "-1", "1234567890", "1.123456"]
)
def test_what_is_no_code_is_not_read(typed: str) -> None:
    assert parse_code(typed) is None


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("1.1", "rà soát hộ nghèo"),
        ("1.2", "trồng 40 ha"),
        ("1.c2", "trồng rừng"),
        ("1.h1", "giải ngân còn chậm"),
        ("1.n1", "thiếu vốn"),
        ("1.u1", "đường làng sạch"),
        ("1.p1", "Lê Văn Bốn"),
        ("1", "Xã Tân Thuận giao ban tháng 02/2026"),
    ],
)
def test_a_code_leads_to_the_words_of_its_item(code: str, words: str) -> None:
    parsed = parse_code(code)
    assert parsed
    span = span_of(FULL, parsed)

    assert span
    assert SOURCE[span.start : span.end] == span.text == words


@pytest.mark.parametrize("code", ["1.0", "1.3", "1.c0", "1.c3", "1.h2", "1.p99999"])
def test_an_item_that_is_not_there_is_not_found(code: str) -> None:
    parsed = parse_code(code)
    assert parsed

    assert span_of(FULL, parsed) is None


def test_a_report_without_title_is_shown_by_its_first_line() -> None:
    span = span_of(Report(source="\n  Mai họp lúc 8 giờ \nTại xã"), Code(1))

    assert span
    assert (span.start, span.text) == (3, "Mai họp lúc 8 giờ")
