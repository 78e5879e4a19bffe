"""The forms a page is written in: text, Markdown, HTML."""
