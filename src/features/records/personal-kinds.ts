import type { EntityTarget } from 'typeorm';
import type { FieldColumn, RecordColumns } from '../../shared/columns';
import { IDENTITY_DOCUMENT_COLUMNS } from '../people/document/identity-document.columns';
import { IdentityDocument } from '../people/document/identity-document.entity';
import type { OpenDocument } from '../people/document/identity-document.store';
import { PERSON_COLUMNS } from '../people/person.columns';
import type { OpenPerson } from '../people/person.store';
import { Benefit } from './benefit.entity';
import { Contribution } from './contribution.entity';
import { HealthCard } from './health-card.entity';
import { BENEFIT_COLUMNS, CONTRIBUTION_COLUMNS, HEALTH_CARD_COLUMNS, VISIT_COLUMNS } from './record.columns';
import { Visit } from './visit.entity';

/** A row of a person's record: of the insurance, or an identity paper. */
export type PersonalRecord = Contribution | Benefit | Visit | HealthCard | OpenDocument;
/** A row of a personal kind. */
export type PersonalRow = OpenPerson | PersonalRecord;
/** What names a row of a personal kind; which values beside the person depends on the kind. */
export interface PersonalKey {
  readonly personId: number;
}

/** The kinds of records of a person, by the names that manifests use. */
export const RECORD_ENTITIES = {
  identityDocuments: IdentityDocument,
  contributions: Contribution,
  benefits: Benefit,
  visits: Visit,
  cards: HealthCard,
} as const satisfies Readonly<Record<string, EntityTarget<PersonalKey>>>;

/** Name of a kind of records. */
export type RecordKind = keyof typeof RECORD_ENTITIES;
export const RECORD_KINDS = Object.keys(RECORD_ENTITIES) as RecordKind[];

/** Which columns of the files of each personal kind mean what; people come first, because the others belong to them. */
export const PERSONAL_COLUMNS = {
  people: PERSON_COLUMNS,
  identityDocuments: IDENTITY_DOCUMENT_COLUMNS,
  contributions: CONTRIBUTION_COLUMNS,
  benefits: BENEFIT_COLUMNS,
  visits: VISIT_COLUMNS,
  cards: HEALTH_CARD_COLUMNS,
} as const;

/** Name of a personal kind. */
export type PersonalKind = keyof typeof PERSONAL_COLUMNS;
export const PERSONAL_KINDS = Object.keys(PERSONAL_COLUMNS) as PersonalKind[];

/** The values that tell the rows of one kind apart, as one text. */
export function keyOf(kind: PersonalKind, row: PersonalKey): string {
  return KEYS[kind].map((name) => String((row as unknown as Record<string, unknown>)[name])).join('|');
}

/** The values that tell a row of a kind from the others, by the names of their columns. */
export function keyValues(kind: PersonalKind, row: PersonalKey): Record<string, string | number> {
  const values = row as unknown as Record<string, string | number>;
  return Object.fromEntries(KEYS[kind].map((name) => [name, values[name] ?? '']));
}

/** The values that tell the rows of a kind apart, by the names of their columns. */
export const KEYS = {
  people: ['personId'],
  identityDocuments: ['personId', 'kind'],
  contributions: ['personId', 'fromMonth', 'employerCode', 'kindBits'],
  benefits: ['personId', 'kind', 'fromDay', 'regime'],
  visits: ['personId', 'admittedOn', 'clinicCode', 'visitCode'],
  cards: ['personId', 'validFrom'],
} as const satisfies Readonly<Record<PersonalKind, readonly string[]>>;

/** Which columns of a file that withdraws rows of a kind mean what: those that tell its rows apart. */
export function withdrawalColumns(kind: PersonalKind): RecordColumns<PersonalKey> {
  const fields: Readonly<Record<string, FieldColumn<unknown>>> = PERSONAL_COLUMNS[kind].fields;
  const named = Object.fromEntries(KEYS[kind].map((name) => [name, fields[name]]));
  // The keys are names of columns of the kind: the tests ask for the fields of all kinds.
  return { fields: named as unknown as RecordColumns<PersonalKey>['fields'], check: () => [] };
}
