"""The build state: what the last build of an output folder learned and wrote, in one SQLite file.

It is only ever a shortcut: missing, damaged, of another version or of another folder, it is begun
anew and the build is a full one. Nothing in it is trusted further than a checksum and a decoder
can see, and no path that it holds is ever opened or removed.
"""

from newsroom.state.change import EDITION, Change, FactKey
from newsroom.state.damage import Damaged
from newsroom.state.environment import environment_of
from newsroom.state.marks import AssetMark, OutputMark, SourceMark, Stamp
from newsroom.state.spool import Spool
from newsroom.state.store import State, forget, open_state, weight

__all__ = [
    "EDITION",
    "AssetMark",
    "Change",
    "Damaged",
    "FactKey",
    "OutputMark",
    "SourceMark",
    "Spool",
    "Stamp",
    "State",
    "environment_of",
    "forget",
    "open_state",
    "weight",
]
