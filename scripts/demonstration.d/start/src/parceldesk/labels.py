"""The lines that are printed on a label."""


def label_lines(name, street, town):
    return [name, street, town]
