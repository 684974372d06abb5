"""The report as a Word document, laid out as official documents are (GB/T 9704-2012).

`writer` puts it together; `layout` is the page, `styles` the kinds of paragraphs, `numbers` the
numbers that Word itself makes of headings, `pictures` photos made small.
"""
