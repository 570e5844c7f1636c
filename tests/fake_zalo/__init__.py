"""A Zalo Bot API server of our own over real HTTP: what the documents and live bots tell, and their doubts.

    async with FakeZalo().serve() as fake:          # for the bot: fake.url, fake.token
        an = fake.user("An")
        fake.says(an, "/latest")                    # becomes an update
        hello = await fake.next_message(an)         # what the bot sent
        fake.fail_next("sendMessage", Fault.GATEWAY)
        assert fake.violations == []

Where sources disagree (`FakeZalo.behind_webhook`, `none_set`), the tests run every answer.
"""

from tests.fake_zalo.fake import FakeZalo, Person, Sent
from tests.fake_zalo.faults import Fault

__all__ = ["FakeZalo", "Fault", "Person", "Sent"]
