import { randomBytes } from 'node:crypto';
import { type EntityManager, In, MoreThan } from 'typeorm';
import type { Database } from '../../database/database';
import { lockedRows } from '../../database/row-locks';
import type { Connection, Edge } from '../../shared/relay/connection.types';
import { checkedFirst, connection, type CursorSigner, ListCursors, type PageRequest } from '../../shared/relay/page';
import { AccessEntry } from './access-entry.entity';
import { actorWords } from './access.texts';
import { Person } from './person.entity';
import type { AccessActor, AccessPurpose, AccessRecord } from './access.types';

const HOUR_MS = 3_600_000;

/** What is noted of a look at someone's data. */
export interface Access {
  readonly personId: number;
  readonly actor: AccessActor;
  /** Name of the integrator or of the own device. */
  readonly actorName?: string;
  readonly purpose: AccessPurpose;
  readonly fields: readonly string[];
}

/** Every look at a person's data by anyone else; the person can read it, nobody can change it. */
export class AccessLedger {
  constructor(
    private readonly database: Database,
    private readonly cursors: CursorSigner,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Notes accesses within a transaction: what was seen and that it was seen are recorded together or not at all. */
  async note(accesses: readonly Access[], manager: EntityManager): Promise<void> {
    const at = this.now().toISOString();
    const entries = accesses.map(({ fields, actorName = '', ...access }) => ({
      ...access,
      actorName,
      at,
      entryId: randomBytes(9).toString('base64url'),
      fields: fields.join(','),
    }));
    if (entries.length > 0) await manager.insert(AccessEntry, entries);
  }

  /** As `note`, but a look that was noted within the last hour just so is not noted again: it would only hide others. */
  async noteHourly(accesses: readonly Access[], manager: EntityManager): Promise<void> {
    const personIds = [...new Set(accesses.map(({ personId }) => personId))].sort((left, right) => left - right);
    // Whoever notes takes the persons first, so that of two looks at once the second sees what the first has noted.
    const persons = {
      select: { personId: true },
      where: { personId: In(personIds) },
      order: { personId: 'ASC' },
    } as const;
    await manager.find(Person, { ...persons, ...lockedRows(manager) });
    const since = new Date(this.now().getTime() - HOUR_MS).toISOString();
    const recent = await manager.findBy(AccessEntry, {
      personId: In(personIds),
      at: MoreThan(since),
    });
    const known = new Set(
      recent.map(({ personId, actor, actorName, purpose, fields }) =>
        lookOf(personId, actor, actorName, purpose, fields),
      ),
    );
    const isNew = ({ personId, actor, actorName = '', purpose, fields }: Access): boolean =>
      !known.has(lookOf(personId, actor, actorName, purpose, fields.join(',')));
    await this.note(accesses.filter(isNew), manager);
  }

  /**
   * The accesses to one person, newest first. New ones do not shift the pages of a walk: the cursor knows how many
   * there were when it began, and entries are only ever added.
   */
  async of(personId: number, page: PageRequest): Promise<Connection<Edge<AccessRecord>>> {
    const first = checkedFirst(page.first);
    const cursors = new ListCursors(this.cursors, 'accessLog', personId);
    const entries = this.database.read(AccessEntry);
    const total = await entries.countBy({ personId });
    const place = cursors.place(page.after, { revision: total, day: 0 });
    // Entries of a person who withdrew are gone: a cursor may then name more than there are.
    const began = Math.min(place.revision, total);
    const added = total - began;
    const rows = await entries.find({
      where: { personId },
      order: { at: 'DESC', entryId: 'DESC' },
      skip: place.offset + added,
      take: first,
    });
    const edges = rows.map((entry, index) => ({
      node: shown(entry),
      cursor: cursors.at(place, place.offset + index),
    }));
    return connection(edges, place, began);
  }
}

function shown({ at, actor, actorName, purpose, fields }: AccessEntry): AccessRecord {
  const { vi, en } = actorWords(actor as AccessActor, actorName);
  return {
    at,
    actor: actor as AccessActor,
    who: vi,
    whoEn: en,
    purpose: purpose as AccessPurpose,
    fields: fields === '' ? [] : fields.split(','),
  };
}

function lookOf(...look: readonly (string | number)[]): string {
  return JSON.stringify(look);
}
