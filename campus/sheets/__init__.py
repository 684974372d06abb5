"""Tables that come and go as files: read with every fault told, written without surprises.

Knows no model: rows of text and days come out, rows go in. `guard` looks at a file before anything
is unpacked, `reader` finds the headings and gives rows, `writer` makes workbooks.
"""
