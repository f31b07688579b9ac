"""Which machines may be asked for a page: those of the public net, at the very address that was looked up and checked."""

from __future__ import annotations

import socket
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Thread

from .about import Unreadable

Address = IPv4Address | IPv6Address
# Of the IPv6 net only what is given out, and of it not what the libraries of some Pythons do not know yet as kept back.
GIVEN_OUT, TRANSLATED = ip_network("2000::/3"), ip_network("64:ff9b::/96")
KEPT_BACK = tuple(map(ip_network, ("3fff::/20", "192.0.0.0/24", "192.88.99.0/24")))
ISATAP = (bytes.fromhex("00005efe"), bytes.fromhex("02005efe"))


def addresses_of(host: str, port: int, url: str, *, seconds: float, allow_private: bool) -> list[str]:
    """The addresses of a host, all of them public unless told otherwise."""
    places = _looked_up(host, port, seconds)
    if not places:
        raise Unreadable(url, f"no such host as {host}", "check the address, and the connection")
    if not allow_private and not all(is_public(place) for place in places):
        raise Unreadable(url, "an address inside a private network", "give the article as a file, or say --allow-private")
    return places


def _looked_up(host: str, port: int, seconds: float) -> list[str]:
    """What the name stands for; nothing when nobody says so in time, since a look-up can be stopped by nothing else."""
    found: list[str] = []

    def look_up() -> None:
        with suppress(OSError, UnicodeError):
            found.extend(str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))

    asked = Thread(target=look_up, daemon=True)
    asked.start()
    asked.join(seconds)
    return list(dict.fromkeys(found))


def is_public(place: str) -> bool:
    """Whether an address is one of the public net, also when it hides another in itself."""
    try:
        address = ip_address(place.partition("%")[0])
    except ValueError:
        return False
    if address.version == 6 and address not in GIVEN_OUT and address not in TRANSLATED:
        return False
    own = [] if address in TRANSLATED else [address]
    return all(map(_is_open, (*own, *_hidden(address))))


def _is_open(one: Address) -> bool:
    """Whether an address, taken as it stands, is one that anybody may be given."""
    kept = any(one.version == net.version and one in net for net in KEPT_BACK)
    return one.is_global and not kept and not one.is_multicast and not one.is_reserved


def _hidden(address: Address) -> list[Address]:
    """The IPv4 address that an IPv6 one leads to: mapped, 6to4, Teredo, ISATAP, or through a translator."""
    if isinstance(address, IPv4Address):
        return []
    if address in TRANSLATED or address.packed[8:12] in ISATAP:
        return [IPv4Address(address.packed[-4:])]
    inner = (address.ipv4_mapped, address.sixtofour, *(address.teredo or ()))
    return [one for one in inner if one is not None]
