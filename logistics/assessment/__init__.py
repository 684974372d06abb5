"""Class assessment (文明班级考核): what classes lose and win in all areas, summed up week by week.

AssessmentScheme: which sources count how much; a draft until it is put in use, then frozen.
AssessmentWeek: a week that was published: its results and marks stay as they were then; what is put
right afterwards is shown beside them.
"""
