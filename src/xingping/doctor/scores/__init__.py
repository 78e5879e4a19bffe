"""Numbers of the world: how high they go, and for which values of one a condition holds."""
