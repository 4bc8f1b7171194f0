"""Every key that an editor may write, in words: label, hint, example, type and choices.

The types in `newsroom.records` say which keys there are; `translations/vi/…/keys.po` says what
each is called, and the theme's catalogue what the codes of a choice are. One source for all who
show keys to people: `invoke new`, the manual's tables, the text editor's schema, the CMS
configuration. A test wants words for every key, and no word too many.
"""

from desk.keys.tree import Key, KeyType, keys_of, kind_words
from desk.keys.words import key_words

__all__ = ["Key", "KeyType", "key_words", "keys_of", "kind_words"]
