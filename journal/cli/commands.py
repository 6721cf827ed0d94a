"""The command ``journal`` and where each of its verbs is found."""

from __future__ import annotations

import click

from journal.cli.verb import family

SECTIONS = {
    "Write": {
        "log": "journal.cli.log:log",
        "note": "journal.cli.note:note",
        "setback": "journal.cli.setback:setback",
        "block": "journal.cli.block:block",
        "follow-up": "journal.cli.follow_up:follow_up",
        "morning": "journal.cli.morning:morning",
        "evening": "journal.cli.evening:evening",
        "deal": "journal.cli.deal:deal",
        "purpose": "journal.cli.purpose:purpose",
        "edit": "journal.cli.edit:edit",
        "delete": "journal.cli.edit:delete",
        "undo": "journal.cli.undo:undo",
        "redo": "journal.cli.undo:redo",
    },
    "Read": {
        "today": "journal.cli.today:today",
        "status": "journal.cli.today:status",
        "due": "journal.cli.due:due",
        "account": "journal.cli.account:account",
        "setbacks": "journal.cli.setbacks:setbacks",
        "list": "journal.cli.listing:list_entries",
        "search": "journal.cli.search:search",
        "stats": "journal.cli.stats:stats",
        "review": "journal.cli.review:review",
    },
    "Aim": {
        "goal": "journal.cli.goals:goal",
        "milestone": "journal.cli.goals:milestone",
        "plan": "journal.cli.plan:plan",
        "off": "journal.cli.off:off",
    },
    "Keep": {
        "import": "journal.cli.bring_in:bring_in",
        "export": "journal.cli.export:export",
        "settings": "journal.cli.settings:settings",
        "backup": "journal.cli.backup:backup",
        "restore": "journal.cli.restore:restore",
        "check": "journal.cli.restore:check",
        "where": "journal.cli.where:where",
        "completion": "journal.cli.completion:completion",
        "demo": "journal.cli.demo:demo",
    },
}
"""The verbs under the headings of the help."""


@family(
    "journal",
    SECTIONS,
    "journal                                   opens the app",
    'journal log call 3 Acme -m "left voicemail"',
    "journal log meeting Globex --on yesterday",
    "journal today",
    answers=True,
)
@click.pass_context
def journal(ctx: click.Context) -> None:
    """A private journal for one sales rep. Without a verb it opens the app."""
    if ctx.invoked_subcommand is None:
        from journal.cli.app import open_app

        open_app()
