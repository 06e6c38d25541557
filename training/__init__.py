"""How the shipped names model is made: corpus, augmentation, network, training, export. Not part of the wheel."""
