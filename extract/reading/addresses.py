"""Which machines may be asked for a page: those of the public net, at the very address that was looked up and checked."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address

from .about import Unreadable

Address = IPv4Address | IPv6Address


def addresses_of(host: str, port: int, url: str, *, allow_private: bool) -> list[str]:
    """The addresses of a host, all of them public unless told otherwise."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unreadable(url, f"no such host as {host}", "check the address, and the connection") from None
    places = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allow_private and not all(is_public(place) for place in places):
        raise Unreadable(url, "an address inside a private network", "give the article as a file, or say --allow-private")
    return places


def is_public(place: str) -> bool:
    """Whether an address is one of the public net, also when it hides another in itself."""
    try:
        address = ip_address(place.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in (address, *_hidden(address)))


def _hidden(address: Address) -> list[Address]:
    """The IPv4 address that an IPv6 one leads to: mapped, 6to4, Teredo, or through a translator."""
    if isinstance(address, IPv4Address):
        return []
    if address.packed.startswith(bytes.fromhex("0064ff9b")):
        return [IPv4Address(address.packed[-4:])]
    inner = (address.ipv4_mapped, address.sixtofour, *(address.teredo or ()))
    return [one for one in inner if one is not None]
