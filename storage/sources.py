"""The texts that reports were read from, and the web addresses that these came from."""

from __future__ import annotations

import hashlib

from storage.db import Row, Session


async def exchange(session: Session, row: Row, source: str) -> None:
    """Put a text in the place of another; one that comes back has the web address that it had."""
    number = row["id"]
    if row["source"] == source:
        return
    if row["address"]:
        await session.write(
            "INSERT OR REPLACE INTO earlier_address (report_id, digest, address) VALUES (?, ?, ?)",
            [number, _digest(row["source"]), row["address"]],
        )
    await session.write(
        """
        UPDATE source SET text = ?1, address = (
            SELECT address FROM earlier_address WHERE report_id = ?2 AND digest = ?3
        ) WHERE report_id = ?2
        """,
        [source, number, _digest(source)],
    )


async def came_from(session: Session, number: int, address: str | None) -> None:
    """Tell from which web address a report's text is."""
    await session.write("UPDATE source SET address = ? WHERE report_id = ?", [address, number])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
