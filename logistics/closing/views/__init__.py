"""The pages of the close of a semester."""
