"""The parts of a report, each written from what one area counts."""
