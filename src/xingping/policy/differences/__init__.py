"""What differs between two schemes, part by part, with the place, the old and the new."""
