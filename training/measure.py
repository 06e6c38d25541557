"""How well a network finds names before it is rounded, and how well its teacher does: exact F1, with the rules after the network.

    python -m training.measure FLOAT.safetensors data/gold/dev
    python -m training.measure --teacher TEACHER.safetensors data/gold/dev

The float weights are what `python -m training --float` and `python -m training.teacher` keep.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file

from benchmarks.mentions import table
from briefex.components.names.model import NameModel, NetworkInput
from briefex.gold import read_gold
from training.network import Network, Tagger
from training.teacher import load_teacher


class FloatModel(NameModel):
    """The shipped model's windows and rules around a network in PyTorch."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self._network = network.eval()
        self._transitions, self._start = (t.detach().numpy() for t in network.masked_transitions())

    def window_scores(self, window: NetworkInput) -> np.ndarray:
        """The network's scores for one window: float32, (words, labels)."""
        inputs = (torch.from_numpy(values)[None] for values in (window.ids, window.shapes, window.lines, window.first))
        with torch.no_grad():
            return self._network(*inputs)[0].numpy()  # type: ignore[no-any-return]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.measure", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--teacher", action="store_true", help="the weights are a teacher's")
    arguments = parser.parse_args()
    if arguments.teacher:
        network: Network = load_teacher(arguments.weights)
    else:
        network = Tagger()
        network.load_state_dict(load_file(str(arguments.weights)))
    model = FloatModel(network)
    for path in arguments.gold:
        documents = []
        for record in read_gold(path).records:
            (names,) = model.find([record.document.text])
            documents.append(({(f.start, f.end, f.tag) for f in names}, {(m.start, m.end, m.label) for m in record.mentions}))
        print(f"{path.name}\n\n{table(documents)}\n")


if __name__ == "__main__":
    torch.set_num_threads(2)
    main()
