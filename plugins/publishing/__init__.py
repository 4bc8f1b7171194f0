"""Publishing: a built site in; the public's edition out, or refusals and nothing changed."""
