"""A believable rep's year, made by our own seeded code relative to today: what ``journal demo`` opens on."""

from journal.sample.pour import write
from journal.sample.year import SampleYear, sample_year

__all__ = ["SampleYear", "sample_year", "write"]
