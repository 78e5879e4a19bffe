"""A local overlay: named values and items that a county changes in another's scheme."""
