"""Numbers for Prometheus; nothing of what anybody wrote, and no ids."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from bot.service import Service
from storage import records, usage

MEDIA_TYPE = CONTENT_TYPE_PLAIN_0_0_4


class _Numbers:
    """What was looked up, as a collector."""

    def __init__(self, found: list[Metric]):
        self._found = found

    def collect(self) -> Iterator[Metric]:
        """Give them."""
        return iter(self._found)


async def write(service: Service) -> bytes:
    """Write the numbers of this moment."""
    registry = CollectorRegistry()
    registry.register(_Numbers([*_counted(service), *await _stored(service)]))
    return generate_latest(registry)


def _counted(service: Service) -> Iterator[Metric]:
    """Write what was counted since the start."""
    updates = CounterMetricFamily("sohop_updates", "Updates stored", labels=["platform"])
    sent = CounterMetricFamily("sohop_answers", "Messages sent", labels=["platform"])
    errors = CounterMetricFamily("sohop_errors", "What went wrong", labels=["platform", "kind"])
    deliveries = CounterMetricFamily(
        "sohop_deliveries", "What came by webhook", labels=["platform", "status"]
    )
    took = HistogramMetricFamily(
        "sohop_answer_seconds", "From taking up an update to its stored answer", labels=["platform"]
    )
    for platform, watch in service.watches.items():
        updates.add_metric([platform], watch.updates)
        sent.add_metric([platform], watch.sent)
        took.add_metric([platform], list(watch.buckets()), watch.seconds)
        for kind, count in sorted(watch.errors.items()):
            errors.add_metric([platform, kind], count)
        for status, count in sorted(watch.deliveries.items()):
            deliveries.add_metric([platform, str(status)], count)
    yield from (updates, sent, errors, deliveries, took)


async def _stored(service: Service) -> Iterator[Metric]:
    """Write what stands in the database."""
    queue = GaugeMetricFamily("sohop_queue", "Rows that wait", labels=["queue"])
    month = GaugeMetricFamily("sohop_month_messages", "Messages of this month", labels=["platform"])
    quota = GaugeMetricFamily("sohop_month_quota", "What a month allows, 0 is no limit", labels=["platform"])
    priced = GaugeMetricFamily(
        "sohop_month_priced_messages",
        "Messages of this month by what they cost",
        labels=["platform", "price"],
    )
    async with service.database.session() as session:
        for name, count in (await records.waiting(session)).items():
            queue.add_metric([name], count)
        for platform, most in service.program.monthly.items():
            month.add_metric([platform], await usage.total(session, platform, service.clock()))
            quota.add_metric([platform], most)
        for platform in service.program.priced:
            for price, count in (await usage.prices(session, platform, service.clock())).items():
                priced.add_metric([platform, price], count)
    return iter((queue, month, quota, priced))
