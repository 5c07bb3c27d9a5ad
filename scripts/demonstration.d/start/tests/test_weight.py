from parceldesk.validation_data import EXPECTED_CHARGEABLE_WEIGHT
from parceldesk.weight import chargeable_weight


def test_expected_values():
    for parcel, expected in EXPECTED_CHARGEABLE_WEIGHT.items():
        assert chargeable_weight(*parcel) == expected
