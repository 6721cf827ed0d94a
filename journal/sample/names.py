"""Who the sample rep sells to, and what they write down about it."""

from __future__ import annotations

WELL_KNOWN = (
    *("Acme", "Globex", "Initech", "Hooli", "Stark", "Wayne", "Umbrella", "Tyrell", "Oscorp"),
    *("Weyland", "Soylent", "Cyberdyne", "Vandelay", "Wonka", "Aperture"),
)
"""The accounts that the rep speaks of most."""

OTHERS = (
    *("Brandt Logistics", "Hallmann & Co", "Ostsee Foods", "Kessler Tools", "Nordlicht Energy"),
    *("Marwick Paper", "Delft Marine", "Pinewood Clinics", "Ardent Textiles", "Calder Rail"),
    *("Vogel Optics", "Sunderby Dairy", "Larkspur Hotels", "Rheintal Pumps", "Castell Insurance"),
    *("Bergmann Chemie", "Alder Robotics", "Quayside Freight", "Tamsin Cosmetics", "Felder Glass"),
    *("Hartwell Schools", "Lindqvist Timber", "Moreno Print", "Seaford Ports", "Ottermann Bakery"),
    *("Polder Greens", "Ravenna Ceramics", "Saltmarsh Brewing", "Thorne Legal", "Ulmer Kabel"),
    *("Vesper Lighting", "Westend Pharmacy", "Yarrow Housing", "Zollern Steel", "Ashdown Care"),
    *("Birkdale Motors", "Corvina Wines", "Dunmore Bank", "Elbufer Media", "Fairhaven Travel"),
    *("Grünwald Parks", "Hollis Packaging", "Isar Medical", "Jansen Seeds", "Kirkby Water"),
    *("Lumen Schools", "Mistral Air", "Neckar Press", "Oakridge Homes", "Penrose Audio"),
    *("Quillon Books", "Rosendal Farms", "Steinbach Bikes", "Tidewell Fish", "Urban Loft"),
    *("Valmont Paints", "Winterhall Ski", "Xaver Moden", "Yorkdale Mills", "Zephyr Sails"),
    *(
        "Amberley Foods",
        "Blaustein Labs",
        "Cormorant Shipping",
        "Dresdner Werke",
        "Eastgate Retail",
    ),
    *("Falk Elevators", "Gable Roofing", "Hafen Nord", "Ivory Dental", "Juniper Gin"),
    *("Kolmar Tyres", "Lorry Point", "Marsh & Hill", "Noble Grain", "Orchard Toys"),
    *("Pfalz Keller", "Redwood Credit", "Sable Fashion", "Trent Aggregates", "Upland Wool"),
    *("Veritas Audit", "Wharf Nine", "Ampere Charging", "Bellweather Forecasts", "Crane & Sons"),
)
"""Accounts the rep is getting to know."""

PRODUCTS = (
    *("Vision platform", "Service desk", "Field app", "Data hub", "Second site", "Reporting pack"),
    *("Rollout north", "Planner", "Three-year frame", "Quality suite", "Portal", "Warehouse pack"),
)
"""What the deals are about."""

CALL_NOTES = {
    "voicemail": (
        "left voicemail",
        "left voicemail, second one this week",
        "left voicemail for Dana",
    ),
    "no-answer": ("", "", "no answer, try before nine", "no answer"),
    "reached": (
        *(
            "spoke to Dana, back on Thursday",
            "wrong person, got a name",
            "asked for the numbers by mail",
        ),
        *(
            "budget is decided in week 50",
            "new plant manager since May",
            "happy with the pilot so far",
        ),
        *(
            "wants a reference from their industry",
            "they compare three vendors",
            "call again after the fair",
        ),
    ),
    "booked": (
        "first meeting booked",
        "demo booked with the plant manager",
        "they want to see it live",
    ),
    "said-no": (
        "no need this year, ask in spring",
        "said no, went with what they have",
        "hiring freeze",
    ),
    "": ("", "", "busy, call back"),
}
"""What is written after a call, by its outcome."""

EMAIL_NOTES = {
    "replied": ("two lines back, interested", "sent me on to procurement", "asked for prices"),
    "": ("", "", "case study sent", "minutes of the meeting", "webinar list", "new numbers sent"),
}
"""What is written after an e-mail, by its outcome."""

MEETING_NOTES = {
    "qualified": (
        *(
            "they named the pain themselves",
            "two shifts a week lost to paper",
            "budget holder was there",
        ),
        *("they drew the process on the board", "opens a second site in May, needs it by then"),
    ),
    "held": (
        *("walked through the offer", "met the purchasing team", "good questions about security"),
        *(
            "next step agreed: list of sites",
            "quiet room, ask who decides",
            "champion did the talking",
        ),
    ),
    "no-show": ("nobody came, new date asked for", "they forgot, moved to next week"),
}
"""What is written after a meeting, by its outcome."""

GOOD_THINGS = (
    *("Dana called back by herself.", "Asked one question more than usual; it opened the meeting."),
    *("Signed today. They said the reference visit decided it.", "Two hours of calls before ten."),
    *("Home at six, three days in a row.", "Globex named us to their sister company."),
    *(
        "Wrote to the lost deal and got an honest answer.",
        "Quiet afternoon, cleared the whole list.",
    ),
    *(
        "Said plainly what we cannot do; they liked it.",
        "The new opening line works: ask about May.",
    ),
)
"""What the rep notes down about a good day."""
