"""What the sample rep's buyers said: why they would change, what made them decide, who they are."""

from __future__ import annotations

STORIES = {
    "Globex": (
        "a new board wants one platform",
        "“three tools that never agree”",
        "one set of numbers by March",
    ),
    "Initech": ("their contract ends in spring", "“we pay for seats nobody uses”", "fewer seats"),
    "Stark": ("new plant in Leipzig opens in May", "“two shifts a week lost to paper”", ""),
    "Wayne": ("an audit in autumn", "“we could not say who had the key”", "proof for the auditor"),
    "Umbrella": ("a new head of service", "", "a pilot in one team"),
    "Hooli": ("", "“nobody finds anything”", "search over all sites"),
}
"""What changed, the pain and the need, by account."""

CHECKS = {
    "Globex": "BCVTA",
    "Initech": "BCVTA",
    "Stark": "BCA",
    "Umbrella": "V",
    "Hooli": "BVT",
    "Wayne": "CV",
    "Cyberdyne": "C",
    "Vandelay": "BV",
}
"""The checks that hold, by their letters."""

EVIDENCE = {
    "B": "in next year's budget, says their controller",
    "C": "Dana took it to the board herself",
    "V": "met the sponsor and two users",
    "T": "two others were asked to offer",
    "A": "tested with their data",
}
"""What each of them rests on."""

PEOPLE = {
    "Globex": (("Dana Lee", "CFO", True), ("Ben Okafor", "head of service", False)),
    "Initech": (("Marta Ruiz", "purchasing", False), ("Dana Weiss", "head of sales", True)),
    "Stark": (("Jonas Hartmann", "plant manager", False),),
    "Wayne": (("Lucia Fox", "security", True), ("Alfred P.", "purchasing", False)),
    "Oscorp": (("Norma Gray", "operations", True),),
    "Tyrell": (("Rachel Stone", "data", False),),
}
"""Who is there: name, role, and whether they speak for us."""

WON_BECAUSE = (
    ("references", "You had done it for a plant like ours.", True),
    ("time to value", "We could start in four weeks, the others in six months.", True),
    ("trust", "You told us in the first meeting what it cannot do.", False),
    ("references", "Your customer picked up the phone and was honest.", False),
    ("champion", "Our service people wanted it, and they asked for you.", None),
)
"""The reason, the buyer's answer, and whether it was taught or discovered."""

LOST_BECAUSE = (
    ("price or value", "You were a fifth dearer and we could not say for what."),
    ("incumbent or relationship", "We know the others, and nobody was ever fired for them."),
    ("time to value", "Half a year was too long."),
    ("no compelling change", "In the end we could live with it as it is."),
    ("price or value", "Purchasing decided."),
)
"""The buyer's reason, and their words."""

WINNERS = (
    "Initrode",
    "Massive Dynamic",
    "Initrode",
    "Vehement",
    "another solution: built in-house",
)
"""Who won what the rep lost."""

KNOWN_WHEN = (
    "when they asked for the price before the demo",
    "when the sponsor sent a deputy",
    "when nobody asked who would use it",
    "",
)
"""When it could have been known."""

LEARNED = ("their budget year begins in July", "the plant decides, not the head office", "")
"""One thing learned in a meeting."""

THEY_LEARNED = ("a pilot needs no server", "two of their neighbours use it", "")
"""One thing the others learned."""
