"""Questions in English, over reports of strangers and other offices; Vietnamese is not taken for it."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from handlers.asking import english_words, words
from handlers.asking.english import in_vietnamese
from handlers.asking.shortening import as_typed
from handlers.asking.tokens import is_english, tokens_of
from reports import read_report
from reports.syllables import is_syllable
from storage.db import Database
from tests.handlers.asking import NOW, Book
from tests.questions.spellings import spellings
from tests.questions.table import answered, english, others, others_reports, strangers_reports, unanswerable
from tests.questions.test_questions import says_alone

LATER = datetime(2026, 11, 26, 9, 0, tzinfo=timezone(timedelta(hours=7)))


@pytest.mark.parametrize(
    ("name", "texts", "now"), [("strangers", strangers_reports, LATER), ("others", others_reports, NOW)]
)
async def test_questions_in_english_are_answered(
    db: Database, name: str, texts: Callable[[], list[str]], now: datetime
) -> None:
    book = Book(db, now=now)
    for text in texts():
        await book.keep(read_report(text))
    asked = list(english(name))

    answers = [(one, await says_alone(book, one.questions[0])) for one in asked]

    assert len(asked) >= 15
    assert [(one.questions, answer) for one, answer in answers if not one.is_right(answer)] == []


def test_questions_in_vietnamese_are_not_read_as_english() -> None:
    """Those with words of English in them are few, and change nothing else."""
    asked = [*(one.question for one in answered()), *(one.question for one in others()), *unanswerable()]
    vietnamese = [question for question in asked if not is_english(tokens_of(question))]
    spelt = [s for question in vietnamese for how, s in spellings(question).items() if how != "typos"]

    assert len(vietnamese) > 0.9 * len(asked)
    assert [s for s in spelt if in_vietnamese(tokens_of(s)) != tokens_of(s)] == []


@pytest.mark.parametrize(
    "question",
    [
        "dịch vụ công online thế nào",
        "dự án Green Industrial Park chậm vì sao",
        "website của xã đã cập nhật chưa",
        "hồ sơ online tồn đọng bao nhiêu",
        "lap camera va wifi o nha van hoa toi dau roi",
    ],
)
def test_words_of_english_do_not_make_a_question_english(question: str) -> None:
    assert in_vietnamese(tokens_of(question)) == tokens_of(question)


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("the rice output of Muong Khoa commune", "the san luong lua xa muong khoa"),
        ("Muong Khoa commune's budget revenue", "thu ngan sach xa muong khoa"),
        ("who must build new classrooms", "who must xay dung phong hoc moi"),
        ("tasks of the women's union", "tasks of the hoi lien hiep phu nu"),
        ("what did Ms Loan say about bad loans", "what did ms loan say about no xau"),
        ("which loans of the farmers are overdue", "which vay of the nong dan are overdue"),
        ("why did ward 5 miss the target", "why did phuong 5 miss the target"),
        ("who is the director of the health department", "who is the giam doc of the so y te"),
        ("must police patrol the night market in hamlet three", "must cong an tuan tra the cho dem in ap 3"),
        ("who has to buy frobnicators", "who has to mua frobnicators"),
        ("who won the school prize in biology", "who won the giai truong in sinh hoc"),
        ("the number of medical visits", "the number of luot kham"),
        ("tasks due by the end of June", "tasks due by june"),
        ("tasks due by the end of this month", "tasks due den het thang nay"),
        ("tasks due by the end of the year", "tasks due den het nam nay"),
        ("tasks due by end of May", "tasks due by thang 5"),
        ("what was due in may", "what was due in thang 5"),
        ("meetings held on 30th of June 2026", "meetings held on 30/6/2026"),
        ("meetings held on June 30", "meetings held on 30/6"),
        (
            "budget revenue in Sept and in the 1st quarter",
            "thu ngan sach in september and in the first quarter",
        ),
        ("the nine-month revenue", "the nine months doanh thu"),
        ("the tasks of week 47", "the tasks of tuan 47"),
    ],
)
def test_what_is_asked_in_english_is_put_into_the_words_of_reports(question: str, written: str) -> None:
    assert " ".join(token.word for token in in_vietnamese(tokens_of(question))) == written


@pytest.mark.parametrize("name", ["strangers", "others"])
def test_a_question_in_english_is_written_again_as_one(name: str) -> None:
    """Buttons ask for more by the words of the question."""
    for one in english(name):
        once = in_vietnamese(tokens_of(one.questions[0]))
        again = in_vietnamese(tokens_of(as_typed(once)))
        assert [token.word for token in again] == [token.word for token in once]


def test_the_list_names_much_and_every_name_once() -> None:
    names = english_words.from_english()
    lines = (line.partition("=")[0] for line in words.lines("english"))
    listed = [
        english_words._in_singular(n.split()) for line in lines for n in english_words.names_in(line)[1]
    ]

    assert len(names) > 900
    assert sorted(n for n in set(listed) if listed.count(n) > 1) == []
    assert all(name.vietnamese and all(name.vietnamese) for name in names.values())
    assert not any(
        english_words.is_english(name)
        for name in names
        if is_syllable(name) and name not in english_words.IN_ENGLISH
    )
