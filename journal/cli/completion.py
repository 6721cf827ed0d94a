"""``journal completion``: what a shell needs to complete verbs and options."""

from __future__ import annotations

import click

from journal.cli.verb import verb
from journal.errors import BadInput

SHELLS = ("bash", "zsh", "fish")


@verb(
    "completion",
    'eval "$(journal completion bash)"              in ~/.bashrc',
    'eval "$(journal completion zsh)"               in ~/.zshrc',
    "journal completion fish > ~/.config/fish/completions/journal.fish",
)
@click.argument("shell")
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of bash, zsh or fish."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell) if shell in SHELLS else None
    if kind is None:
        raise BadInput(f"Completion is there for {', '.join(SHELLS[:-1])} and {SHELLS[-1]}.")
    script = kind(ctx.find_root().command, {}, "journal", "_JOURNAL_COMPLETE").source()
    # The script is our own and full of line breaks: it goes out as it is.
    print(script)
