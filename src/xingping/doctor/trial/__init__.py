"""Trying a policy: the same records under other rules, and its targets some years on."""
