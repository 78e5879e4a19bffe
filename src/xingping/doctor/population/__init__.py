"""What many subjects can do together: shares, places and ranks over any number of them."""
