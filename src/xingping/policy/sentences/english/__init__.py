"""How English says a rule."""
