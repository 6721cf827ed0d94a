"""``journal deal teach``: what decides deals, how Monday's chances held, who is silent, what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.calibration import MOST_PUSHES
from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import verb
from journal.percent import rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.calibration import Calibration, PushRisk
    from journal.reasons import WhatDecides
    from journal.second_place import SecondPlace
    from journal.silence import Silence

_SHOWN = 10


@verb("teach", "journal deal teach", "journal deal teach --json")
@json_option
def teach(as_json: bool) -> None:
    """Show what your deals teach.

    What decides them, how well your chances held, who is silent, and what came of second places.
    """
    from journal.journal import Journal

    with reading(Journal) as journal:
        deals = journal.deals
        decides, found, risks = deals.what_decides(), deals.calibration(), deals.push_risks()
        silence, place = deals.silence(), deals.second_place()
    if as_json:
        say_json(
            {
                "reasons": _reasons_as_json(decides),
                "calibration": _calibration_as_json(found, risks),
                "silence": _silence_as_json(silence),
                "second_place": _place_as_json(place),
            }
        )
        return
    _say_reasons(decides)
    _say_calibration(found, risks)
    _say_silence(silence)
    say(
        f"Second place: {place.granted:,} of {place.asked:,} requests granted, "
        f"{place.revived:,} revived, {place.won_later:,} won since."
    )
    week = place.week
    say(
        f"This week {week.done:,} of {week.cap:,} touches made, {len(week.waiting):,} wait, "
        f"{len(week.moved):,} move to next week."
    )


def _say_reasons(decides: WhatDecides) -> None:
    if decides.reasons:
        say("What decides:")
        say_table(
            (
                (
                    one.tag,
                    f"{one.wins:,} of {decides.wins:,} won",
                    f"{one.losses:,} of {decides.losses:,} lost",
                    _clear(one.contrast.z if one.contrast else None, one.is_clear),
                    f"taught {one.taught:,}, discovered {one.discovered:,}",
                )
                for one in decides.reasons[:_SHOWN]
            ),
            indent="  ",
        )
    say(decides.note)
    if decides.both:
        say(f"Your reason and the buyer's differ in {decides.differ:,} of {decides.both:,} deals.")


def _clear(z: float | None, is_clear: bool) -> str:
    if z is None:
        return ""
    if not is_clear:
        return "no clear difference"
    return f"goes with {'winning' if z > 0 else 'losing'} (z {z:.1f})"


def _say_calibration(found: Calibration, risks: Sequence[PushRisk]) -> None:
    if not found.is_shown or found.brier is None or found.usual is None:
        say(found.why_not or "")
    else:
        say(
            f"Your chances score {found.brier:.3f} (0 is perfect) over {found.n:,} closed deals; "
            f"always saying your win rate scores {found.usual:.3f}."
        )
        if found.haircut is not None:
            more = "off" if found.haircut >= 0 else "more"
            say(f"Your own haircut: take {rounded(abs(found.haircut))} {more}.")
        if found.slip_days is not None:
            say(f"Deals close {found.slip_days:+.0f} days from the day you say.")
    shares = [
        f"{_pushed(risk.pushes)} {rounded(risk.risk)} (n {risk.n:,})"
        for risk in risks
        if risk.risk is not None
    ]
    if shares:
        say(f"Ended without a decision: {', '.join(shares)}.")


def _pushed(times: int) -> str:
    if times == MOST_PUSHES:
        return f"pushed {times} times or more"
    return ("never pushed", "pushed once", "pushed twice")[times]


def _say_silence(silence: Silence) -> None:
    for one in silence.waiting[:_SHOWN]:
        chance = "" if one.chance is None else f", {rounded(one.chance)} may answer"
        then = "Next! Send the closing line and call the next lead" if one.next else "wait"
        say(f"{one.send.account}: silent for {one.days:,} days{chance}: {then}.")
    patience = silence.patience
    if patience.is_default:
        say(f"Silence: 10 days (default); {patience.sends:,} sends count so far.")


def _reasons_as_json(decides: WhatDecides) -> dict[str, Any]:
    return {
        "wins": decides.wins,
        "losses": decides.losses,
        "both": decides.both,
        "differ": decides.differ,
        "note": decides.note,
        "tags": [
            {
                "tag": one.tag,
                "wins": one.wins,
                "losses": one.losses,
                "taught": one.taught,
                "discovered": one.discovered,
                "delta": one.contrast.delta if one.contrast else None,
                "z": one.contrast.z if one.contrast else None,
                "clear": one.is_clear,
            }
            for one in decides.reasons
        ],
    }


def _calibration_as_json(found: Calibration, risks: Sequence[PushRisk]) -> dict[str, Any]:
    shown = found.is_shown
    return {
        "n": found.n,
        "brier": found.brier if shown else None,
        "always_win_rate": found.usual if shown else None,
        "haircut": found.haircut if shown else None,
        "slip_days": found.slip_days if shown else None,
        "not_shown": found.why_not,
        "no_decision_by_pushes": [
            {"pushes": risk.pushes, "no_decision": risk.no_decision, "n": risk.n} for risk in risks
        ],
    }


def _silence_as_json(silence: Silence) -> dict[str, Any]:
    patience = silence.patience
    return {
        "reply_rate": patience.rate,
        "sends": patience.sends,
        "replies": patience.replies,
        "default": patience.is_default,
        "waiting": [
            {
                "account": one.send.account,
                "sent": one.send.day.isoformat(),
                "days": one.days,
                "chance": one.chance,
                "next": one.next,
            }
            for one in silence.waiting
        ],
    }


def _place_as_json(place: SecondPlace) -> dict[str, Any]:
    return {
        "requests_asked": place.asked,
        "requests_granted": place.granted,
        "revived": place.revived,
        "won_later": place.won_later,
        "week": {
            "cap": place.week.cap,
            "done": place.week.done,
            "waiting": [one.id for one in place.week.waiting],
            "moved": [one.id for one in place.week.moved],
        },
    }
