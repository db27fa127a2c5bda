"""What a Word template may say: fields, conditions and lists of our data, and nothing that runs.

A template comes from outside, so it is read before it is filled: only these words of the template
language are known, a list inside a list must be a part of it, and every name must be one of ours.
What is left over is filled in a sandbox.
"""

from jinja2 import Template, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

KNOWN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem,
    nodes.Const, nodes.For, nodes.If, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip
MOST_LOOPS = 80


class BadTemplate(ValueError):
    """What is wrong with a template, by a code and what was found there."""

    def __init__(self, code: str, said: str = "") -> None:
        super().__init__(code, said)
        self.code, self.said = code, said


class Sandbox(ImmutableSandboxedEnvironment):
    """Knows only the names it is given, and reads every source before it is compiled."""

    def __init__(self, names: frozenset[str], **options: object) -> None:
        super().__init__(autoescape=True, **options)
        self.names = names
        for known in (self.globals, self.filters, self.tests):
            known.clear()

    def from_string(self, source: str, *args: object, **kwargs: object) -> Template:
        check(self.parse(source), self.names)
        return super().from_string(source, *args, **kwargs)


def check(tree: nodes.Template, names: frozenset[str]) -> None:
    if len(list(tree.find_all(nodes.For))) > MOST_LOOPS:
        raise BadTemplate("too-many-lists")
    _check(tree, names, frozenset())


def _check(node: nodes.Node, names: frozenset[str], parts: frozenset[str]) -> None:
    """``parts`` are the names that lists around this node gave to what stands in them."""
    if not isinstance(node, KNOWN):
        raise BadTemplate("forbidden", type(node).__name__)
    _check_name(node, names | parts)
    if not isinstance(node, nodes.For):
        for child in node.iter_child_nodes():
            _check(child, names, parts)
        return
    _check(node.iter, names, parts)
    inside = parts | _target(node, parts)
    for child in (*node.body, *node.else_):
        _check(child, names, inside)


def _check_name(node: nodes.Node, names: frozenset[str]) -> None:
    if isinstance(node, nodes.Name) and node.name not in names | {"loop"}:
        raise BadTemplate("unknown", node.name)
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        raise BadTemplate("forbidden", node.attr)


def _target(node: nodes.For, parts: frozenset[str]) -> frozenset[str]:
    """What a list calls each of its rows. A list inside a list must be a part of a row of it:
    then the whole work is no more than the data is long."""
    root = node.iter
    while isinstance(root, nodes.Getattr | nodes.Getitem):
        root = root.node
    is_plain = isinstance(node.target, nodes.Name) and isinstance(root, nodes.Name)
    if not is_plain or node.recursive or node.test or (parts and root.name not in parts):
        raise BadTemplate("not-a-part")
    return frozenset({node.target.name})
