import { Between, In } from 'typeorm';
import { insertRows, replaceRows } from '../../database/bulk-rows';
import type { Database } from '../../database/database';
import { AccountService } from '../accounts/account.service';
import { Person } from '../people/person.entity';
import type { FoundIdentifier, IdentifiedPerson } from '../people/person-identity';
import type { OpenPerson, PersonStore } from '../people/person.store';
import {
  type InsuranceRecord,
  keyOf,
  KEYS,
  keyValues,
  type PersonalKey,
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
  private readonly accounts = new AccountService();

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

  /**
   * Takes rows off the record, in one transaction. With a person goes everything on record about them and their access;
   * only the ledger of accesses stays. What is not there is passed over.
   */
  async withdraw(kind: PersonalKind, keys: readonly PersonalKey[]): Promise<void> {
    await this.database.write(async (manager) => {
      if (kind !== 'people') {
        for (const key of keys) await manager.delete(RECORD_ENTITIES[kind], keyValues(kind, key));
        return;
      }
      const personIds = keys.map(({ personId }) => personId);
      for (const records of RECORD_KINDS) await manager.delete(RECORD_ENTITIES[records], { personId: In(personIds) });
      await this.accounts.remove(personIds, manager);
      await this.persons.remove(personIds, manager);
    });
  }

  /** Which of these rows are on record, as `keyOf` writes them. */
  async onRecord(kind: PersonalKind, keys: readonly PersonalKey[]): Promise<Set<string>> {
    const personIds = [...new Set(keys.map(({ personId }) => personId))];
    if (kind === 'people') return new Set([...(await this.knownIds(personIds))].map(String));
    const select = Object.fromEntries(KEYS[kind].map((name) => [name, true]));
    const where = { personId: In(personIds) };
    const rows: PersonalKey[] = await this.database.freshReader.find<PersonalKey>(RECORD_ENTITIES[kind], {
      select,
      where,
    });
    return new Set(rows.map((row) => keyOf(kind, row)));
  }

  /** How many rows of a kind are on record. */
  count(kind: PersonalKind): Promise<number> {
    return this.database.freshReader.count<PersonalKey>(kind === 'people' ? Person : RECORD_ENTITIES[kind]);
  }

  /** Who else has an identifier of these persons on record. */
  otherHolders(persons: readonly IdentifiedPerson[]): Promise<FoundIdentifier[]> {
    return this.persons.otherHolders(persons);
  }

  /** Which of these persons are known. */
  knownIds(personIds: readonly number[]): Promise<Set<number>> {
    return this.persons.knownIds(personIds);
  }
}
