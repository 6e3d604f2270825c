import { type EntityManager, In, IsNull, MoreThan } from 'typeorm';
import { insertRows } from '../../database/bulk-rows';
import type { Database } from '../../database/database';
import { isTaken } from '../../database/database-errors';
import { lockedRows } from '../../database/row-locks';
import type { KeyRing } from '../../shared/sealing/key-ring';
import { IdentityDocument } from './document/identity-document.entity';
import { documentPurpose, IdentityDocumentStore } from './document/identity-document.store';
import { IdentityDocumentKind } from './document/identity-document.types';
import type { FoundIdentifier, IdentifiedPerson } from './person-identity';
import { PersonIdentifier } from './person-identifier.entity';
import {
  identifierRows,
  isSealedWithCurrentKey,
  type LookupField,
  openIdentifiers,
  type OpenPerson,
  SEALED_FIELDS,
  sealIdentifiers,
} from './person-sealing';
import { Person } from './person.entity';

export type { OpenPerson } from './person-sealing';

/** Opens a transaction. */
type Write = (work: (manager: EntityManager) => Promise<void>) => Promise<void>;

/** A BHXH code or a personal identity number of these persons came to be another person's meanwhile: nothing was written. */
export class IdentifierTakenError extends Error {
  constructor() {
    super(
      'Another person was given one of these identifiers meanwhile; these rows were not written. Run the import again. / Một trong các mã số này vừa thuộc về người khác; các dòng này chưa được ghi. Hãy nhập lại.',
    );
    this.name = 'IdentifierTakenError';
  }
}

/** The papers whose numbers are looked at, too, where a field is asked for. */
const PAPERS: Readonly<Record<LookupField, readonly IdentityDocumentKind[]>> = {
  bhxhCode: [],
  personalIdNumber: [IdentityDocumentKind.CCCD],
  phone: [],
  documentNumber: [IdentityDocumentKind.CMND, IdentityDocumentKind.PASSPORT],
};

/** Keeps persons: seals what identifies them, finds them by blind index. */
export class PersonStore {
  /** Their identity papers. */
  readonly documents: IdentityDocumentStore;

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
  ) {
    this.documents = new IdentityDocumentStore(database, keyRing);
  }

  /** The person with this key, or null. One statement. */
  async byId(personId: number): Promise<OpenPerson | null> {
    const person = await this.database.read(Person).findOneBy({ personId });
    return person && this.opened(person);
  }

  /** The persons with these keys, in no order. One statement. */
  async byIds(personIds: readonly number[]): Promise<OpenPerson[]> {
    const persons = await this.database.read(Person).findBy({ personId: In([...personIds]) });
    return persons.map((person) => this.opened(person));
  }

  /**
   * Everyone who has this value on record, at most `limit`; a personal identity number stands on a CCCD, too. Three
   * statements, by whatever field, whether anyone is found or not.
   */
  async withIdentifier(field: LookupField, value: string, limit = 20): Promise<OpenPerson[]> {
    const indexes = field === 'documentNumber' ? [''] : this.keyRing.blindIndexes(value, SEALED_FIELDS[field].purpose);
    const rows = await this.database.read(PersonIdentifier).find({
      where: { blindIndex: In(indexes) },
      order: { personId: 'ASC' },
      take: limit * indexes.length,
    });
    const holders = await this.documents.holdersOf(value, PAPERS[field]);
    const ids = [...new Set([...rows.map(({ personId }) => personId), ...holders])];
    // Number 0 belongs to nobody: without it an empty list would spare the statement and tell by time.
    const persons = await this.database
      .read(Person)
      .find({ where: { personId: In([0, ...ids.slice(0, limit)]) }, order: { personId: 'ASC' } });
    return persons.map((person) => this.opened(person));
  }

  /**
   * The person with this BHXH code (10 digits), personal identity number (12 digits), CMND (9 digits) or passport, as
   * `comparedNumber` writes them, or null.
   */
  async byCode(code: string): Promise<OpenPerson | null> {
    const [person, ...others] = await this.withIdentifier(fieldOfCode(code), code);
    return person && others.length === 0 ? person : null;
  }

  /** Who else has a BHXH code or personal identity number of these persons on record. Two statements. */
  async otherHolders(persons: readonly IdentifiedPerson[], manager = this.database.reader): Promise<FoundIdentifier[]> {
    const wanted = new Map<string, { personId: number; field: FoundIdentifier['field'] }>();
    for (const person of persons) {
      for (const field of ['bhxhCode', 'personalIdNumber'] as const) {
        const value = person[field];
        const indexes = value === null ? [] : this.keyRing.blindIndexes(value, SEALED_FIELDS[field].purpose);
        for (const index of indexes) wanted.set(index, { personId: person.personId, field });
        if (field === 'bhxhCode' || value === null) continue;
        const onCards = this.keyRing.blindIndexes(value, documentPurpose(IdentityDocumentKind.CCCD));
        for (const index of onCards) wanted.set(index, { personId: person.personId, field });
      }
    }
    const indexes = In([...wanted.keys()]);
    const rows = await manager.findBy(PersonIdentifier, { blindIndex: indexes });
    const papers = await manager.findBy(IdentityDocument, { numberIndex: indexes });
    const holders = [
      ...rows.map(({ blindIndex, personId }) => ({ index: blindIndex, holderId: personId })),
      ...papers.map(({ numberIndex, personId }) => ({ index: numberIndex, holderId: personId })),
    ];
    return holders.flatMap(({ index, holderId }) => {
      const own = wanted.get(index);
      return own && own.personId !== holderId ? [{ ...own, holderId }] : [];
    });
  }

  /** The children whose guardian is approved, oldest first. */
  async childrenOf(guardianId: number): Promise<OpenPerson[]> {
    const children = await this.database.read(Person).find({ where: { guardianId }, order: { dateOfBirth: 'ASC' } });
    return children.map((person) => this.opened(person));
  }

  /** Which of these persons are known. */
  async knownIds(personIds: readonly number[]): Promise<Set<number>> {
    const rows = await this.database
      .read(Person)
      .find({ select: { personId: true }, where: { personId: In([...personIds]) } });
    return new Set(rows.map(({ personId }) => personId));
  }

  /** Puts persons in place of those with the same key, in one transaction. Keys must not repeat. */
  async replace(persons: readonly OpenPerson[]): Promise<void> {
    const write = this.replacement(persons);
    await this.database.write(write);
  }

  /** Seals persons now, so that the transaction that runs what is returned is short: it puts them in place. */
  replacement(persons: readonly OpenPerson[]): (manager: EntityManager) => Promise<void> {
    const ids = In(persons.map(({ personId }) => personId));
    const rows = persons.map((person) => this.sealed(person));
    const identifiers = persons.flatMap((person) => identifierRows(person.personId, person, this.keyRing));
    return async (manager) => {
      // The person first, in order of keys: who has that row may change what leads to it (see `reseal`).
      const { lock } = lockedRows(manager);
      const order = { personId: 'ASC' } as const;
      if (lock) await manager.find(Person, { select: { personId: true }, where: { personId: ids }, order, lock });
      await manager.delete(Person, { personId: ids });
      await manager.delete(PersonIdentifier, { personId: ids });
      await insertRows(manager, Person, rows);
      await insertRows(manager, PersonIdentifier, identifiers).catch((error: unknown) => {
        throw isTaken(error) ? new IdentifierTakenError() : error;
      });
    };
  }

  /** Removes persons and what leads to them; children whose guardian is removed have none any more. */
  async remove(personIds: readonly number[], manager: EntityManager): Promise<void> {
    const ids = In([...personIds]);
    await manager.delete(Person, { personId: ids });
    await manager.delete(PersonIdentifier, { personId: ids });
    await manager.update(Person, { guardianId: ids }, { guardianId: null });
  }

  /**
   * Seals the next persons after `afterPersonId` again if another key than the current one sealed them, in one
   * transaction. Returns the last key that was looked at, or null at the end.
   */
  async resealAfter(afterPersonId: number, limit: number): Promise<number | null> {
    return this.database.write(async (manager) => {
      const persons = await manager.find(Person, {
        where: { personId: MoreThan(afterPersonId) },
        order: { personId: 'ASC' },
        take: limit,
        ...lockedRows(manager),
      });
      const stale = persons.filter((person) => !isSealedWithCurrentKey(person, this.keyRing));
      for (const person of stale) {
        const sealed = sealIdentifiers(openIdentifiers(person, this.keyRing), this.keyRing);
        await manager.update(Person, { personId: person.personId }, sealed);
      }
      await this.index(stale, manager);
      return persons.at(-1)?.personId ?? null;
    });
  }

  /**
   * Settles which identifiers of the next persons are theirs alone, where rows from before do not say it. Returns those
   * who share one with somebody else, by their keys: all of them stay on record as they are.
   */
  async settleIdentifiers(
    limit: number,
    write: Write,
  ): Promise<{ readonly settled: number; readonly doubled: readonly number[] }> {
    let settled = 0;
    let doubled: number[] = [];
    await write(async (manager) => {
      const rows = await manager.find(PersonIdentifier, { where: { isSole: IsNull() }, take: limit });
      const ids = [...new Set(rows.map(({ personId }) => personId))];
      const persons = await manager.find(Person, {
        where: { personId: In(ids) },
        order: { personId: 'ASC' },
        ...lockedRows(manager),
      });
      settled = persons.length;
      doubled = await this.index(persons, manager);
    });
    return { settled, doubled };
  }

  /**
   * Makes the rows that lead to these persons anew, with the current key. An identifier that several have is nobody's
   * alone; gives the keys of those who share one.
   */
  private async index(persons: readonly Person[], manager: EntityManager): Promise<number[]> {
    if (persons.length === 0) return [];
    const opened = persons.map((person) => ({ ...openIdentifiers(person, this.keyRing), personId: person.personId }));
    const rows = opened.flatMap((person) => identifierRows(person.personId, person, this.keyRing));
    const byId = new Map(opened.map((person) => [person.personId, person]));
    const shared = new Set<string>();
    for (const { personId, field } of await this.otherHolders(opened, manager)) {
      shared.add(this.keyRing.blindIndex(byId.get(personId)?.[field] ?? '', SEALED_FIELDS[field].purpose));
    }
    const seen = new Set<string>();
    for (const { blindIndex, isSole } of rows) {
      if (isSole && seen.has(blindIndex)) shared.add(blindIndex);
      seen.add(blindIndex);
    }
    await manager.delete(PersonIdentifier, { personId: In([...byId.keys()]) });
    const settled = rows.map((row) => (shared.has(row.blindIndex) ? { ...row, isSole: false } : row));
    await insertRows(manager, PersonIdentifier, settled);
    return [...new Set(rows.filter(({ blindIndex }) => shared.has(blindIndex)).map(({ personId }) => personId))];
  }

  private opened(person: Person): OpenPerson {
    const {
      bhxhCodeSealed: _code,
      personalIdNumberSealed: _id,
      phoneSealed: _phone,
      emailSealed: _mail,
      ...plain
    } = person;
    return { ...plain, ...openIdentifiers(person, this.keyRing) };
  }

  private sealed(person: OpenPerson): Person {
    const { bhxhCode, personalIdNumber, phone, email, ...plain } = person;
    return { ...plain, ...sealIdentifiers({ bhxhCode, personalIdNumber, phone, email }, this.keyRing) };
  }
}

/** What a code of a person, as `comparedNumber` writes it, is. */
function fieldOfCode(code: string): LookupField {
  if (/^\d{10}$/.test(code)) return 'bhxhCode';
  return code.length === 12 ? 'personalIdNumber' : 'documentNumber';
}
