"""A template's tree in; Python that draws it quickly out.

A page has some hundred calls and some thousand fields, and Jinja's own code asks of each what the
theme never needs: whether a name is a key or an attribute, whether a function wants the context,
whether a macro's result is to be escaped. Here a field is an attribute, a call a call, and an
interface text that stands alone is part of the template. Templates keep their meaning but for two
things: a dictionary's key needs brackets, and a missing field is an AttributeError.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import partial
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, cast

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator
from jinja2.idtracking import VAR_LOAD_RESOLVE
from markupsafe import Markup, escape
from markupsafe import _escape_inner as _escaped  # type: ignore[attr-defined] # escape wraps anew

if TYPE_CHECKING:
    from jinja2.compiler import Frame, MacroRef

_ESCAPED: Callable[[str], str] = _escaped
MARK: partial[Markup] = partial(str.__new__, Markup)
"""What a macro drew, marked as safe: all that is put into it was escaped."""


def shown(value: object) -> str:
    """The text of a value as it stands in HTML: escaped, unless it is markup."""
    if type(value) is str:
        return _ESCAPED(value)
    return value if isinstance(value, Markup) else escape(value)


class QuickCode(CodeGenerator):
    """Jinja's compiler for a theme whose templates are trusted and are all escaped or all not."""

    def write_commons(self) -> None:
        """Also name what the code below calls."""
        self.writeline("shown = environment.shown")
        self.writeline("mark = environment.mark")
        super().write_commons()

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 Jinja's name
        """A field, as Python reads one."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 Jinja's name
        """A call, as Python makes one. No function of the theme asks for the context."""
        if any(iskeyword(each.key) for each in node.kwargs):
            self.fail("an argument named by a word of Python's", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        spread = (("*", node.dyn_args), ("**", node.dyn_kwargs))
        for sign, each in (*(("", one) for one in (*node.args, *node.kwargs)), *spread):
            if each is not None:
                self.write(sign)
                self.visit(each, frame)
                self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802 Jinja's name
        """Without an else it is an empty text, not an object that tells where it was written."""
        if node.expr2 is None:
            node = nodes.CondExpr(
                node.test, node.expr1, nodes.Const("", lineno=node.lineno), lineno=node.lineno
            )
        super().visit_CondExpr(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A function with the macro's arguments by their names."""
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            self.fail("a macro with varargs or kwargs", macro_ref.node.lineno)
        names = [each.name for each in macro_ref.node.args]
        taken = [f"{name}=missing" for name in names]
        if macro_ref.accesses_caller and "caller" not in names:
            names.append("caller")
            taken.append('caller=undefined("No caller defined", name="caller")')
        drawn = f"drawn({', '.join(names)})"
        drawn = f"mark({drawn})" if frame.eval_ctx.autoescape else drawn
        self.write(f"(lambda drawn: lambda {', '.join(taken)}: {drawn})(macro)")

    def _output_child_to_const(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        if self._is_text(node, frame):
            call = cast("nodes.Call", node)
            words: Any = self.environment.globals["t"]
            text = words(call.args[0].as_const())
            return str(escape(text)) if frame.eval_ctx.autoescape else str(text)
        return super()._output_child_to_const(node, frame, finalize)

    def _is_text(self, node: nodes.Expr, frame: Frame) -> bool:
        """Whether it is t("some.id"), and t the interface's words."""
        if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)):
            return False
        if node.node.name != "t" or node.kwargs or len(node.args) != 1:
            return False
        load = frame.symbols.find_load(frame.symbols.ref("t"))
        return load is not None and load[0] == VAR_LOAD_RESOLVE

    def _output_child_pre(
        self,
        node: nodes.Expr,  # noqa: ARG002 Jinja's signature
        frame: Frame,
        finalize: CodeGenerator._FinalizeInfo,  # noqa: ARG002 Jinja's signature
    ) -> None:
        self.write("shown(" if frame.eval_ctx.autoescape else "str(")


class QuickEnvironment(Environment):
    """Jinja's environment for templates that never change while it lives. Their globals are plain
    dictionaries: Jinja's chained maps are walked anew at every import, and a page imports many
    components."""

    code_generator_class = QuickCode
    shown = staticmethod(shown)
    mark = MARK

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._known: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """Return the template of this name, compiled once."""
        known = self._known.get(name) if isinstance(name, str) else name
        if known is None:
            known = super().get_template(name, parent, globals)
            self._known[str(name)] = known
        return known

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals as one dictionary."""
        return {**self.globals, **d} if d else self.globals
