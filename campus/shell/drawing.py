"""Icons of the portal as an app: the school's badge or, where that is no picture, its colour."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, UnidentifiedImageError

# Drawn so many times larger and then made smaller: smooth edges.
FINER = 4
# The safe zone of a maskable icon is a circle of 80 % of its width, in which the mark must lie.
SAFE = 0.56
PLAIN = 0.86
MARK = (
    # The portal's own badge, on a field of 32 by 32: roof, walls, tick.
    ([(7, 15.5), (16, 8), (25, 15.5)], "#ffffff"),
    ([(10, 15), (10, 23.5), (22, 23.5), (22, 15)], "#ffffff"),
    ([(13, 18.6), (15.3, 20.9), (19.3, 16.6)], "#5eead4"),
)
STROKE = 2.4


@dataclass(frozen=True)
class Icon:
    """An icon's width in pixels; `filled` to its edges where the device cuts it to a shape."""

    size: int
    filled: bool = False


def drawn(icon: Icon, *, badge: Path | None, accent: str) -> Image.Image:
    """The icon: the badge on white where it is a picture of dots, else the portal's own mark."""
    picture = picture_of(badge) if badge else None
    field = ground(icon, "#ffffff" if picture else accent)
    if picture:
        put(field, picture, SAFE + 0.1 if icon.filled else PLAIN)
    else:
        draw_mark(field, 0.8 if icon.filled else 1.0)
    return field.resize((icon.size, icon.size), Image.Resampling.LANCZOS)


def picture_of(badge: Path) -> Image.Image | None:
    """The badge's dots; None for a drawing (SVG), which only a browser can paint."""
    try:
        with Image.open(badge) as opened:
            return opened.convert("RGBA")
    except UnidentifiedImageError:
        return None


def ground(icon: Icon, colour: str) -> Image.Image:
    """The field of one colour, with round corners unless it is filled."""
    width = icon.size * FINER
    field = Image.new("RGBA", (width, width), (0, 0, 0, 0))
    radius = 0 if icon.filled else round(width * 0.28)
    box = (0, 0, width - 1, width - 1)
    ImageDraw.Draw(field).rounded_rectangle(box, radius, fill=ImageColor.getrgb(colour))
    return field


def put(field: Image.Image, picture: Image.Image, share: float) -> None:
    """Lay `picture` in the middle, as large as `share` of the field allows."""
    most = field.width * share
    scale = most / max(picture.size)
    width, height = (max(1, round(side * scale)) for side in picture.size)
    fitted = picture.resize((width, height), Image.Resampling.LANCZOS)
    field.alpha_composite(fitted, ((field.width - width) // 2, (field.height - height) // 2))


def draw_mark(field: Image.Image, share: float) -> None:
    """The portal's own mark in lines with round ends."""
    draw = ImageDraw.Draw(field)
    unit = field.width / 32 * share
    margin = field.width * (1 - share) / 2
    stroke = unit * STROKE
    for corners, colour in MARK:
        points = [(margin + x * unit, margin + y * unit) for x, y in corners]
        draw.line(points, fill=colour, width=round(stroke))
        for x, y in points:
            box = (x - stroke / 2, y - stroke / 2, x + stroke / 2, y + stroke / 2)
            draw.ellipse(box, fill=colour)
