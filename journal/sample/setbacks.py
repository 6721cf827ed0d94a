"""What hit the sample rep in the year before today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from journal.sample.days import SampleDays
from journal.setback import Setback

_HITS = (
    # working days back, type, account, what happened, sting
    (4, "RFP missed", "Wayne", "RFP came out without us", 6),
    (10, "deal lost", "Tyrell", "chose the incumbent", 8),
    (29, "deal pushed", "Umbrella", "moved to the next quarter", 5),
    (33, "deal lost", "Weyland", "never reached the one who decides", 6),
    (54, "deal lost", "Oscorp", "no budget after all", 6),
    (66, "no call-back", "Soylent", "three weeks of silence after the offer", 4),
    (83, "deal pushed", "Hooli", "search add-on waits for the new lead", 4),
    (101, "last-minute curve ball", "Initech", "legal found the old contract", 5),
    (119, "sponsor left", "Vandelay", "our champion went to a competitor of theirs", 7),
    (136, "target missed", None, "quarter closed nine percent short", 7),
    (154, "product issue in an evaluation", "Wonka", "the import stopped in front of everyone", 6),
    (177, "new approval process", "Wayne", "every purchase now needs a third signature", 3),
    (190, "no call-back", "Cyberdyne", "was so sure they would call", 3),
    (214, "not shortlisted", "Aperture", "three made the list, we were fourth", 5),
)


def sample_setbacks(days: SampleDays) -> Iterator[Setback]:
    """The setbacks before today, latest first."""
    for place, (back, type_, account, text, sting) in enumerate(_HITS):
        day = days.worked_on(days.back(back))
        clock = time(10 + place % 6, 15)
        noted = datetime.combine(day, clock) + timedelta(minutes=20)
        yield Setback(
            day=day,
            time=clock,
            account=account,
            text=text,
            type=type_,
            sting=sting,
            logged=days.moment(day, noted.time()),
            logged_day=day,
        )
