"""The program `juesuan`: finds a command's module and runs it. What commands do lives in them.

Results go to stdout, messages and progress to stderr. Exit codes: 0 done, 1 findings of severity
error or a failed blocking check, 2 unusable input or arguments.
"""

from __future__ import annotations

import importlib
import pkgutil

import click

from juesuan import commands


class _Commands(click.Group):
    """Loads a command's module only when it is asked for: `check` need not import Dagster."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's own)
        """The modules of `juesuan.commands`, each a command."""
        return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"juesuan.commands.{cmd_name}")
        command: click.Command = module.command
        return command


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="juesuan")
def main() -> None:
    """Juesuan (决算): a checked, traceable warehouse of Chinese department final accounts.

    \b
    Examples:
      juesuan build                         build the sample warehouse
      juesuan build --inbox ~/filings       build a warehouse of your own filings
      juesuan extract filing.xlsx           the line items of one file as CSV
    """  # noqa: D301 (click's \b keeps the lines apart)
