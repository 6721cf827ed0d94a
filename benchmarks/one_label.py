"""The smallest Textual app there is: what Today's start is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class OneLabel(App[None]):
    """One label, nothing else."""

    def compose(self) -> ComposeResult:
        """The label."""
        yield Static("one label")


if __name__ == "__main__":
    OneLabel().run()
