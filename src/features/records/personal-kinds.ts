import type { EntityTarget } from 'typeorm';
import { PERSON_COLUMNS } from '../people/person.columns';
import type { OpenPerson } from '../people/person.store';
import { Benefit } from './benefit.entity';
import { Contribution } from './contribution.entity';
import { HealthCard } from './health-card.entity';
import { BENEFIT_COLUMNS, CONTRIBUTION_COLUMNS, HEALTH_CARD_COLUMNS, VISIT_COLUMNS } from './record.columns';
import { Visit } from './visit.entity';

/** A row of a person's insurance record. */
export type InsuranceRecord = Contribution | Benefit | Visit | HealthCard;
/** A row of a personal kind. */
export type PersonalRow = OpenPerson | InsuranceRecord;

/** The kinds of records of a person, by the names that manifests use. */
export const RECORD_ENTITIES = {
  contributions: Contribution,
  benefits: Benefit,
  visits: Visit,
  cards: HealthCard,
} as const satisfies Readonly<Record<string, EntityTarget<InsuranceRecord>>>;

/** Name of a kind of records. */
export type RecordKind = keyof typeof RECORD_ENTITIES;
export const RECORD_KINDS = Object.keys(RECORD_ENTITIES) as RecordKind[];

/** Which columns of the files of each personal kind mean what; people come first, because the others belong to them. */
export const PERSONAL_COLUMNS = {
  people: PERSON_COLUMNS,
  contributions: CONTRIBUTION_COLUMNS,
  benefits: BENEFIT_COLUMNS,
  visits: VISIT_COLUMNS,
  cards: HEALTH_CARD_COLUMNS,
} as const;

/** Name of a personal kind. */
export type PersonalKind = keyof typeof PERSONAL_COLUMNS;
export const PERSONAL_KINDS = Object.keys(PERSONAL_COLUMNS) as PersonalKind[];

/** The values that tell the rows of one kind apart, as one text. */
export function keyOf(kind: PersonalKind, row: PersonalRow): string {
  if (kind === 'people') return String(row.personId);
  return KEYS[kind].map((name) => String((row as unknown as Record<string, unknown>)[name])).join('|');
}

const KEYS: Readonly<Record<Exclude<PersonalKind, 'people'>, readonly string[]>> = {
  contributions: ['personId', 'fromMonth', 'employerCode', 'kindBits'],
  benefits: ['personId', 'kind', 'fromDay', 'regime'],
  visits: ['personId', 'admittedOn', 'clinicCode'],
  cards: ['personId', 'validFrom'],
};
