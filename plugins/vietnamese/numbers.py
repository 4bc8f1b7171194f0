"""A number in; its Vietnamese spelling out."""

from decimal import ROUND_HALF_UP, Decimal


def format_number(value: float | Decimal, digits: int | None = None, unit: str = "") -> str:
    """Return `value` with a dot for thousands and a comma for decimals, then `unit` as given.

    `digits` fixes the decimals, halves rounded up as in scores; None keeps what the value has.
    Raises ValueError where the value is not finite. Babel writes the number (CLDR `vi`), but its
    own rounding is half to even (0.125 → 0,12) and its default cuts to three decimals.
    """
    from babel.numbers import format_decimal  # late: importing this package must stay cheap

    exact = Decimal(str(value))
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {value}")
    if digits is None:
        digits = max(0, -int(exact.normalize().as_tuple().exponent))
    exact = exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    pattern = "#,##0." + "0" * digits if digits else "#,##0"
    return format_decimal(exact, format=pattern, locale="vi", decimal_quantization=False) + unit
