"""Where the review of a draft is kept: beside it, or in a folder of its own if that cannot be."""

from __future__ import annotations

import contextlib
from pathlib import Path

from writer_assistant.errors import UserError
from writer_assistant.review.file import beside, in_folder, load_review, save_review
from writer_assistant.review.merge import merge
from writer_assistant.review.model import Review


class ReviewStore:
    """Reads and writes the review of one draft.

    What cannot be written beside the draft, because the folder is read-only or the file there is
    broken, is kept in the folder and goes beside the draft as soon as it can.

    Args:
        draft: the draft's file, if it has one.
        name: what the draft is known by while it has none.
        folder: for what cannot lie beside its draft.
    """

    def __init__(self, draft: Path | None, name: str, folder: Path) -> None:
        self._beside = beside(draft) if draft else None
        self._spare = in_folder(str(draft) if draft else name, folder)
        self._base = Review()
        self._spare_base = Review()
        self._outdated: Path | None = None

    @property
    def path(self) -> Path:
        """The file that people find it in."""
        return self._beside or self._spare

    def load(self) -> tuple[Review, UserError | None]:
        """Return the review, and what was wrong with a file; such a file is left alone."""
        self._base, problem = self._loaded(self._beside)
        self._spare_base, other = self._loaded(self._spare)
        return merge(Review(), self._spare_base, self._base), problem or other

    def _loaded(self, path: Path | None) -> tuple[Review, UserError | None]:
        if path is None:
            return Review(), None
        try:
            return load_review(path), None
        except UserError as error:
            return Review(), error

    def save(self, review: Review) -> tuple[Review, UserError | None]:
        """Keep ``review``; return it with what others added, and what kept it from its place.

        Raises:
            UserError: if it could be kept nowhere.
        """
        problem = None
        if self._beside is not None:
            try:
                self._base = save_review(self._beside, self._base, review)
            except UserError as error:
                problem = error
            else:
                self._drop_spare()
                return self._base, None
        self._spare_base = save_review(self._spare, self._spare_base, review)
        return self._spare_base, problem

    def _drop_spare(self) -> None:
        """Remove what is beside the draft by now; a file that is broken stays."""
        spare = [self._spare] if self._spare_base != Review() else []
        for path in (*spare, self._outdated):
            if path is not None:
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
        self._spare_base, self._outdated = Review(), None

    def moved(self, draft: Path | None, name: str) -> ReviewStore:
        """Return the store of the same review for a draft that is kept elsewhere from now on.

        What a draft without a file had is not kept twice; that of another file stays with it.
        """
        new = ReviewStore(draft, name, self._spare.parent)
        if self._beside is None and self._spare_base != Review():
            new._outdated = self._spare
        return new
