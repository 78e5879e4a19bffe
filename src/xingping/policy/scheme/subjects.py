"""Whose row it is: the id columns that a register gets from what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from xingping.policy.catalogue import FieldSpec, Register
from xingping.policy.faults import Place
from xingping.policy.language import tree
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.register import UNIT
from xingping.policy.words import Text

_UNITS = "units"  # the register that every scheme has


@dataclass(frozen=True, slots=True)
class IdColumns:
    """Adds id columns to the registers of a scheme that rates the rows of ``subject``."""

    desk: Desk
    registers: Mapping[str, Register]
    subject: str

    @property
    def owners(self) -> dict[str, str]:
        """Id column -> the register whose rows it names."""
        return {
            spec.id: register.id
            for register in self.registers.values()
            for spec in register.fields.values()
            if spec.is_id
        }

    def complete(self, places: Mapping[str, Place]) -> dict[str, Register]:
        """All registers with their id columns; ``places``: where each says whose rows it has."""
        owners = self.owners
        rated = next((name for name, owner in owners.items() if owner == self.subject), UNIT)
        return {
            name: self._complete(register, owners, rated, places[name])
            for name, register in self.registers.items()
        }

    def _complete(
        self, register: Register, owners: Mapping[str, str], rated: str, at: Place
    ) -> Register:
        own = any(spec.is_id for spec in register.fields.values())
        columns = {
            "rated": [rated] if rated == UNIT else [UNIT, rated],
            "subject": [rated],
        }.get(register.subject, [register.subject])
        fields: dict[str, FieldSpec] = {}
        for name in [] if own else columns:
            if name not in register.fields:
                fields[name] = self._column(name, owners, at)
        for name, spec in register.fields.items():
            names_rated = name == rated and not spec.is_id and spec.type == tree.TEXT
            fields[name] = replace(spec, refers=self.subject) if names_rated else spec
        return replace(register, fields=fields)

    def _column(self, name: str, owners: Mapping[str, str], at: Place) -> FieldSpec:
        units = self.registers[_UNITS].fields
        spec = self.registers[owners[name]].fields[name] if name in owners else units.get(name)
        if spec is None:
            known = {*owners, *units, "rated", "subject"}
            self.desk.unknown(at, Text("评定对象栏", "subject"), name, known)
            return FieldSpec(name, Text(name, name), tree.TEXT)
        return replace(spec, is_id=False, refers=owners.get(name, ""))
