"""From a target back to this week's reach-outs: rates from history, the funnel, and the chance to hit it."""
