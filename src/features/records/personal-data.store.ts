import { replaceRows } from '../../database/bulk-rows';
import type { Database } from '../../database/database';
import type { OpenPerson, PersonStore } from '../people/person.store';
import { keyOf, type PersonalKind, type PersonalRow, RECORD_ENTITIES } from './personal-kinds';

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

  /** Which of these persons are known. */
  knownIds(personIds: readonly number[]): Promise<Set<number>> {
    return this.persons.knownIds(personIds);
  }
}
