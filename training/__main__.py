"""Make the shipped names model: `python -m training`.

Needs the extra `training` (`pip install -e .[training]`); about half an hour on two cores that have bfloat16, an hour on others.
"""

import argparse
import random
from functools import partial
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from briefex.components.names.model import MODELS, Pieces
from training.base import base_file
from training.data import examples
from training.export import write_model
from training.markup import read_corpus
from training.network import Tagger
from training.parity import check, parity, write
from training.teacher import load_teacher
from training.train import Settings, train

CORPUS = Path(__file__).parent / "corpus"
HELD_OUT_SHARE = 20  # every n-th blurb watches the training; it is never reported as accuracy


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("-o", "--out", type=Path, default=MODELS / "names_v1", help="model folder to write (default: the shipped one)")
    parser.add_argument("--epochs", type=int, default=Settings.epochs)
    parser.add_argument("--version", default="1.0.0", help="version named in the model's config")
    parser.add_argument("--all", action="store_true", help="train on the watched blurbs too, as the shipped model is")
    parser.add_argument("--start", type=Path, help="begin from these float weights instead of the base encoder, at half the rates")
    parser.add_argument("--teacher", type=Path, help="learn from this larger network too (python -m training.teacher)")
    parser.add_argument("--keep", type=Path, help="keep the state here after each epoch, and go on from it if it is there")
    parser.add_argument("--float", type=Path, help="also keep the float weights here, as safetensors")
    arguments = parser.parse_args()
    blurbs = [blurb for _, blurb in read_corpus(sorted(CORPUS.glob("*.txt")))]
    watched = blurbs[::HELD_OUT_SHARE]
    trained = blurbs if arguments.all else [b for i, b in enumerate(blurbs) if i % HELD_OUT_SHARE]
    print(f"{len(trained)} blurbs to train on, {len(watched)} watched", flush=True)
    share = 0.5 if arguments.start else 1.0
    settings = Settings(epochs=arguments.epochs, encoder_rate=Settings.encoder_rate * share, head_rate=Settings.head_rate * share)
    vocabulary = base_file("vocab.txt")
    torch.manual_seed(settings.seed)
    model = Tagger()
    model.load_base(base_file("model.safetensors"))
    if arguments.start:
        model.load_state_dict(load_file(str(arguments.start)))
    teacher = load_teacher(arguments.teacher) if arguments.teacher else None
    report = partial(print, flush=True)
    train(model, trained, vocabulary, settings, watched, teacher=teacher, kept=arguments.keep, report=report)
    if arguments.float:
        save_file({k: v.contiguous() for k, v in model.state_dict().items()}, str(arguments.float))
    pieces = Pieces(vocabulary)
    sample = random.Random(settings.seed).sample(trained, min(150, len(trained)))
    calibration = [e for b in sample for e in examples(b, pieces, limit=settings.window)]
    write_model(model, arguments.out, vocabulary, calibration, version=arguments.version, window=settings.window)
    found = parity(model, arguments.out, watched)
    write(arguments.out, found)
    print(f"written: {arguments.out}; int8 against float: {found}")
    check(found)


if __name__ == "__main__":
    torch.set_num_threads(2)
    main()
