"""The page that shows a scheme: what it says, part by part and clause by clause."""
