"""Walk XML by local names: Word's two standards differ in their namespaces only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from .archive import Archive
from .model import Problem, RefusedError

Node = Any  # lxml has no types of its own


def parse(archive: Archive, name: str) -> Node:
    """Parse a part of an archive: no entities, no network, nothing deeper or longer than is usual."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(archive.read_xml(name), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RefusedError(Problem.DAMAGED) from error


def name_of(node: Node) -> str:
    """Give the local name, "" for comments and the like."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def children(node: Node | None, name: str) -> Iterator[Node]:
    """List the children of a name."""
    return (n for n in node if name_of(n) == name) if node is not None else iter(())


def child(node: Node | None, *path: str) -> Node | None:
    """Follow first children down a path of names."""
    for name in path:
        node = next(children(node, name), None)
    return node


def attribute(node: Node | None, name: str) -> str:
    """Read an attribute by its local name, "" where there is none."""
    if node is None:
        return ""
    return next((str(v) for key, v in node.attrib.items() if key.rpartition("}")[2] == name), "")


def value_of(node: Node | None, *path: str) -> str:
    """Read the attribute `val` at the end of a path: how Word writes most properties."""
    return attribute(child(node, *path), "val")


def is_on(node: Node | None, name: str) -> bool:
    """Tell whether a property that is on or off is there and on."""
    found = child(node, name)
    return found is not None and attribute(found, "val") not in ("0", "false", "off", "none")
