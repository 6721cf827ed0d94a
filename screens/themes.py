"""The two themes of the journal, and the shades that any other theme gets from its own colours."""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

DUSK = Theme(
    name="dusk",
    primary="#8ab8e6",
    secondary="#b9a3e3",
    accent="#e8b866",
    foreground="#d8dce4",
    background="#15181e",
    surface="#1c2028",
    panel="#232833",
    success="#8fca9a",
    warning="#e5bd6e",
    error="#ec9a94",
    dark=True,
    variables={
        "muted": "#98a1b0",
        "faint": "#3f4653",
        "heat-1": "#55708d",
        "heat-2": "#678aab",
        "heat-3": "#78a0c8",
        "heat-4": "#8ab8e6",
        "block-cursor-background": "#283240",
        "block-cursor-foreground": "#d8dce4",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#1c2028",
        "input-cursor-background": "#d8dce4",
        "input-cursor-foreground": "#15181e",
        "input-selection-background": "#3a4a60",
        "border": "#e8b866",
        "border-blurred": "#3f4653",
    },
)

PAPER = Theme(
    name="paper",
    primary="#1d5c96",
    secondary="#6a4c9c",
    accent="#8f5200",
    foreground="#25282d",
    background="#faf8f2",
    surface="#f2ede4",
    panel="#eae4d8",
    success="#22683a",
    warning="#805000",
    error="#a12a26",
    dark=False,
    variables={
        "muted": "#5d6068",
        "faint": "#c6c1b5",
        "heat-1": "#5f8bb2",
        "heat-2": "#497ba8",
        "heat-3": "#336c9f",
        "heat-4": "#1d5c96",
        "block-cursor-background": "#d9e4ef",
        "block-cursor-foreground": "#25282d",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#f2ede4",
        "input-cursor-background": "#25282d",
        "input-cursor-foreground": "#faf8f2",
        "input-selection-background": "#c3d6e8",
        "border": "#8f5200",
        "border-blurred": "#c6c1b5",
    },
)

_MUTED = 0.72
_FAINT = 0.26
_HEAT_DARK = (0.55, 0.70, 0.85, 1.0)
_HEAT_LIGHT = (0.70, 0.80, 0.90, 1.0)


def own_shades(theme: Theme) -> dict[str, str]:
    """The journal's own variables for a theme that does not name them: $muted, $faint, $heat-1 to $heat-4."""
    if "muted" in theme.variables:
        return {}
    colours = theme.to_color_system().generate()
    page = Color.parse(colours["background"])
    words = Color.parse(colours["foreground"])
    primary = Color.parse(colours["primary"])
    heat = _HEAT_DARK if theme.dark else _HEAT_LIGHT
    return {
        "muted": page.blend(words, _MUTED).hex,
        "faint": page.blend(words, _FAINT).hex,
        **{f"heat-{step}": page.blend(primary, share).hex for step, share in enumerate(heat, 1)},
    }
