"""``journal deal``: deals from the first meeting to the end, and the way back in."""

from __future__ import annotations

from journal.cli.verb import family


@family(
    "deal",
    {
        "While it is open": {
            "add": "journal.cli.deal_open:add",
            "stage": "journal.cli.deal_open:stage",
            "push": "journal.cli.deal_open:push",
            "edit": "journal.cli.deal_edit:edit",
            "remove": "journal.cli.deal_edit:remove",
            "check": "journal.cli.deal_open:check",
            "chance": "journal.cli.deal_open:chance",
            "story": "journal.cli.deal_story:story",
        },
        "When it ends": {
            "won": "journal.cli.deal_end:won",
            "lost": "journal.cli.deal_end:lost",
            "no-decision": "journal.cli.deal_end:no_decision",
            "answer": "journal.cli.deal_story:answer",
            "request": "journal.cli.deal_story:request",
            "way-back": "journal.cli.deal_way_back:way_back",
            "reopen": "journal.cli.deal_end:reopen",
        },
        "Read": {
            "list": "journal.cli.deal_list:list_deals",
            "show": "journal.cli.deal_list:show",
            "teach": "journal.cli.deal_teach:teach",
            "pitch": "journal.cli.deal_pitch:pitch",
        },
    },
    'journal deal add Acme "Service desk" --amount 48k --stage discovery --close "31 mar"',
    'journal deal won 12 --answer "You asked about our night shift." --asked-by me',
    'journal deal lost 12 --to Initech --category "price or value" --contract-end 2027-06-30',
    "journal deal list",
)
def deal() -> None:
    """Write deals down, win or lose them, and learn from each."""
