import { Between } from 'typeorm';
import { insertRows, replaceRows } from '../../database/bulk-rows';
import type { Database } from '../../database/database';
import type { OpenPerson, PersonStore } from '../people/person.store';
import {
  type InsuranceRecord,
  keyOf,
  type PersonalKind,
  type PersonalRow,
  RECORD_ENTITIES,
  RECORD_KINDS,
  type RecordKind,
} from './personal-kinds';

/** Records of some persons by kind. */
export type RecordsByKind = Readonly<Record<RecordKind, readonly InsuranceRecord[]>>;

/** Takes rows of persons and of their records as imports bring them. */
export class PersonalDataStore {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonStore,
  ) {}

  /**
   * Puts rows in place of those with the same key, in one transaction; of rows with one key the last counts. Taking the
   * same rows twice changes nothing.
   */
  async take(kind: PersonalKind, rows: readonly PersonalRow[]): Promise<void> {
    const distinct = [...new Map(rows.map((row) => [keyOf(kind, row), row])).values()];
    if (distinct.length === 0) return;
    if (kind === 'people') return this.persons.replace(distinct as OpenPerson[]);
    await this.database.write((manager) => replaceRows(manager, RECORD_ENTITIES[kind], distinct));
  }

  /**
   * Puts persons and all their records in place of whatever is on record for the keys from the first person to the
   * last, in one transaction. Persons must come in the order of their keys, without others between them.
   */
  async takeWhole(persons: readonly OpenPerson[], records: RecordsByKind): Promise<void> {
    const first = persons[0];
    const last = persons.at(-1);
    if (!first || !last) return;
    const personId = Between(first.personId, last.personId);
    const replacePersons = this.persons.replacement(persons);
    await this.database.write(async (manager) => {
      await replacePersons(manager);
      for (const kind of RECORD_KINDS) {
        const distinct = [...new Map(records[kind].map((row) => [keyOf(kind, row), row])).values()];
        await manager.delete(RECORD_ENTITIES[kind], { personId });
        await insertRows(manager, RECORD_ENTITIES[kind], distinct);
      }
    });
  }

  /** Which of these persons are known. */
  knownIds(personIds: readonly number[]): Promise<Set<number>> {
    return this.persons.knownIds(personIds);
  }
}
