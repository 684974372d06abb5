"""The semester report (工作总结): written from what the areas have counted, then by people.

SemesterReport: one for each semester, in the language chosen when it was made.
ReportSection: one part of it. What nobody has edited is written anew with the figures; beside what
somebody has edited the new text is only offered: taken over, merged or left.
SectionVersion: what a section said, from when on and by whom; never changed.
ReportNote: something that the office wants to be told, noted while the semester runs.
SectionPhoto: a photo of some record that stands below a section, with its caption.
"""
