"""What a sales journal knows: the words, the rules and the numbers, without a screen or a database."""

__version__ = "0.1.0"
