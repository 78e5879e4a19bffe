"""What the doctor asks of a scheme, one module for each matter."""
