import json


def test_a_rota_without_tickets_needs_no_course(built, rota):
    result = rota("training", built)
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "No ticket runs out unrenewed until Sun 7 Feb 2027."
    )


def test_whoever_is_alone_in_a_post_is_named(built, rota):
    said = rota("training", built, "--beyond", 0).stdout
    assert "Shifts that depend on one person" in said
    assert "Cat Fox" in said


def test_other_programs_are_told_the_same(built, rota):
    told = json.loads(rota("training", built, "--json").stdout)
    assert (told["tickets"], told["proved"], told["harm"]) == ([], True, 0)
    assert "X1" in [each["person"] for each in told["depends_on"]]
