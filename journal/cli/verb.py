"""What every verb of the command line has: the global options, examples, and words like -3d."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import import_module

import click

from journal import __version__
from journal.cli.asked import asked

WIDEST = 200
"""The longest first sentence of a help; click would cut it at 45 letters."""

_LOOKS_NEGATIVE = re.compile(r"-[\d.]")


def _keep_db(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Note which journal; the option nearest to the verb wins."""
    if value is not None:
        asked().db = value


def _keep_now(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Note which moment; the option nearest to the verb wins."""
    if value is not None:
        asked().now = value


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        print(f"journal {__version__}")
        ctx.exit()


def _global_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--db"],
            metavar="PATH",
            expose_value=False,
            callback=_keep_db,
            help="Use this journal instead of your own (or set JOURNAL_DB).",
        ),
        click.Option(
            ["--now"],
            metavar="ISO",
            expose_value=False,
            callback=_keep_now,
            help="Be at this moment, like 2026-11-24T13:45.",
        ),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help="Show the version and exit.",
        ),
    ]


class Verb(click.Command):
    """One verb."""

    examples: tuple[str, ...] = ()
    """What the help ends with."""
    listed: Callable[[], Mapping[str, str]] | None = None
    """Words that the help lists before its examples, under their headings; asked for only then."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let -1 and -3d be words: no option begins with a digit."""
        return super().parse_args(ctx, self._options_first(args))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """End the help with what is listed, and with examples."""
        for heading, words in (self.listed() if self.listed else {}).items():
            with formatter.section(heading):
                formatter.write_text(words)
        _write_examples(self.examples, formatter)

    def _options_first(self, args: list[str]) -> list[str]:
        if not any(_LOOKS_NEGATIVE.match(arg) for arg in args):
            return args
        takes_value = {
            name
            for param in self.params
            if isinstance(param, click.Option) and not param.is_flag
            for name in (*param.opts, *param.secondary_opts)
        }
        options: list[str] = []
        words: list[str] = []
        rest = iter(args)
        for arg in rest:
            if arg == "--":
                words.extend(rest)
            elif arg in takes_value:
                options.extend(
                    (arg, *[value for value in (next(rest, None),) if value is not None])
                )
            elif arg.startswith("-") and arg != "-" and not _LOOKS_NEGATIVE.match(arg):
                options.append(arg)
            else:
                words.append(arg)
        return [*options, "--", *words]


class Family(click.Group):
    """Several verbs under one word, each loaded only when it is called."""

    examples: tuple[str, ...] = ()
    """What the help ends with."""
    sections: Mapping[str, Mapping[str, str]] = {}
    """The verbs as "module:name", under their headings."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order a rep meets them."""
        return list(self._verbs())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one verb."""
        module, _, name = self._verbs().get(cmd_name, "").partition(":")
        if not module:
            return None
        found = getattr(import_module(module), name)
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs under their headings, each with its first sentence."""
        for heading, verbs in self.sections.items():
            with formatter.section(heading):
                formatter.write_dl(
                    [
                        (name, command.get_short_help_str(WIDEST))
                        for name in verbs
                        if (command := self.get_command(ctx, name)) is not None
                    ]
                )

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """End the help with examples."""
        _write_examples(self.examples, formatter)

    def _verbs(self) -> dict[str, str]:
        return {name: at for verbs in self.sections.values() for name, at in verbs.items()}


def verb(name: str, *examples: str) -> Callable[[Callable[..., None]], Verb]:
    """Make a function a verb; its docstring is the help, which ends with the examples."""

    def made(function: Callable[..., None]) -> Verb:
        command = click.command(name, cls=Verb)(function)
        command.examples = examples
        command.params += _global_options()
        return command

    return made


def family(
    name: str, sections: Mapping[str, Mapping[str, str]], *examples: str, answers: bool = False
) -> Callable[[Callable[..., None]], Family]:
    """Make a function a family of verbs, which is called by itself too if it ``answers`` alone."""

    def made(function: Callable[..., None]) -> Family:
        group = click.command(
            name, cls=Family, no_args_is_help=False, invoke_without_command=answers
        )(function)
        group.sections = sections
        group.examples = examples
        group.params += _global_options()
        return group

    return made


def _write_examples(examples: tuple[str, ...], formatter: click.HelpFormatter) -> None:
    if examples:
        with formatter.section("Examples"):
            for example in examples:
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")
