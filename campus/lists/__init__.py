"""Many records, find some: search, filters, order, pages, export, acts on the selected.

ListPage: what one list is made of; written once by its area, named in `registry`.
SavedView: a search that somebody has named, for themselves or for others.
"""
