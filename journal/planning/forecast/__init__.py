"""The chance to hit the target: what is booked, what is open, and the deals not yet born."""
