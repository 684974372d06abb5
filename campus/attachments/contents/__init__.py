"""What an upload really is: found by its bytes, never by its name or by what a browser says.

photos: pictures are decoded and drawn anew, so that nothing but the picture is kept.
papers: PDF, Word and Excel files are recognised by their structure and kept as they are.
names: what people called a file, made harmless.
"""

from campus.attachments.contents.content import MOST_FILES, Content, Taken, take
from campus.attachments.contents.refusal import ALLOWED, Refusal

__all__ = ["ALLOWED", "MOST_FILES", "Content", "Refusal", "Taken", "take"]
