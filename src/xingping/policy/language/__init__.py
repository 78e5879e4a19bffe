"""The rule language: text to a typed tree and back, in English and Chinese words."""
