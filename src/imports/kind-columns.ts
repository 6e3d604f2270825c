import { OFFICE_JURISDICTION_COLUMNS } from '../features/directory/jurisdiction/office-jurisdiction.columns';
import { LISTING_KINDS } from '../features/directory/kinds/listing-kinds';
import { UNIT_BOUNDARY_COLUMNS } from '../features/geography/boundary/unit-boundary.columns';
import { UNIT_SUCCESSION_COLUMNS } from '../features/geography/unit/unit-succession.columns';
import { UNIT_COLUMNS } from '../features/geography/unit/unit.columns';
import { PERSONAL_COLUMNS, withdrawalColumns } from '../features/records/personal-kinds';
import { STATUTORY_COLUMNS, STATUTORY_KEY_COLUMNS } from '../features/statutory/statutory.columns';
import { type FieldColumn } from '../shared/columns';
import { type ImportKind, isPersonal, isStatutory } from './import-kind';

type Fields = Readonly<Record<string, FieldColumn<unknown>>>;

const PUBLISHED_FIELDS: ReadonlyMap<string, Fields> = new Map<string, Fields>([
  ['units', UNIT_COLUMNS.fields],
  ['unitSuccessions', UNIT_SUCCESSION_COLUMNS.fields],
  ['unitBoundaries', UNIT_BOUNDARY_COLUMNS.fields],
  ['officeJurisdictions', OFFICE_JURISDICTION_COLUMNS.fields],
  ...LISTING_KINDS.map(({ name, fields }) => [name, fields] as const),
]);

/** The fields of a kind by name; of rows that are withdrawn, those that tell them apart. */
export function fieldsOf(kind: ImportKind, withdraw = false): Fields {
  if (isPersonal(kind)) return withdraw ? withdrawalColumns(kind).fields : PERSONAL_COLUMNS[kind].fields;
  if (isStatutory(kind)) return withdraw ? STATUTORY_KEY_COLUMNS.fields : STATUTORY_COLUMNS.fields;
  const fields = PUBLISHED_FIELDS.get(kind);
  if (!fields) throw new Error(`The kind ${kind} has no fields.`);
  return fields;
}
