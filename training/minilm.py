"""MiniLM's layers as a network for ONNX Runtime, which multiplies in 8 bits.

A network reads one sentence: the vectors of its pieces, ``[1, pieces, 384]``. What it says of a
sentence is then the same whatever is read beside it, and nothing is computed for padding.
"""

from __future__ import annotations

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before it is loaded

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from onnx import NodeProto, TensorProto, helper, numpy_helper, save
from onnxruntime.quantization import QuantType, quantize_dynamic

from writer_assistant.analysis.pieces import WIDTH

INPUTS = {
    "vectors": (TensorProto.FLOAT, [1, "pieces", WIDTH]),
    "familiarity": (TensorProto.INT64, [1, "pieces"]),
    "listed": (TensorProto.INT64, [1, "pieces"]),
}
"""What a network may be given: type and shape."""
HEADS = 12
_EPSILON = 1e-12
_MICROSOFT = "com.microsoft"
_OPERATORS = [helper.make_opsetid("", 20), helper.make_opsetid(_MICROSOFT, 1)]
_VERSION = 9
"""Of the file's form: read by ONNX Runtime from 1.18 on."""


class Network:
    """A network that is put together operator by operator.

    Args:
        weights: of the model in PyTorch, by name.
        prefix: what the names of MiniLM's own weights begin with.
    """

    def __init__(self, weights: Mapping[str, np.ndarray], prefix: str = "") -> None:
        self._source = weights
        self._prefix = prefix
        self._nodes: list[NodeProto] = []
        self._tensors: dict[str, TensorProto] = {}

    def put(self, operator: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        """Add an operator and return the name of what it gives."""
        return self._put(operator, inputs, 1, domain, attributes)[0]

    def _put(
        self,
        operator: str,
        inputs: tuple[str, ...],
        count: int,
        domain: str,
        attributes: Mapping[str, object],
    ) -> list[str]:
        name = f"{len(self._nodes)}.{operator}"
        given = [f"{name}.{number}" for number in range(count)]
        node = helper.make_node(operator, inputs, given, name, domain=domain, **attributes)
        self._nodes.append(node)
        return given

    def constant(self, name: str, values: np.ndarray) -> str:
        """Keep an array and return its name."""
        self._tensors[name] = numpy_helper.from_array(values, name)
        return name

    def linear(self, given: str, *names: str) -> str:
        """Multiply by the matrices ``names``, beside each other, and add their biases."""
        matrix = np.concatenate([self._source[f"{name}.weight"] for name in names]).T
        bias = np.concatenate([self._source[f"{name}.bias"] for name in names])
        product = self.put(
            "MatMul", given, self.constant(f"{names[0]}.weight", np.array(matrix, order="C"))
        )
        return self.put("Add", product, self.constant(f"{names[0]}.bias", bias))

    def body(self, given: str, layers: int, longest: int, *, quick: bool = False) -> str:
        """Add the lower ``layers`` and return what they say of each piece.

        Args:
            given: the vectors of the pieces.
            layers: how many.
            longest: pieces of the longest sentence.
            quick: whether GELU is taken in its quick form (Hendrycks and Gimpel 2016).
        """
        at = f"{self._prefix}embeddings"
        kind = self._source[f"{at}.token_type_embeddings.weight"][0]
        positions = self._source[f"{at}.position_embeddings.weight"][:longest] + kind
        length = self.put("Shape", given, start=1, end=2)
        first = self.constant("first", np.array([0]))
        placed = self.put("Slice", self.constant("positions", positions), first, length)
        x = self._normal(self.put("Add", given, placed), f"{at}.LayerNorm")
        for number in range(layers):
            x = self._layer(x, f"{self._prefix}encoder.layer.{number}", quick=quick)
        return x

    def _layer(self, x: str, at: str, *, quick: bool) -> str:
        parts = [f"{at}.attention.self.{part}" for part in ("query", "key", "value")]
        three = self._put("Split", (self.linear(x, *parts),), 3, "", {"axis": -1, "num_outputs": 3})
        mixed = self.put("MultiHeadAttention", *three, domain=_MICROSOFT, num_heads=HEADS)
        x = self._added(x, self.linear(mixed, f"{at}.attention.output.dense"), f"{at}.attention")
        wide = self.linear(x, f"{at}.intermediate.dense")
        if quick:
            wide = self.put("QuickGelu", wide, domain=_MICROSOFT, alpha=1.702)
        else:
            wide = self.put("Gelu", wide)
        return self._added(x, self.linear(wide, f"{at}.output.dense"), at)

    def _added(self, x: str, more: str, at: str) -> str:
        return self._normal(self.put("Add", more, x), f"{at}.output.LayerNorm")

    def _normal(self, x: str, name: str) -> str:
        scale = self.constant(f"{name}.weight", self._source[f"{name}.weight"])
        shift = self.constant(f"{name}.bias", self._source[f"{name}.bias"])
        return self.put("LayerNormalization", x, scale, shift, axis=-1, epsilon=_EPSILON)

    def save(self, path: Path, given: Sequence[str], said: Mapping[str, str]) -> None:
        """Write the network with its matrices rounded to 8 bits, a scale for each column.

        Args:
            path: the file.
            given: names of what it is given, of ``INPUTS``.
            said: names of what it says, and what gives it.
        """
        nodes = [*self._nodes]
        for name, source in said.items():
            nodes.append(helper.make_node("Identity", [source], [name], name))
        graph = helper.make_graph(
            nodes,
            "sentence",
            [helper.make_tensor_value_info(name, *INPUTS[name]) for name in given],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in said],
            list(self._tensors.values()),
        )
        model = helper.make_model(graph, opset_imports=_OPERATORS, ir_version=_VERSION)
        with tempfile.TemporaryDirectory() as folder:
            exact = Path(folder) / "exact.onnx"
            save(model, exact)
            # In seven bits: eight overflow on processors without VNNI, which would then say
            # something else.
            quantize_dynamic(
                exact,
                path,
                op_types_to_quantize=["MatMul"],
                weight_type=QuantType.QInt8,
                per_channel=True,
                reduce_range=True,
                extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
            )
