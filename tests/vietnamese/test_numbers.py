"""Numbers have a dot for thousands, a comma for decimals, and halves rounded up."""

from decimal import Decimal

import pytest

from vietnamese import format_number


@pytest.mark.parametrize(
    ("value", "digits", "unit", "text"),
    [
        (0, None, "", "0"), (1234567, None, "", "1.234.567"), (-1234.5, None, "", "-1.234,5"),
        (0.1, None, "", "0,1"), (98.5, 0, "%", "99%"), (97.5, 2, " điểm", "97,50 điểm"),
        (0.125, 2, "", "0,13"), (Decimal("1.10"), None, "", "1,1"), (1e-7, None, "", "0,0000001"),
        (10**21, None, "", "1.000.000.000.000.000.000.000"), (1500000, None, " đồng",
        "1.500.000 đồng"), (100.0, None, "%", "100%"),
    ],
)  # fmt: skip
def test_a_number_is_printed_as_vietnamese_write_it(
    value: float | Decimal, digits: int | None, unit: str, text: str
) -> None:
    assert format_number(value, digits, unit) == text


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        format_number(value)
