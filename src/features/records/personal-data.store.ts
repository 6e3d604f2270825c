import { Between, type EntityManager, In } from 'typeorm';
import { insertRows, replaceRows } from '../../database/bulk-rows';
import { isTaken } from '../../database/database-errors';
import type { Database } from '../../database/database';
import { ImportRunningError } from '../directory/publication/publication.errors';
import { Lease } from '../jobs/lease';
import { LeaseStore } from '../jobs/lease.store';
import { AccountService } from '../accounts/account.service';
import { Person } from '../people/person.entity';
import type { FoundIdentifier, IdentifiedPerson } from '../people/person-identity';
import type { FoundDocument, OpenDocument } from '../people/document/identity-document.store';
import { IdentifierTakenError, type OpenPerson, type PersonStore } from '../people/person.store';
import {
  keyOf,
  KEYS,
  keyValues,
  type PersonalKey,
  type PersonalKind,
  type PersonalRecord,
  type PersonalRow,
  RECORD_ENTITIES,
  RECORD_KINDS,
  type RecordKind,
} from './personal-kinds';

/** Records of some persons by kind. */
export type RecordsByKind = Readonly<Record<RecordKind, readonly PersonalRecord[]>>;

/** Opens a transaction. */
type Write = (work: (manager: EntityManager) => Promise<void>) => Promise<void>;

/** What an import writes while it has the right to; each write is refused when it lost the right. */
export interface PersonalWriting {
  take(kind: PersonalKind, rows: readonly PersonalRow[]): Promise<void>;
  takeWhole(persons: readonly OpenPerson[], records: RecordsByKind): Promise<void>;
  withdraw(kind: PersonalKind, keys: readonly PersonalKey[]): Promise<void>;
  /** Which of these persons are known. */
  knownIds(personIds: readonly number[]): Promise<ReadonlySet<number>>;
  /** Gives the right back. */
  end(): Promise<void>;
}

/** Takes rows of persons and of their records as imports bring them. */
export class PersonalDataStore {
  private readonly accounts = new AccountService();
  private readonly leases: LeaseStore;
  private readonly own: Write = (work) => this.database.write(work);

  constructor(
    private readonly database: Database,
    private readonly persons: PersonStore,
  ) {
    this.leases = new LeaseStore(database);
  }

  /**
   * Takes the right to import personal data, which one process has at a time: what an import checked stays so until it
   * has written. Throws ImportRunningError.
   */
  async begin(): Promise<PersonalWriting> {
    const lease = await Lease.take(this.leases, 'import.people');
    if ('heldBy' in lease) throw new ImportRunningError(lease.heldBy);
    const write: Write = (work) => lease.write(work);
    return {
      take: (kind, rows) => this.take(kind, rows, write),
      takeWhole: (persons, records) => this.takeWhole(persons, records, write),
      withdraw: (kind, keys) => this.withdraw(kind, keys, write),
      knownIds: (personIds) => this.knownIds(personIds),
      end: () => lease.release(),
    };
  }

  /**
   * Puts rows in place of those with the same key, in one transaction; of rows with one key the last counts. Taking the
   * same rows twice changes nothing.
   */
  async take(kind: PersonalKind, rows: readonly PersonalRow[], write: Write = this.own): Promise<void> {
    const distinct = [...new Map(rows.map((row) => [keyOf(kind, row), row])).values()];
    if (distinct.length === 0) return;
    if (kind === 'people') await write(this.persons.replacement(distinct as OpenPerson[]));
    else {
      const stored = this.stored(kind, distinct as PersonalRecord[]);
      await write((manager) => taken(replaceRows<PersonalKey>(manager, RECORD_ENTITIES[kind], stored)));
    }
  }

  /**
   * Puts persons and all their records in place of whatever is on record for the keys from the first person to the
   * last, in one transaction. Persons must come in the order of their keys, without others between them.
   */
  async takeWhole(persons: readonly OpenPerson[], records: RecordsByKind, write: Write = this.own): Promise<void> {
    const first = persons[0];
    const last = persons.at(-1);
    if (!first || !last) return;
    const personId = Between(first.personId, last.personId);
    const replacePersons = this.persons.replacement(persons);
    const distinct = (kind: RecordKind): PersonalRecord[] => [
      ...new Map(records[kind].map((row) => [keyOf(kind, row), row])).values(),
    ];
    const stored = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, this.stored(kind, distinct(kind))])) as Record<
      RecordKind,
      readonly PersonalKey[]
    >;
    await write(async (manager) => {
      await replacePersons(manager);
      for (const kind of RECORD_KINDS) {
        await manager.delete(RECORD_ENTITIES[kind], { personId });
        await taken(insertRows<PersonalKey>(manager, RECORD_ENTITIES[kind], stored[kind]));
      }
    });
  }

  /**
   * Takes rows off the record, in one transaction. With a person goes everything on record about them and their access;
   * only the ledger of accesses stays. What is not there is passed over.
   */
  async withdraw(kind: PersonalKind, keys: readonly PersonalKey[], write: Write = this.own): Promise<void> {
    await write(async (manager) => {
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

  /** Who else has the number of one of these papers on record. */
  otherDocumentHolders(documents: readonly OpenDocument[]): Promise<FoundDocument[]> {
    return this.persons.documents.otherHolders(documents);
  }

  /** Which of these persons are known. */
  knownIds(personIds: readonly number[]): Promise<Set<number>> {
    return this.persons.knownIds(personIds);
  }

  /** Records as the database keeps them, sealed before the transaction, which so is short. */
  private stored(kind: RecordKind, rows: readonly PersonalRecord[]): readonly PersonalKey[] {
    return kind === 'identityDocuments' ? this.persons.documents.sealed(rows as readonly OpenDocument[]) : rows;
  }
}

/** Tells it when another person got the number of a paper meanwhile. */
function taken(writing: Promise<void>): Promise<void> {
  return writing.catch((error: unknown) => {
    throw isTaken(error) ? new IdentifierTakenError() : error;
  });
}
