"""The strict default: only the public internet, by whatever name or form an address comes."""

from __future__ import annotations

import ipaddress

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.links.problems import LinkError, Problem
from bot.links.reach import Policy, checked, is_public

NOT_PUBLIC = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.100.100.200",
    "100.127.255.254",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:100.64.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::169.254.169.254",
    "64:ff9b:1::8.8.8.8",
    "64:ff9b::168.63.129.16",
    "2002:7f00:1::",
    "2002:a00:1::",
    "2002:a9fe:a9fe::",
    "2001:0:4136:e378:8000:63bf:f5ff:fffe",
    "2001:db8::1",
    "2606:4700::5efe:10.0.0.1",
    "2606:4700::200:5efe:192.168.0.1",
    "fc00::1",
    "fd00:ec2::254",
    "fd12:3456:789a::1",
    "fe80::1",
    "fe80::1%eth0",
    "2606:4700::1111%eth0",
    "fec0::1",
    "ff02::1",
    "100::1",
    "4000::1",
]
PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "113.160.0.1",
    "203.162.0.1",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "169.253.255.255",
    "2001:ee0::1",
    "2606:4700:4700::1111",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
    "2002:808:808::1",
]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_what_is_not_of_the_public_internet_is_not_reached(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_of_the_public_internet_is_reached(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@given(st.ip_addresses(v=4))
def test_an_address_is_as_public_in_every_form_that_wraps_it(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    forms = (0xFFFF << 32 | number, 0x64FF9B << 96 | number, 0x2002 << 112 | number << 80)

    for form in forms:
        assert is_public(ipaddress.IPv6Address(form)) <= is_public(address)


@given(st.ip_addresses(v=6))
def test_all_that_is_public_in_ipv6_was_given_out(address: ipaddress.IPv6Address) -> None:
    if is_public(address):
        assert int(address) >> 125 == 1 or int(address) >> 32 in (0xFFFF, 0x64FF9B << 64)


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("ftp://xa.example/a.pdf", Problem.ADDRESS),
        ("file:///etc/passwd", Problem.ADDRESS),
        ("javascript:alert(1)", Problem.ADDRESS),
        ("http:///tin", Problem.ADDRESS),
        ("http://an@xa.example/", Problem.ADDRESS),
        ("http://an:mat-khau@xa.example/", Problem.ADDRESS),
        ("http://:@xa.example/", Problem.ADDRESS),
        ("http://2130706433/", Problem.ADDRESS),
        ("http://0x7f000001/", Problem.ADDRESS),
        ("http://0x7f.1/", Problem.ADDRESS),
        ("http://127.1/", Problem.ADDRESS),
        ("http://127.0.0.1./", Problem.ADDRESS),
        ("http://0/", Problem.ADDRESS),
        ("http://134744072/", Problem.ADDRESS),
        ("http://xa.example/" + "a" * 2000, Problem.ADDRESS),
        ("http://xa.example:8080/", Problem.PORT),
        ("https://xa.example:22/", Problem.PORT),
        ("http://xa.example:0/", Problem.PORT),
    ],
)
def test_an_odd_address_is_refused_before_anybody_is_asked(address: str, problem: Problem) -> None:
    with pytest.raises(LinkError) as refused:
        checked(httpx.URL(address), Policy())

    assert refused.value.problem is problem


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("http://xa.example/tin#phan-2", "http://xa.example/tin"),
        ("https://xa.example:443/tin", "https://xa.example/tin"),
        ("http://xa.example:443/tin", "http://xa.example:443/tin"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://[2001:ee0::1]/", "http://[2001:ee0::1]/"),
        ("http://xã-hòa-lộc.vn/tin tức", "http://xn--x-ha-lc-xwa1l6144a.vn/tin%20t%E1%BB%A9c"),
        ("http://so7.tinh.example/", "http://so7.tinh.example/"),
    ],
)
def test_a_usual_address_is_kept_without_its_fragment(address: str, kept: str) -> None:
    assert str(checked(httpx.URL(address), Policy())) == kept
