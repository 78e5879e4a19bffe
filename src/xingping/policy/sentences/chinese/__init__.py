"""How Chinese says a rule."""
