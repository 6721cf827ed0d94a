"""The ways in and out: what other programs write, read into the journal's own words."""
