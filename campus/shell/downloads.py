"""Private files on their way to a browser."""

import mimetypes
import re
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header

# Names that every proxy takes as they are; proxies differ over what has to be decoded.
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")


def file_answer(stored: str, *, name: str, inline: bool = False) -> HttpResponseBase:
    """The private file `stored`, saved as `name`, or with `inline` shown by the browser.

    The caller has asked whether the reader may see it. In production the proxy sends the bytes, so
    that a slow phone holds no web process. Raises FileNotFoundError.
    """
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    answer: HttpResponseBase
    if settings.FILES_BY_PROXY and PLAIN.fullmatch(stored):
        answer = HttpResponse(content_type=kind)
        answer["X-Accel-Redirect"] = str(PurePosixPath(settings.FILES_BY_PROXY) / stored)
    else:
        answer = FileResponse(default_storage.open(stored), content_type=kind)
    answer["Content-Disposition"] = content_disposition_header(not inline, name) or "inline"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, max-age=3600"
    return answer
