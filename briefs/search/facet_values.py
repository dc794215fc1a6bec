"""The facets with a list of values: court, circuit, opinion type, country; weight, outcome, protected ground."""

from collections.abc import Hashable, Mapping, Sequence

import numpy as np

from briefs.models import Court
from briefs.models.vocabulary import OpinionKind, Outcome, ProtectedGround, Weight
from briefs.search.columns import GROUNDS, KINDS, OUTCOMES, WEIGHTS, Columns
from briefs.search.facets import NOT_GIVEN_LABEL, UNKNOWN, Choice, Facet


class _OneOf(Facet):
    """A facet of which a row has one value: `_codes` gives it for every row as a place in `_listed`."""

    def __init__(self, columns: Columns, values: Sequence[str]) -> None:
        self._codes, self._listed = self._coded(columns)
        super().__init__(columns, values)

    def _coded(self, columns: Columns) -> tuple[np.ndarray, list[str]]:
        raise NotImplementedError

    def admitted(self) -> np.ndarray:
        """Compare every row's value."""
        chosen = np.array([value in self.values for value in self._listed], dtype=bool)
        return chosen[self._codes]

    def count(self, rows: np.ndarray) -> dict[Hashable, int]:
        """Count each value."""
        numbers = np.bincount(self._codes[rows], minlength=len(self._listed))
        return dict(zip(self._listed, numbers.tolist(), strict=True))

    def order(self) -> list[str]:
        """Give every value there is, in order."""
        return self._listed

    def choices(self) -> list[Choice]:
        """List the values that are here, and those chosen."""
        return [self.choice(value) for value in self.order() if self.counts.get(value) or value in self.values]


class CourtFacet(_OneOf):
    """The court that decided; highest first."""

    name, label, noun = "court", "Court", "a court"

    def __init__(self, columns: Columns, values: Sequence[str], courts: Mapping[str, Court]) -> None:
        self.courts = courts
        super().__init__(columns, values)

    def _coded(self, columns: Columns) -> tuple[np.ndarray, list[str]]:
        return columns.court, [court or UNKNOWN for court in columns.courts]

    def key_of(self, value: str) -> Hashable | None:
        """Know the courts that exist."""
        return value if value in self.courts or value == UNKNOWN else None

    def name_of(self, value: str) -> str:
        """Name the court in full."""
        return self.courts[value].name if value in self.courts else NOT_GIVEN_LABEL

    def order(self) -> list[str]:
        """List by rank."""
        return [*self.courts, UNKNOWN]


class CircuitFacet(_OneOf):
    """The circuit the court sits in."""

    name, label, noun = "circuit", "Circuit", "a circuit"
    NUMBERED = {"1": "First", "2": "Second", "3": "Third", "4": "Fourth", "5": "Fifth", "6": "Sixth", "7": "Seventh"}
    NUMBERED |= {"8": "Eighth", "9": "Ninth", "10": "Tenth", "11": "Eleventh", "DC": "D.C.", "Fed": "Federal"}

    def _coded(self, columns: Columns) -> tuple[np.ndarray, list[str]]:
        return columns.circuits

    def key_of(self, value: str) -> Hashable | None:
        """Know the circuits there are."""
        return value if value in self.NUMBERED else None

    def name_of(self, value: str) -> str:
        """Name the circuit."""
        return f"{self.NUMBERED[value]} Circuit"

    def order(self) -> list[str]:
        """List by number."""
        return list(self.NUMBERED)


class KindFacet(_OneOf):
    """What the opinion is: the court's, a dissent ..."""

    name, label, noun = "kind", "Opinion type", "a type of opinion"

    def _coded(self, columns: Columns) -> tuple[np.ndarray, list[str]]:
        return columns.kind, KINDS

    def key_of(self, value: str) -> Hashable | None:
        """Know the kinds there are."""
        return value if value in KINDS else None

    def name_of(self, value: str) -> str:
        """Name the kind."""
        return str(OpinionKind(value).label)


class CountryFacet(_OneOf):
    """The country the claim is about; those whose brief names none are not listed."""

    name, label, noun = "country", "Country", "a country"

    def _coded(self, columns: Columns) -> tuple[np.ndarray, list[str]]:
        return columns.country, columns.countries

    def key_of(self, value: str) -> Hashable | None:
        """Know the countries that are here."""
        return value if value and value in self.columns.countries else None

    def name_of(self, value: str) -> str:
        """Name the country."""
        return value

    def order(self) -> list[str]:
        """List by name."""
        return sorted(country for country in self.columns.countries if country)


class _SomeOf(Facet):
    """A facet of which a row may have several values: each a bit."""

    listed: Sequence[str]

    def _bits(self) -> np.ndarray:
        raise NotImplementedError

    def key_of(self, value: str) -> Hashable | None:
        """Know the values there are."""
        return value if value in self.listed else None

    def admitted(self) -> np.ndarray:
        """Ask every row for any of the bits."""
        return (self._bits() & sum(1 << self.listed.index(value) for value in self.values)) != 0

    def count(self, rows: np.ndarray) -> dict[Hashable, int]:
        """Count each bit."""
        numbers = np.bincount(self._bits()[rows], minlength=1 << len(self.listed))
        together = np.arange(len(numbers))
        return {value: int(numbers[(together >> at) & 1 == 1].sum()) for at, value in enumerate(self.listed)}

    def choices(self) -> list[Choice]:
        """List the values that are here, and those chosen."""
        return [self.choice(value) for value in self.listed if self.counts.get(value) or value in self.values]


class WeightFacet(_SomeOf):
    """What a proposition is worth as law."""

    name, label, noun = "weight", "Weight", "a weight"
    listed = WEIGHTS

    def _bits(self) -> np.ndarray:
        return self.columns.weights

    def name_of(self, value: str) -> str:
        """Name the weight."""
        return str(Weight(value).label)


class OutcomeFacet(_SomeOf):
    """Whom a ruling favours."""

    name, label, noun = "outcome", "Outcome", "an outcome"
    listed = OUTCOMES

    def _bits(self) -> np.ndarray:
        return self.columns.outcomes

    def name_of(self, value: str) -> str:
        """Name the outcome."""
        return str(Outcome(value).label)


class GroundFacet(_SomeOf):
    """The protected ground that was claimed."""

    name, label, noun = "ground", "Protected ground", "a protected ground"
    listed = GROUNDS

    def _bits(self) -> np.ndarray:
        return self.columns.grounds

    def name_of(self, value: str) -> str:
        """Name the ground."""
        return str(ProtectedGround(value).label)
