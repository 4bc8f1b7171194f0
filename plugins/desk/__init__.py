"""The desk: what editors use. It knows the newsroom; the newsroom does not know it."""
