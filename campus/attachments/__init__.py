"""Photos and documents that belong to a record, whichever record it is.

StoredFile: a content, kept once however often it is uploaded → swept when nobody needs it.
Attachment: loose in its uploader's hand → bound to a record → removed (the row stays, the file
goes). A loose one is thrown away after a day.
contents: what an upload really is; photos lose everything but the picture.
"""
