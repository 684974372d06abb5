"""The school's rosters: departments, classes, staff, pupils and duties brought in from a workbook.

RosterImport: reading → faulty (rows to mend), or ready → applied → taken back. What is neither
applied nor mended within a week is let go of.
RosterChange: one row of it, with old and new of each field; kept for taking the import back.
First passwords are printed as slips, by class and by department.
"""
