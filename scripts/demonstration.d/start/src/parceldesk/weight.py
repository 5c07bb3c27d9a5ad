"""Chargeable weight of a parcel. Source: docs/specs/chargeable_weight.md."""

VOLUME_OF_A_KILOGRAM = 5000  # cubic centimetres


def volumetric_weight(length, width, height):
    return length * width * height / VOLUME_OF_A_KILOGRAM


def chargeable_weight(weight, length, width, height):
    return int(max(weight, volumetric_weight(length, width, height)))
