"""A review as JSON, for other programs: its keys are pinned by tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.cli.output import say_json
from journal.measure import AMOUNT
from journal.money import Money
from journal.reviewing.plan_rows import RowState

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.reviewing.conversions import Conversion
    from journal.reviewing.days_so_far import LongRun
    from journal.reviewing.plan_rows import PlanRow
    from journal.reviewing.weeks import WeekSum
    from journal.reviews import LeverChoice, ReviewView


def say_as_json(journal: Journal, view: ReviewView) -> None:
    """Print everything a review shows."""
    say_json(_looked_back(view) | _looked_ahead(journal, view))


def _looked_back(view: ReviewView) -> dict[str, object]:
    table, span = view.table, view.span
    return {
        "period": span.period.value,
        "first": span.first.isoformat(),
        "last": span.last.isoformat(),
        "so_far": span.is_so_far,
        "share": view.share,
        "days": {"kept": view.days_kept, "of": view.days_of},
        "strength": {"from": view.strength_from, "to": view.strength_to},
        "currency": table.currency,
        "plan": [_row(row, table.currency) for row in table.rows],
        "conversions": [_conversion(step) for step in view.conversions],
        "streak": {
            "current": view.streak.current,
            "best": view.streak.best,
            "freezes": view.streak.freezes,
        },
        "runs": [_run(run) for run in view.runs],
        "curve": [{"day": day.isoformat(), "strength": score} for day, score in view.curve],
        "year": [
            {
                "day": day.day.isoformat(),
                "state": day.state.value,
                "done": day.done,
                "note": view.notes.get(day.day),
            }
            for day in view.year
        ],
        "weeks": [_week(week) for week in view.weeks],
        "best_week": _week(view.best_week),
        "moved": [
            {"id": entry.id, "day": entry.day.isoformat(), "text": entry.text or None}
            for entry in view.moved
        ],
        "moved_count": view.moved_count,
        "said_no": view.said_no,
    }


def _looked_ahead(journal: Journal, view: ReviewView) -> dict[str, object]:
    back, reward, coming = journal.setbacks.bounce_back(), view.reward, view.next
    return {
        "setbacks": view.setbacks,
        "bounce_back": {
            "median_days": back.median_days,
            "n": back.n,
            "censored": back.censored,
            "why_not": back.why_not,
        },
        "skills": [
            {
                "skill": each.skill,
                "this_quarter": each.this_quarter,
                "last_quarter": each.last_quarter,
            }
            for each in view.skills
        ],
        "reward": reward
        and {
            "what": reward.what,
            "best_week": _week(reward.best),
            "this_week": _week(reward.this_week),
            "is_this_week": reward.is_this_week,
            "awarded": reward.is_awarded,
        },
        "levers": [_lever(each, view.table.currency) for each in journal.reviews.levers()],
        "next": {
            "day": coming.day.isoformat(),
            "default": coming.is_default,
            "due": coming.is_due,
            "missed": coming.is_missed,
        },
        "notices": list(view.notices),
    }


def _conversion(step: Conversion) -> dict[str, object]:
    return {
        "level": step.level.value,
        "mine": step.mine,
        "n": step.n,
        "usual": step.usual,
        "usual_n": step.usual_n,
        "assumed": step.assumed,
        "default": step.is_default,
        "points": step.points,
    }


def _run(run: LongRun) -> dict[str, object]:
    return {
        "length": run.length,
        "first": run.first.isoformat(),
        "last": run.last.isoformat(),
        "current": run.is_current,
    }


def _row(row: PlanRow, currency: str) -> dict[str, object]:
    def number(stored: int) -> int | float:
        return Money(stored, currency).major if row.measure == AMOUNT else stored

    is_asked = row.state is not RowState.NOT_ASKED
    return {
        "measure": row.measure,
        "done": number(row.done),
        "asked": number(row.asked or 0) if is_asked else None,
        "short": number(row.short) if is_asked else None,
        "state": row.state.value,
        "since": row.since.isoformat(),
    }


def _week(week: WeekSum | None) -> dict[str, object] | None:
    if week is None:
        return None
    return {
        "first": week.first.isoformat(),
        "last": week.last.isoformat(),
        "reach_outs": week.reach_outs,
        "meetings": week.meetings,
    }


def _lever(each: LeverChoice, currency: str) -> dict[str, object]:
    def number(value: float | None) -> float | int | None:
        if value is None or each.name != "deal_size":
            return value
        return Money(round(value), currency).major

    return {
        "lever": each.name,
        "now": number(each.now),
        "raised": number(each.raised),
        "gain": each.gain,
    }
