"""What the finder found, opened where it lives: an entry to change, a deal on Deals, an account's page."""

from __future__ import annotations

from typing import TypeVar

from journal.deal import Deal
from journal.errors import JournalError, NotFound
from journal.follow_up import FollowUpState
from journal.search import Hit, HitKind
from screens import entry_words, find_words
from screens.page import Page

AnyPage = TypeVar("AnyPage", bound=Page)


async def open_hit(page: Page, hit: Hit) -> None:
    """Open what was chosen, over a page or on the page it belongs to. To be awaited in a worker."""
    try:
        await _opened(page, hit)
    except NotFound:
        page.say(find_words.GONE, is_trouble=True)
    except JournalError as trouble:
        page.say(str(trouble), is_trouble=True)


async def _opened(page: Page, hit: Hit) -> None:
    if hit.kind in (HitKind.ACCOUNT, HitKind.CONTACT):
        from screens.account import open_account

        open_account(page, hit.account)
    elif hit.kind in (HitKind.NOTE, HitKind.ACTIVITY):
        await _change_entry(page, hit.id)
    elif hit.kind is HitKind.DEAL:
        await _open_deal(page, page.journal.store.deals.get(hit.id))
    elif hit.kind is HitKind.SETBACK:
        await _open_setback(page, hit.id)
    elif hit.kind in (HitKind.GOAL, HitKind.MILESTONE):
        await _open_goal(page, page.journal.store.goals.get(hit.id).id)
    elif hit.kind is not HitKind.FOLLOW_UP or not await _open_follow_up(page, hit.id):
        from screens.dialogs.found import FoundDialog

        page.app.push_screen(FoundDialog(hit, page.journal.today()))


async def _change_entry(page: Page, entry: int) -> None:
    from screens.dialogs.entry import EntryDialog
    from screens.dialogs.keep import change_until_saved

    journal, since = page.journal, page.journal.kept
    saved = await change_until_saved(
        page.app,
        journal.entry(entry),
        lambda typed, said: EntryDialog(journal, typed, said),
        journal.change,
        journal.entry,
        journal.record_anew,
    )
    if saved is not None:
        page.show_saved(entry_words.changed(saved, journal.today()), since)


async def _open_deal(page: Page, deal: Deal) -> None:
    """The deal in the list it stands in; one that is not among those shown, on its account's page."""
    from screens.account import open_account
    from screens.deals import Deals
    from screens.widgets.deal_list import DealList

    deals = await _gone_to(page, "deals", Deals)
    listed = deals.query_one(DealList)
    if listed.outcome is not deal.outcome:
        deals.on_deal_list_turned(DealList.Turned(deal.outcome))
    if not listed.select(deal.id):
        open_account(deals, deal.account, deal.id)


async def _open_setback(page: Page, setback: int) -> None:
    """The setback in its list; one from too long ago to be listed, to be changed."""
    from screens.setbacks import Setbacks

    page.journal.entry(setback)
    setbacks = await _gone_to(page, "setbacks", Setbacks)
    if not setbacks.reach(setback):
        await _change_entry(setbacks, setback)


async def _open_goal(page: Page, goal: int) -> None:
    from screens.goals import Goals
    from screens.widgets.goal_list import GoalList

    (await _gone_to(page, "goals", Goals)).query_one(GoalList).select(goal)


async def _open_follow_up(page: Page, follow_up: int) -> bool:
    """One that waits and is listed stands under the cursor; others are only read."""
    from screens.follow_ups import FollowUps

    one = page.journal.store.follow_ups.get(follow_up)
    if one.state is not FollowUpState.DUE:
        return False
    return (await _gone_to(page, "follow-ups", FollowUps)).reach(follow_up)


async def _gone_to(page: Page, mode: str, kind: type[AnyPage]) -> AnyPage:
    """One of the six pages, with nothing lying over it."""
    page.leave()
    await page.app.switch_mode(mode)
    while isinstance(above := page.app.screen, Page) and above is not page.app.screen_stack[0]:
        await page.app.pop_screen()
    found = page.app.screen_stack[0]
    assert isinstance(found, kind)
    return found
