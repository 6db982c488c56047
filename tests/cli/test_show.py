import pytest


def test_the_rota_is_shown_by_car_week_by_week(built, rota):
    result = rota("show", built)
    assert result.exit_code == 0
    assert "Week of Mon 4 Jan 2027" in result.stdout
    rota_itself, legend = result.stdout.split("Each crew from the top")
    # Three shifts, and a day of leave told below them.
    assert rota_itself.count("Cat Fox") == 4
    assert "▬ leave: Cat Fox Wed" in rota_itself
    assert rota_itself.count("□ not crewed") == 1
    assert "□ open  · spare  ▬ leave" in legend


def test_the_usual_folder_need_not_be_named(built, rota):
    assert rota("show").stdout == rota("show", built).stdout


@pytest.mark.parametrize("name", ["rota.csv", "rota.json"])
def test_one_file_is_enough_and_no_book_is_needed(built, rota, folder, name):
    alone = folder / "alone"
    alone.mkdir()
    (folder / built / name).rename(alone / name)
    for path in (folder / "book").iterdir():
        path.unlink()
    assert "Cat Fox" in rota("show", alone / name).stdout


def test_by_person_gives_a_row_a_person(built, rota):
    result = rota("show", "--by", "person")
    rows = [line for line in result.stdout.splitlines() if line.startswith("Cat Fox")]
    # Three days of ten hours.
    assert [row.split()[-1] for row in rows] == ["30"]


def test_by_week_gives_a_line_a_shift(built, rota):
    result = rota("show", "--by", "week")
    assert result.stdout.count("08:00–18:00") == 4


def test_one_persons_shifts_are_listed_by_name_or_id(built, rota):
    for word in ("Cat Fox", "cat", "X1", "x1"):
        result = rota("show", "--person", word)
        assert "Cat Fox (X1, physiotherapist): 3 shifts, 30 h" in result.stdout


def test_an_unknown_person_is_told_with_the_likely_name(built, rota):
    result = rota("show", "--person", "Cat Foxx")
    assert result.exit_code == 2
    assert "Did you mean Cat Fox?" in result.stderr


def test_a_word_that_could_be_several_people_is_told_with_their_ids(built, rota):
    result = rota("show", "--person", "a")
    assert result.exit_code == 2
    said = " ".join(result.stderr.split())
    assert "=Bob Day (P2), Ann Lee (P1), Cat Fox (X1)" in said


def test_gaps_are_shown_with_reasons(built, rota):
    result = rota("show", "--gaps")
    assert "2 open places" in result.stdout
    assert "[Leave.csv]Leave!C2" in result.stdout
    assert "4 spare places: wanted, not needed" in result.stdout


def test_an_order_that_there_is_not_is_told_with_those_that_there_are(built, rota):
    result = rota("show", "--by", "cars")
    assert result.exit_code == 2
    assert "cars is none of car, person, week" in result.stderr
    assert "Value error" not in result.stderr


def test_only_the_days_asked_for_are_shown(built, rota):
    result = rota("show", "--from", "2027-01-07", "--weeks", 1)
    assert result.stdout.count("Cat Fox") == 1
    assert "leave" not in result.stdout
    assert rota("show", "--from", "2028-01-01").exit_code == 2


def test_only_the_car_asked_for_is_shown(built, rota):
    assert "F-1" in rota("show", "--unit", "f-1").stdout
    result = rota("show", "--unit", "F-2")
    assert result.exit_code == 2
    assert "It has F-1." in result.stderr


@pytest.mark.parametrize("by", ["car", "person", "week"])
def test_a_pipe_gets_plain_text(built, rota, by, monkeypatch):
    monkeypatch.delenv("NO_COLOR")
    assert "\x1b" not in rota("show", "--by", by).stdout


def test_a_rota_that_is_not_there_says_what_to_do(folder, rota):
    result = rota("show", "nowhere")
    assert result.exit_code == 2
    assert "rota build" in result.stderr


def test_the_page_is_refused_with_the_files_that_can_be_read(built, rota):
    for command in ("show", "audit"):
        result = rota(command, f"{built}/rota.html")
        assert result.exit_code == 2
        said = " ".join(result.stderr.split())
        assert "a folder that `rota build` wrote, or its rota.csv, rota.json" in said


def test_a_bad_cell_of_an_edited_file_is_named(built, rota, folder):
    path = folder / built / "rota.csv"
    path.write_text(path.read_text().replace("2027-01-05,", "2027-01-55,", 1))
    result = rota("show", built)
    assert result.exit_code == 2
    assert "2027-01-55" in result.stderr
    assert "A5" in result.stderr
