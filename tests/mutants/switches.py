"""Writes all changes of cargo-mutants into one copy of the source, each behind a switch that is thrown at run time.

A change that needs a build of its own costs half a minute with this package's integration tests; behind a switch it
costs the tests that reach it. A switch is `crate::mutation::on(N)`, N being the change's place in the list.
"""

from pathlib import Path

import tree_sitter
import tree_sitter_rust

RUST = tree_sitter.Parser(tree_sitter.Language(tree_sitter_rust.language()))

# The module that each switch asks. With SWITCH a change is made; with SWITCHES_REACHED each switch that is asked for the
# first time adds its number to that file.
MODULE = """
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

static REACHED: [AtomicBool; %(count)d] = [const { AtomicBool::new(false) }; %(count)d];

pub fn on(number: usize) -> bool {
    static CHOSEN: OnceLock<(Option<usize>, Option<std::ffi::OsString>)> = OnceLock::new();
    let (chosen, file) = CHOSEN.get_or_init(|| {
        let chosen = std::env::var("SWITCH").ok().and_then(|it| it.parse().ok());
        (chosen, std::env::var_os("SWITCHES_REACHED"))
    });
    if let Some(file) = file && !REACHED[number].swap(true, Ordering::Relaxed) {
        use std::io::Write as _;
        let file = std::fs::OpenOptions::new().append(true).create(true).open(file);
        let _ = file.and_then(|mut file| file.write_all(format!("{number}\\n").as_bytes()));
    }
    *chosen == Some(number)
}
"""


def on(number: int) -> str:
    return f"crate::mutation::on({number})"


class File:
    """One file's source with its changes, as cargo-mutants lists them."""

    def __init__(self, source: str, changes: dict[int, dict]):
        self.source = source.encode()
        self.lines = [0]
        for line in self.source.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))
        self.tree = RUST.parse(self.source)
        # What is done to a node, by where it stands: functions from its text to its text.
        self.edits: dict[tuple[int, int, str], list] = {}
        # What is put before a place.
        self.inserts: dict[int, str] = {}
        # Changes that no switch can make.
        self.left_out: set[int] = set()
        for number, change in changes.items():
            if not self.plan(number, change):
                self.left_out.add(number)

    def place(self, point: dict) -> int:
        """Lines and columns count from one, columns in characters."""
        start = self.lines[point["line"] - 1]
        line = self.source[start : self.lines[point["line"]]].decode()
        return start + len(line[: point["column"] - 1].encode())

    def edit(self, node, how) -> None:
        self.edits.setdefault((node.start_byte, node.end_byte, node.type), []).append(how)

    def plan(self, number: int, change: dict) -> bool:
        start, end = self.place(change["span"]["start"]), self.place(change["span"]["end"])
        return getattr(self, change["genre"])(number, change["replacement"], start, end)

    def FnValue(self, number, replacement, start, _end) -> bool:
        early = f"if {on(number)} {{ return {replacement}; }}\n"
        self.inserts[start] = self.inserts.get(start, "") + early
        return True

    def BinaryOperator(self, number, replacement, start, end) -> bool:
        node = self.tree.root_node.descendant_for_byte_range(start, end).parent
        if node.type not in ("binary_expression", "compound_assignment_expr"):
            return False
        self.edit(node, lambda text, parts: f"(if {on(number)} {{ {parts[0]} {replacement} {parts[1]} }} else {{ {text} }})")
        return True

    def UnaryOperator(self, number, _replacement, start, end) -> bool:
        node = self.tree.root_node.descendant_for_byte_range(start, end).parent
        if node.type != "unary_expression":
            return False
        self.edit(node, lambda text, parts: f"(if {on(number)} {{ {parts[0]} }} else {{ {text} }})")
        return True

    def pattern(self, start, end):
        node = self.tree.root_node.descendant_for_byte_range(start, end)
        while node and node.type != "match_pattern":
            node = node.parent
        return node

    def MatchArmGuard(self, number, replacement, start, end) -> bool:
        node = self.pattern(start, end)
        if not node or node.child_by_field_name("condition") is None:
            return False
        guarded = (lambda it: f"{on(number)} || ({it})") if replacement == "true" else (lambda it: f"!{on(number)} && ({it})")
        self.edit(node, lambda text, parts: (parts[0], guarded(parts[1])))
        return True

    def MatchArm(self, number, _replacement, start, end) -> bool:
        node = self.pattern(start, start + 1)
        if not node or not self.has_a_rest(node.parent.parent):
            return False
        with_it = lambda parts: f"!{on(number)}" + (f" && ({parts[1]})" if parts[1] else "")
        self.edit(node, lambda text, parts: (parts[0], with_it(parts)))
        return True

    def has_a_rest(self, arms) -> bool:
        """Whether one arm takes all that no other takes; without it, the compiler wants each arm."""
        patterns = [arm.child_by_field_name("pattern") for arm in arms.named_children if arm.type == "match_arm"]
        return any(it.text == b"_" for it in patterns)

    def StructField(self, number, _replacement, start, _end) -> bool:
        node = self.tree.root_node.descendant_for_byte_range(start, start + 1)
        while node and node.type not in ("field_initializer", "shorthand_field_initializer"):
            node = node.parent
        if not node:
            return False
        base = next((it for it in node.parent.children if it.type == "base_field_initializer"), None)
        if base is None:
            return False
        base = self.source[base.start_byte : base.end_byte].decode().removeprefix("..")
        self.edit(node, lambda text, parts: (parts[0], f"if {on(number)} {{ {base}.{parts[0]} }} else {{ {parts[1]} }}"))
        return True

    def text(self, node) -> str:
        return self.between(node, node.start_byte, node.end_byte)

    def between(self, node, start: int, end: int) -> str:
        """The node's source from start to end, with what was done to what stands in it."""
        pieces, at = [], start
        for child in node.children:
            if child.start_byte < start or child.end_byte > end:
                continue
            pieces.append(self.source[at : child.start_byte].decode())
            pieces.append(self.inserts.get(child.start_byte, "") if self.first_at(child) else "")
            pieces.append(self.render(child))
            at = child.end_byte
        pieces.append(self.source[at:end].decode())
        return "".join(pieces)

    def first_at(self, node) -> bool:
        """Whether the node is the widest that begins where it does, save the whole file."""
        parent = node.parent
        return parent is None or parent.start_byte != node.start_byte or parent.parent is None

    def render(self, node) -> str:
        edits = self.edits.get((node.start_byte, node.end_byte, node.type), [])
        text = self.text(node)
        if not edits:
            return text
        if node.type == "match_pattern":
            condition = node.child_by_field_name("condition")
            parts = (self.text(node.children[0]), self.render(condition) if condition else "")
            for edit in edits:
                parts = edit("", parts)
            return f"{parts[0]} if {parts[1]}"
        if node.type == "field_initializer":
            value = node.child_by_field_name("value")
            parts = (self.text(node.child_by_field_name("field")), self.render(value))
        elif node.type == "shorthand_field_initializer":
            parts = (text, text)
        else:
            fields = [node.child_by_field_name(name) for name in ("left", "right")]
            if fields[0] is None:
                fields = [node.children[-1]]
            parts = tuple(self.render(it) for it in fields)
            for edit in edits:
                text = edit(text, parts)
            return text
        for edit in edits:
            parts = edit("", parts)
        return f"{parts[0]}: {parts[1]}"

    def written(self) -> str:
        return self.render(self.tree.root_node)


def write(tree: Path, changes: dict[int, dict]) -> set[int]:
    """Puts the changes into the copied tree; answers with those for which there is no switch."""
    left_out = set()
    for name in sorted({change["file"] for change in changes.values()}):
        path = tree / name
        file = File(path.read_text(), {n: it for n, it in changes.items() if it["file"] == name})
        # A switch is asked at run time.
        path.write_text(file.written().replace("const fn ", "fn "))
        left_out |= file.left_out
    (tree / "src/mutation.rs").write_text(MODULE % {"count": max(changes) + 1})
    # Programs that a test starts without its environment are changed as well.
    for path in (tree / "tests/it").rglob("*.rs"):
        source = path.read_text()
        kept = '.env_clear().envs(std::env::vars().filter(|(name, _)| name.starts_with("SWITCH")))'
        if ".env_clear()" in source:
            path.write_text(source.replace(".env_clear()", kept))
    library = tree / "src/lib.rs"
    library.write_text(library.read_text() + "\npub mod mutation;\n")
    return left_out


def holding(source: bytes, offset: int) -> set[int]:
    """The switches whose change stands at this place of a written file."""
    node = RUST.parse(source).root_node.descendant_for_byte_range(offset, offset)
    while node:
        if node.type == "if_expression":
            condition, changed = node.child_by_field_name("condition"), node.child_by_field_name("consequence")
            if condition.text.startswith(b"crate::mutation::on(") and condition.start_byte <= offset < changed.end_byte:
                return {int(condition.text.partition(b"(")[2].partition(b")")[0])}
        if node.type == "match_pattern" and b"crate::mutation::on(" in node.text:
            return {int(it.partition(b")")[0]) for it in node.text.split(b"crate::mutation::on(")[1:]}
        node = node.parent
    return set()
