"""A rating scheme as its authors wrote it: frozen, typed, every rule with its place."""
