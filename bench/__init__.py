"""What the rating engine is measured against: a made-up population, hand-written peers, and the runs."""
