"""A fault in the theme is told with its template and line."""

from __future__ import annotations

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.desk.template_faults import fault_in_template
from plugins.engine.build.workers import batches, shared


@pytest.mark.parametrize(
    ("source", "line"),
    [("甲\n{{ a.b.c }}\n", 2), ("甲\n乙\n{% if %}\n", 3), ("{{ 1 / 0 }}\n", 1), ('甲\n{% include "none.html" %}\n', 2)],
    ids=["undefined", "syntax", "arithmetic", "not there"],
)
@pytest.mark.parametrize("folder", ["theme/components/part", "theme/templates/components/part"])
@pytest.mark.parametrize("processes", [1, 2])
def test_a_fault_names_the_template_and_the_line(tmp_path, source, line, processes, folder):
    templates = tmp_path / "theme/templates"
    for each in (tmp_path / folder, templates):
        each.mkdir(parents=True, exist_ok=True)
    (templates / "page.html").write_text('甲\n{% include "components/part/part.html" %}\n', encoding="utf-8")
    (tmp_path / folder / "part.html").write_text(source, encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader([tmp_path / "theme", templates]), undefined=StrictUndefined, autoescape=True
    )

    def make(_: int) -> str:
        return environment.get_template("page.html").render(a="甲")

    with pytest.raises(Exception) as caught:  # noqa: PT011  whatever the template raises
        list(shared(batches(range(4), 1), make, processes))
    found = fault_in_template(caught.value)
    assert (found.code, found.place.file, found.place.line) == ("PL07", f"{folder}/part.html", line)


def test_a_fault_elsewhere_is_none_of_a_template():
    with pytest.raises(ValueError, match="甲") as caught:
        raise ValueError("甲")
    assert fault_in_template(caught.value) is None
