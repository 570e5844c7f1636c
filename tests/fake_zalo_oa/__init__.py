"""A server of our own for an Official Account over real HTTP: OAuth v4, messages, uploads, windows, webhook.

    async with FakeOa().serve() as fake:           # for the bot: fake.url, fake.settings()
        an = fake.user("An")
        await fake.says(an, "/latest")              # is pushed to the webhook, signed
        hello = await fake.next_message(an)         # what the bot sent
        await fake.taps(an, hello, "Xem báo cáo 1")
        fake.fail_next("message/cs", Fault.GATEWAY)
        fake.later = 3 * DAY                        # windows count from the last thing that a person did
        assert fake.violations == []

Refresh tokens are used up by their first use, as in life.
"""

from tests.fake_zalo_oa.fake import DAY, HOUR, FakeOa, Person, Sent
from tests.fake_zalo_oa.faults import Fault

__all__ = ["DAY", "HOUR", "FakeOa", "Fault", "Person", "Sent"]
