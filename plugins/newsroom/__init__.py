"""The newsroom: content in, site out. A Pelican plugin; `pipeline` shows its stages in order."""
