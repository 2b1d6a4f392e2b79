"""Files of trained models: arrays for numpy, and networks for ONNX Runtime."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zipfile import BadZipFile

import numpy as np

from writer_assistant.errors import UserError

if TYPE_CHECKING:
    from numpy.typing import NDArray

Model = TypeVar("Model")

REMEDY = "Install the program again."
"""What to do about a damaged model."""
_ERRORS_ALONE = 3
_SLOW = ["SkipLayerNormFusion"]
"""What ONNX Runtime (1.31) does to networks that costs time: a sum and a norm made one takes 44
microseconds for 23 pieces, apart they take 14."""


def read_arrays(path: Path, what: str) -> dict[str, NDArray[Any]]:
    """Return the arrays of a model file.

    Args:
        path: the file.
        what: it is, for the message.

    Raises:
        UserError: if the file is missing or damaged.
    """
    try:
        with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
            return {name: file[name] for name in file.files}
    except (OSError, ValueError, KeyError, EOFError, TypeError, BadZipFile) as error:
        raise UserError(f"the {what} cannot be read ({error})", str(path), REMEDY) from error


def load(path: Path, what: str, make: Callable[[dict[str, NDArray[Any]]], Model]) -> Model:
    """Return what ``make`` makes of the arrays of a model file.

    Args:
        path: the file.
        what: it is, for the message.
        make: raises KeyError, TypeError or ValueError if the arrays are not those that it needs.

    Raises:
        UserError: if the file is missing or damaged, or of something else.
    """
    arrays = read_arrays(path, what)
    try:
        return make(arrays)
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(f"the {what} cannot be used ({error})", str(path), REMEDY) from error


class OnnxModel:
    """A network that was loaded once, run on one core. Safe to share between threads.

    Args:
        path: the file.
        what: it is, for the message.

    Raises:
        UserError: if the file is missing or damaged.
    """

    def __init__(self, path: Path, what: str) -> None:
        # From 1.29 on its builds send telemetry, unless this is set before it is loaded.
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        import onnxruntime

        onnxruntime.disable_telemetry_events()  # that of its builds for Windows
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = _ERRORS_ALONE
        try:
            self._session = onnxruntime.InferenceSession(
                path.read_bytes(),
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=_SLOW,
            )
        except Exception as error:  # those of a damaged file have no other base in common
            raise UserError(f"the {what} cannot be read", str(path), REMEDY) from error

    def __call__(self, **given: NDArray[Any]) -> list[NDArray[Any]]:
        """Return what the network says of its inputs, in the order of its outputs."""
        said: list[NDArray[Any]] = self._session.run(None, given)
        return said
