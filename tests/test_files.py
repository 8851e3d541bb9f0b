"""Files appear whole or not at all."""

from pathlib import Path

import pytest

from kg.files import whole


def test_a_file_takes_its_place_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("old", encoding="utf-8")
    with whole(path) as output:
        output.write(b"ne")
        assert path.read_text(encoding="utf-8") == "old"
        output.write(b"w")
    assert (path.read_text(encoding="utf-8"), list(tmp_path.iterdir())) == ("new", [path])


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_nothing_is_left_of_a_file_that_could_not_be_written(tmp_path: Path, error: BaseException) -> None:
    (tmp_path / "x.txt").write_text("old", encoding="utf-8")

    def write() -> None:
        with whole(tmp_path / "x.txt") as output:
            output.write(b"half")
            raise error

    with pytest.raises(type(error)):
        write()
    assert [(p.name, p.read_text(encoding="utf-8")) for p in tmp_path.iterdir()] == [("x.txt", "old")]
