"""The second reading of the tree: what a rule asks as constraints over records counted by kind."""
