"""The data dictionary as one page of Markdown: every public table and column, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from warehouse.export.catalogue import Table
from warehouse.export.keys import TableKeys


def dictionary(release: str, tables: Sequence[Table], keys: Mapping[str, TableKeys]) -> str:
    """The page."""
    return "\n".join([*_contents(release, tables), *_sections(tables, keys)]) + "\n"


def _contents(release: str, tables: Sequence[Table]) -> Iterator[str]:
    yield "# 数据字典 Data dictionary"
    yield f"\n发布版 release `{release}`\n"
    yield "| 表 table | 名称 title | 行数 rows |\n|---|---|---:|"
    for table in tables:
        anchor = table.full_name.replace(".", "")
        yield f"| [{table.full_name}](#{anchor}) | {_cell(table.title)} | {table.n_rows:,} |"


def _sections(tables: Sequence[Table], keys: Mapping[str, TableKeys]) -> Iterator[str]:
    for table in tables:
        yield f"\n## {table.full_name}\n\n{table.description}\n"
        yield from _keys(keys[table.full_name])
        yield "| 列 column | 名称 title | 类型 type | 单位 unit | 说明 description |"
        yield "|---|---|---|---|---|"
        for c in table.columns:
            cells = (f"`{c.name}`", c.title, c.type, c.unit or "", c.description)
            yield f"| {' | '.join(_cell(text) for text in cells)} |"


def _keys(keys: TableKeys) -> Iterator[str]:
    if keys.primary:
        yield f"主键 primary key: {', '.join(f'`{name}`' for name in keys.primary)}\n"
    for column, to, there in keys.foreign:
        yield f"外键 foreign key: `{column}` → `{to.full_name}.{there}`\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
