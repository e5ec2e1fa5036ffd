# Worked examples in the form of the authors' file, invented.
Example = {
    "Stack-Biology": '''Post: Why do cats' eyes shine at night?
Passage:
A mirror behind the retina, the tapetum, sends light through it twice.

Post: What makes blood red?
Passage:
Oxygen bound to the iron of hemoglobin.\nIron is why "rust" comes to mind.
''',
    "Stack-Medical": '''Post: Is a fever dangerous?
Passage:
Fever is a set point that the hypothalamus has raised.
''',
    'Stack-Bioinformatics': """Post: What is a read?
Passage:
A read is the sequence of one fragment.
""",
    "MedXpertQA-Exam": '''Exam: A man limps after a long flight. What is sought?
Passage:
Sitting still favors clots in the veins of the calf.
''',
    "MedQA-Diag": '''Exam: A child drools and leans forward. What is it?
Passage:
Epiglottitis narrows the airway within hours.
''',
    "PMC-Treat": '''Case: A swimmer's ear canal itches and weeps.
Passage:
Drops with an acid dry the canal.
''',
    "PMCPatients": '''Case: A gardener has a nodule that climbs the arm.
Similar Case:
A florist had ulcers along the lymph vessels; Sporothrix grew.
''',
    "IIYiPatients-EN": '''Case: A cook burnt a hand.
Similar Case:
A baker burnt a forearm; water cooled it.

It healed.
'''
}
