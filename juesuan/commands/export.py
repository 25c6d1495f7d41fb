"""`juesuan export`: the release as files for people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from warehouse.as_of import release_of
from warehouse.home import Home
from warehouse.release import UnknownRelease

_FORMATS = ("parquet", "csv", "xlsx")


def _formats(_context: click.Context, _option: click.Parameter, said: str) -> tuple[str, ...]:
    named = tuple(dict.fromkeys(part.strip() for part in said.split(",")))
    unknown = [name for name in named if name not in _FORMATS]
    if unknown:
        raise click.BadParameter(f"{', '.join(unknown)}: not one of {', '.join(_FORMATS)}")
    return named


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--home", type=click.Path(file_okay=False, path_type=Path), envvar="JUESUAN_HOME",
    help="The warehouse.  [default: warehouse/data]",
)  # fmt: skip
@click.option("--release", "said", help="An earlier release: its number or id, or a day.")
@click.option(
    "--format", "formats", default=",".join(_FORMATS), callback=_formats, show_default=True,
    help="Which of these, with commas between.",
)  # fmt: skip
def command(folder: Path, home: Path | None, said: str | None, formats: tuple[str, ...]) -> None:
    """Write the public tables of a release to DIR, which must not hold anything yet.

    Parquet and CSV (UTF-8 with a BOM) one file a table, Excel workbooks by group, datapackage.json
    with units, keys and descriptions in Chinese and English, and dictionary.md. The same release
    gives the same bytes. Workbooks take by far the longest.

    \b
    Examples:
      juesuan export ~/juesuan-data
      juesuan export panel --release 12 --format parquet
    """  # noqa: D301 (click's \b keeps the lines apart)
    from juesuan.keys import declared_keys
    from juesuan.terminal import Terminal
    from warehouse.export.folder import NotEmpty, export
    from warehouse.reader import open_release

    place = Home.find(home)
    try:
        file = release_of(place, said) if said else place.current.resolve(strict=True)
        with open_release(file) as con, Terminal() as shown:
            progress = _progress(shown.stage, shown.advance)
            target = folder.expanduser()
            notes = export(con, target, file.stem, formats, declared_keys(), progress)
    except FileNotFoundError as error:
        raise _unusable(
            f"{place.current}: there is no release yet; juesuan build makes one"
        ) from error
    except (UnknownRelease, NotEmpty) as error:
        raise _unusable(str(error)) from error
    for note in notes:
        click.echo(f"note: {note}", err=True)
    click.echo(f"{file.stem} → {target}")


def _progress(
    stage: Callable[[str, int | None], None], advance: Callable[[], None]
) -> Callable[[int], Callable[[], None]]:
    def begin(steps: int) -> Callable[[], None]:
        stage("导出 export", steps)
        return advance

    return begin


def _unusable(message: str) -> click.ClickException:
    error = click.ClickException(message)
    error.exit_code = 2
    return error
