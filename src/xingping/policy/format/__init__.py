"""A scheme folder in one style, in the words of one language."""
