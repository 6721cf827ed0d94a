"""What a review looks at and ends in: a week or a month against the plan, and the one change made."""
