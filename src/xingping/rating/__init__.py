"""What follows from facts: a pure function of scheme, records and day. No clock, no database."""
