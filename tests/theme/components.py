"""The theme's components: their names, what `params.yaml` says of each parameter, and what the macros themselves take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from jinja2 import Environment, nodes

from .sheets import COMPONENTS


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter of a macro. type: as Python would write it; default: as YAML writes it, None where the parameter is required;
    means: what it is, in English."""

    name: str
    type: str
    default: str | None
    means: str


def names() -> tuple[str, ...]:
    """The folders of all components, in alphabetical order."""
    return tuple(sorted(path.name for path in COMPONENTS.iterdir()))


def documented(component: str) -> dict[str, tuple[Param, ...]]:
    """The parameters of each macro, as `params.yaml` has them; {} for a component that is a style alone."""
    path = COMPONENTS / component / "params.yaml"
    macros = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {macro: tuple(_params(params)) for macro, params in macros.items()}


def _params(params: dict[str, dict[str, object]]) -> Iterator[Param]:
    for name, said in params.items():
        default = _written(said["default"]) if "default" in said else None
        yield Param(name, str(said["type"]), default, str(said["means"]))


def macros() -> tuple[tuple[str, tuple[Param, ...]], ...]:
    """Every documented macro with its parameters."""
    return tuple(macro for component in names() for macro in documented(component).items())


def attributions(component: str, environment: Environment) -> dict[str, tuple[tuple[str, str | None], ...]]:
    """(parameter, its default or None where it is required) of each macro that other templates can import."""
    path = COMPONENTS / component / f"{component}.html"
    source = environment.parse(path.read_text(encoding="utf-8")) if path.is_file() else nodes.Template([])
    macros = (macro for macro in source.find_all(nodes.Macro) if not macro.name.startswith("_"))
    return {macro.name: tuple(_signature(macro)) for macro in macros}


def _signature(macro: nodes.Macro) -> Iterator[tuple[str, str | None]]:
    required: list[str | None] = [None] * (len(macro.args) - len(macro.defaults))
    defaults = (_written(default.as_const()) for default in macro.defaults)
    return zip((arg.name for arg in macro.args), [*required, *defaults], strict=True)


def _written(value: object) -> str:
    """A default as `params.yaml` writes it."""
    return (
        yaml.safe_dump(value, default_style='"' if isinstance(value, str) else None, width=1000)
        .removesuffix("...\n")
        .strip()
    )
