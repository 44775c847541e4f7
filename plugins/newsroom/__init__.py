"""The words of the newsroom: story, byline, credit, photo, date, address. Pure: no Pelican, no Jinja, no Pillow."""
