import DataLoader from 'dataloader';
import type { OpenPerson, PersonStore } from '../people/person.store';
import type { Benefit } from './benefit.entity';
import type { Contribution } from './contribution.entity';
import type { HealthCard } from './health-card.entity';
import type { RecordStore } from './record.store';
import type { Visit } from './visit.entity';

/** A person whose record is read, with those whose records are read in the same request. */
export interface RecordOwner {
  readonly personId: number;
  /** The same object for all of them; missing for someone who is read alone. */
  readonly household?: object;
}

/** Reads the records of a household: what several fields or several persons ask for at once is one statement. */
class RecordReader {
  private readonly persons: DataLoader<number, OpenPerson | null>;
  private readonly contributionsOf: DataLoader<number, Contribution[]>;
  private readonly cardsOf: DataLoader<number, HealthCard[]>;
  private readonly visitsOf: DataLoader<number, Visit[]>;
  private readonly benefitsOf: DataLoader<number, Benefit[]>;

  constructor(store: RecordStore, persons: Pick<PersonStore, 'byIds'>) {
    this.persons = new DataLoader(async (ids) => {
      const found = new Map((await persons.byIds(ids)).map((person) => [person.personId, person]));
      return ids.map((id) => found.get(id) ?? null);
    });
    this.contributionsOf = new DataLoader(async (ids) => sorted(ids, await store.contributionsOf(ids)));
    this.cardsOf = new DataLoader(async (ids) => sorted(ids, await store.cardsOf(ids)));
    this.visitsOf = new DataLoader(async (ids) => sorted(ids, await store.visitsOf(ids)));
    this.benefitsOf = new DataLoader(async (ids) => sorted(ids, await store.benefitsOf(ids)));
  }

  person(personId: number): Promise<OpenPerson | null> {
    return this.persons.load(personId);
  }

  /** All contributions, oldest first. */
  contributions(personId: number): Promise<Contribution[]> {
    return this.contributionsOf.load(personId);
  }

  /** All periods of the health card, newest first. */
  cards(personId: number): Promise<HealthCard[]> {
    return this.cardsOf.load(personId);
  }

  /** All visits, newest first. */
  visits(personId: number): Promise<Visit[]> {
    return this.visitsOf.load(personId);
  }

  /** All benefits, newest first. */
  benefits(personId: number): Promise<Benefit[]> {
    return this.benefitsOf.load(personId);
  }
}

/** Gives all who ask about one household in one request the same reader. */
export class RecordReaders {
  private readonly readers = new WeakMap<object, RecordReader>();

  constructor(
    private readonly store: RecordStore,
    private readonly persons: Pick<PersonStore, 'byIds'>,
  ) {}

  /** The reader of the owner's household. */
  of(owner: RecordOwner): RecordReader {
    const household = owner.household ?? owner;
    const reader = this.readers.get(household) ?? new RecordReader(this.store, this.persons);
    this.readers.set(household, reader);
    return reader;
  }
}

/** Rows by the person they belong to, in the order of the persons; the order of one person's rows stays. */
function sorted<T extends { readonly personId: number }>(personIds: readonly number[], rows: readonly T[]): T[][] {
  const byPerson = new Map<number, T[]>(personIds.map((personId) => [personId, []]));
  for (const row of rows) byPerson.get(row.personId)?.push(row);
  return personIds.map((personId) => byPerson.get(personId) ?? []);
}
