"""The newsroom: content in, site out. A Pelican plugin; `pipeline` shows its stages in order."""


def register() -> None:
    """Connect the newsroom to Pelican (called by Pelican itself)."""
    from newsroom import pipeline

    pipeline.register()
