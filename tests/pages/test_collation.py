"""The order of names, whatever script they are in."""

import pytest

from generator.pages.collation import collate


@pytest.mark.parametrize(
    "ordered",
    [
        ["Ада", "Ґанок", "Дія", "Ера", "Єва", "Жук", "Ива", "Іва", "Їжак", "Йод", "Кит", "Ящик"],
        ["Гай", "Ґава", "Дім"],
        ["Ёж", "Жук", "Сыр", "Чай", "Эхо", "Юг"],
        ["Aarhus", "Ábrego", "Acre", "Łódź", "Lund", "Ørsted", "Osaka", "Zürich"],
        ["Bakhmut", "“Butterfly”", "Čapek", "co-author", "Coast"],
        ["24tv", "Gazette", "Ουρανός", "Вісник", "הארץ", "الجزيرة"],
        ["ابن", "أحمد", "الجزيرة", "تونس"],
        ["De", "de", "dé", "deal"],
    ],
)
def test_names_stand_in_the_order_of_their_letters(ordered: list[str]) -> None:
    """Accents, capitals and signs count only between names that are else alike."""
    disordered = ordered[::-1]
    assert sorted(disordered, key=collate) == ordered


def test_two_names_are_never_alike() -> None:
    """The order must not depend on that of the files."""
    assert len({collate(name) for name in ("Ere", "ere", "éré", "e-re", "e re", "“ere”")}) == 6
