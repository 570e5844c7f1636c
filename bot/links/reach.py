"""Which addresses may be reached: those of the public internet, and no other by whatever name or form."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network

import httpx

from bot.links.problems import LinkError, Problem

Address = IPv4Address | IPv6Address

_PUBLIC_V6 = IPv6Network("2000::/3")  # all that is given out; the rest is local, or wraps something
_NAT64 = IPv6Network("64:ff9b::/96")
_LOCAL_NAT64 = IPv6Network("64:ff9b:1::/48")
_NOT_PUBLIC = (
    ipaddress.IPv4Network("192.0.0.0/24"),  # of protocols; a cloud's metadata (Oracle) among them
    ipaddress.IPv4Network("192.88.99.0/24"),  # relays of 6to4, given up since
    ipaddress.IPv4Network("168.63.129.16/32"),  # the inside of a machine in a cloud (Azure)
)
"""What Python takes for public by its number."""
_NUMERIC = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)\.?", re.IGNORECASE)
LONGEST = 2000
DEFAULT_PORTS = {"http": 80, "https": 443}


def is_public(address: Address) -> bool:
    """Tell whether an address is one of the public internet, through every form that wraps another."""
    if isinstance(address, IPv4Address):
        usual = address.is_global and not address.is_multicast and not address.is_reserved
        return usual and not any(address in network for network in _NOT_PUBLIC)
    wrapped = list(_wrapped(address))
    if not all(map(is_public, wrapped)):
        return False
    if address.ipv4_mapped or address in _NAT64:
        return True
    usual = address.is_global and not address.is_multicast and not address.is_reserved
    return usual and address in _PUBLIC_V6 and address not in _LOCAL_NAT64 and address.scope_id is None


def _wrapped(address: IPv6Address) -> Iterator[IPv4Address]:
    """Give the IPv4 addresses that one of IPv6 leads to."""
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    last = IPv4Address(int(address) & 0xFFFFFFFF)
    if address in _NAT64 or (int(address) >> 32) & 0xFFFFFFFF in (0x5EFE, 0x02005EFE):  # ISATAP
        yield last


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be reached; a test may reach what it started itself."""

    admits: Callable[[Address], bool] = is_public
    ports: frozenset[int] = frozenset(DEFAULT_PORTS.values())


def checked(url: httpx.URL, policy: Policy) -> httpx.URL:
    """Look an address over before anything is asked of the network. Raises LinkError."""
    if url.scheme not in DEFAULT_PORTS or not url.host or len(str(url)) > LONGEST:
        raise LinkError(Problem.ADDRESS)
    if url.userinfo or _is_odd_number(url.host):
        raise LinkError(Problem.ADDRESS)
    if port_of(url) not in policy.ports:
        raise LinkError(Problem.PORT)
    return url.copy_with(fragment=None)


def port_of(url: httpx.URL) -> int:
    """Give the port that an address names, or the one of its scheme."""
    return DEFAULT_PORTS[url.scheme] if url.port is None else url.port


def _is_odd_number(host: str) -> bool:
    """Tell a host that is a number in another form than four decimals (2130706433, 0x7f.1, 0177.0.0.1)."""
    if ":" in host or not _NUMERIC.fullmatch(host):
        return False
    try:
        return str(IPv4Address(host)) != host
    except ValueError:
        return True
