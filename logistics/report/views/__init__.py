"""Pages: reports, sections, photos, notes."""
