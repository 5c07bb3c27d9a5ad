"""Expected values, each worked out from the spec and never from a run of the code."""

EXPECTED_CHARGEABLE_WEIGHT = {
    # (kg, cm, cm, cm): kg
    (9, 40, 40, 40): 12,
    (14, 20, 20, 20): 14,
}
