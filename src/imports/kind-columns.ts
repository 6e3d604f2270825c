import { AGENT_COLUMNS } from '../features/directory/agent/agent.columns';
import { CLINIC_COLUMNS } from '../features/directory/clinic/clinic.columns';
import { EMPLOYER_COLUMNS } from '../features/directory/employer/employer.columns';
import { OFFICE_JURISDICTION_COLUMNS } from '../features/directory/jurisdiction/office-jurisdiction.columns';
import { OFFICE_COLUMNS } from '../features/directory/office/office.columns';
import { type PublishedKind } from '../features/directory/publication/publication.types';
import { UNIT_BOUNDARY_COLUMNS } from '../features/geography/boundary/unit-boundary.columns';
import { UNIT_SUCCESSION_COLUMNS } from '../features/geography/unit/unit-succession.columns';
import { UNIT_COLUMNS } from '../features/geography/unit/unit.columns';
import { PERSONAL_COLUMNS, withdrawalColumns } from '../features/records/personal-kinds';
import { type FieldColumn } from '../shared/columns';
import { type ImportKind, isPersonal } from './import-kind';

/** The fields of every kind, by the names that manifests use. */
export const KIND_COLUMNS = {
  units: UNIT_COLUMNS,
  unitSuccessions: UNIT_SUCCESSION_COLUMNS,
  unitBoundaries: UNIT_BOUNDARY_COLUMNS,
  offices: OFFICE_COLUMNS,
  officeJurisdictions: OFFICE_JURISDICTION_COLUMNS,
  clinics: CLINIC_COLUMNS,
  agents: AGENT_COLUMNS,
  employers: EMPLOYER_COLUMNS,
} as const satisfies Record<PublishedKind, unknown>;

/** The fields of a kind by name; of rows that are withdrawn, those that tell them apart. */
export function fieldsOf(kind: ImportKind, withdraw = false): Readonly<Record<string, FieldColumn<unknown>>> {
  if (!isPersonal(kind)) return KIND_COLUMNS[kind].fields;
  return withdraw ? withdrawalColumns(kind).fields : PERSONAL_COLUMNS[kind].fields;
}
