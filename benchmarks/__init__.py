"""How fast and how light the journal is, as ratios taken side by side in one run."""
