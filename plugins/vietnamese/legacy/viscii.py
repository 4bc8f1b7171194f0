"""VISCII text or bytes in; Unicode out."""

_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
TABLE = {chr(byte): letter for byte, letter in [*_LOW.items(), *enumerate(_HIGH, 0x80)]}


def viscii_to_unicode(text: str) -> str:
    """Return VISCII text in Unicode. `text` holds the bytes as Latin-1 or windows-1252 characters.

    Source: RFC 1456; six capitals stand at control characters.
    """
    return "".join(map(_letter, text))


def _letter(character: str) -> str:
    if character > "\xff":
        try:
            character = character.encode("cp1252").decode("latin-1")
        except UnicodeEncodeError:
            return character
    return TABLE.get(character, character)
