"""What a report's own words offer for a field that staff mend."""

from __future__ import annotations

import pytest

from reports import offers, read_report

HELD = "Ngày 02/10/2026, tại Hội trường UBND phường An Lạc, Đảng ủy phường họp với Trường Tiểu học An Lạc."


@pytest.mark.parametrize("source", [HELD, HELD.replace("Hội trường", "HỘI TRƯỜNG")])
def test_a_hall_is_not_offered_as_a_school(source: str) -> None:
    offered = [body.text for body in offers.bodies(read_report(source))]

    assert "UBND phường An Lạc" in offered
    assert "Trường Tiểu học An Lạc" in offered
    assert not any("trường UBND" in body or "TRƯỜNG UBND" in body for body in offered)
