"""The archive of a closed semester: one file that can be read and checked without the portal."""
