"""Answers that are kept in memory because they were asked for lately."""

from typing import Any


def keep(answers: dict[Any, Any], asked: Any, answer: Any, most: int) -> None:
    """Keep an answer; of more than `most` the one that came first goes."""
    if len(answers) >= most:
        answers.pop(next(iter(answers)))
    answers[asked] = answer
