"""Speed goals, measured as ratios within one run: `make bench`."""
