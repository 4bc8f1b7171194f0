"""Files offered for download in; their hrefs out, and the outputs that carry them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from newsroom.planning.output import Output
from newsroom.planning.photos import LONGEST_STEM
from newsroom.planning.places import Places, output_path
from newsroom.planning.views.news import Download
from newsroom.planning.views.standing import CopyView
from newsroom.records import AttachedFile
from newsroom.records.parts import Attachment, DocumentFile
from vietnamese import slug


class Attachments:
    """The attachments that some page offers."""

    def __init__(self, files: Mapping[str, AttachedFile], places: Places) -> None:
        self._files = files
        self._places = places
        self._outputs: dict[str, Output] = {}

    def downloads(
        self, attachments: Iterable[Attachment | DocumentFile], untitled: str = ""
    ) -> tuple[Download, ...]:
        """One download for each attachment whose file is there; `untitled` names the others."""
        return tuple(
            Download(
                href=self.href(each.file),
                title=each.title or untitled,
                format=PurePosixPath(each.file).suffix.removeprefix(".").upper(),
                size=self._files[each.file].size,
            )
            for each in attachments
            if each.file in self._files
        )

    def href(self, file: str) -> str:
        """Where the file is offered; nothing where it is missing."""
        if file not in self._files:
            return ""
        attached = self._files[file]
        path = PurePosixPath(file)
        name = slug(path.stem)[:LONGEST_STEM].strip("-") or "tep"
        address = f"/tep/{name}-{attached.digest[:8]}{path.suffix.lower()}"
        self._outputs.setdefault(
            f"{address} {attached.digest}",
            Output(
                path=output_path(address),
                renderer="copy",
                view=CopyView(path=attached.path, digest=attached.digest),
                source=file,
            ),
        )
        return self._places.href(address)

    def outputs(self) -> Iterator[Output]:
        """One output for each file offered."""
        yield from self._outputs.values()
