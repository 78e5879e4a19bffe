"""Worked examples run through the rating: facts made of what they give, and what differs."""
