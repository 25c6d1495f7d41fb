"""`juesuan show`: one filing as the warehouse has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from juesuan.places import where

if TYPE_CHECKING:
    from warehouse.filing import FilingView

Row = dict[str, Any]


@click.command()
@click.argument("filing")
@click.option("--form", help="Only this form, by its key (expenditure_by_function …).")
@click.option(
    "--home", type=click.Path(file_okay=False, path_type=Path), envvar="JUESUAN_HOME",
    help="The warehouse.  [default: warehouse/data]",
)  # fmt: skip
@click.option("--release", "said", help="An earlier release: its number or id, or a day.")
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True,
    help="Language of places and findings; json has both.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="All of it as one JSON object.")
def command(
    filing: str, form: str | None, home: Path | None, said: str | None, lang: str, *, as_json: bool
) -> None:
    """Show FILING: what it is, its versions, each value with its place, and its findings.

    FILING is the id, or its beginning, or the path under which it was dropped, or the file's name.

    \b
    Examples:
      juesuan show a3570272
      juesuan show 县财政局2023年度部门决算公开.txt --form three_public
      juesuan show a3570272 --json | jq '.values[] | select(.value_source == "unread")'
    """  # noqa: D301 (click's \b keeps the lines apart)
    from warehouse.as_of import release_of
    from warehouse.filing import UnknownFiling, called, view
    from warehouse.home import Home
    from warehouse.reader import open_release
    from warehouse.release import UnknownRelease

    place = Home.find(home)
    try:
        with open_release(release_of(place, said) if said else place.current) as con:
            seen = view(con, called(con, filing), form)
    except FileNotFoundError as error:
        raise _unusable(
            f"{place.current}: there is no release yet; juesuan build makes one"
        ) from error
    except (UnknownFiling, UnknownRelease) as error:
        raise _unusable(str(error)) from error
    if as_json:
        click.echo(json.dumps(asdict(seen), ensure_ascii=False, indent=1, default=str))
        return
    for line in _lines(seen, lang):
        click.echo(line)


def _unusable(message: str) -> click.ClickException:
    error = click.ClickException(message)
    error.exit_code = 2
    return error


def _lines(seen: FilingView, lang: str) -> Iterator[str]:
    said = seen.filing
    yield f"{said['filing_id']}  {said['path']}"
    who = [said[k] for k in ("region_code", "department", "unit", "scope", "fiscal_year")]
    yield "  " + "  ".join(str(part) for part in who if part is not None)
    for v in seen.versions if len(seen.versions) > 1 or not said["is_current"] else ():
        gone = f"withdrawn on {v['withdrawn_on']}" if v["withdrawn_on"] else "superseded"
        state = "current" if v["is_current"] else gone
        when = f"  published {v['published_on']}" if v["published_on"] else ""
        yield f"  version {v['version_no']}  {v['filing_id']}  {state}{when}  {v['path']}"
    for form, rows in groupby(
        seen.values, lambda row: (row["form"], row["form_zh"], row["table_no"])
    ):
        yield f"\n{form[0]} {form[1] or ''}".rstrip()
        for row in rows:
            yield f"  {_value(row)}  ({where(row, lang)})"
    yield f"\nfindings: {len(seen.findings) or 'none'}"
    for found in seen.findings:
        yield f"  {found['severity']}  {found['rule_id']}  {where(found, lang)}".rstrip()
        yield f"    {found[f'message_{lang}']}"


def _value(row: Row) -> str:
    """The row, the measure and what is printed; how it is known, where that is not plain."""
    nth = f" #{row['occurrence']}" if row["occurrence"] > 1 else ""
    printed = row["raw_text"].strip() or "–"
    source = row["value_source"]
    read = source if row["value"] is None else f"{source}: {row['value'].normalize():f}"
    known = f"  [{read}]" if source != "printed" else ""
    unit = f" {row['unit']}" if row["unit"] and row["value"] is not None else ""
    name = row["row_label"].strip()
    return f"{row['row_key']}{nth} {name}  {row['measure']}  {printed}{unit}{known}"
