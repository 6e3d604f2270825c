import { type EntityManager, In, MoreThan } from 'typeorm';
import type { Database } from '../../../database/database';
import { lockedRows } from '../../../database/row-locks';
import type { KeyRing } from '../../../shared/sealing/key-ring';
import { SEALED_FIELDS } from '../person-sealing';
import { PersonIdentifier } from '../person-identifier.entity';
import { kindsOfNumber } from './identity-document.rules';
import { IdentityDocument } from './identity-document.entity';
import { IdentityDocumentKind } from './identity-document.types';

/** A paper with its number opened: stays in the process, an answer shows only what its type names. */
export type OpenDocument = Omit<IdentityDocument, 'numberSealed' | 'numberIndex'> & { readonly number: string };

/** The number of a paper that somebody else has on record. */
export interface FoundDocument {
  readonly personId: number;
  readonly kind: IdentityDocumentKind;
  readonly holderId: number;
}

/** What a number is, as the key ring is told: one of another kind has an unrelated index. */
export function documentPurpose(kind: IdentityDocumentKind): string {
  return `document.${kind}`;
}

/** Keeps the identity papers of persons: seals their numbers, finds them by blind index. */
export class IdentityDocumentStore {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
  ) {}

  /** The papers of a person, by kind. One statement. */
  async of(personId: number): Promise<OpenDocument[]> {
    const documents = await this.database.read(IdentityDocument).find({ where: { personId }, order: { kind: 'ASC' } });
    return documents.map((document) => this.opened(document));
  }

  /** The rows of papers as the database keeps them. */
  sealed(documents: readonly OpenDocument[]): IdentityDocument[] {
    return documents.map(({ number, ...plain }) => ({ ...plain, ...this.sealedNumber(plain.kind, number) }));
  }

  /**
   * Keys of those who have a paper with this number, of one of these kinds. One statement, whether a paper of the kinds
   * can have such a number or not.
   */
  async holdersOf(number: string, kinds: readonly IdentityDocumentKind[]): Promise<number[]> {
    const indexes = kindsOfNumber(number)
      .filter((kind) => kinds.includes(kind))
      .flatMap((kind) => this.keyRing.blindIndexes(number, documentPurpose(kind)));
    // An empty list would spare the statement and tell by time.
    const rows = await this.database
      .read(IdentityDocument)
      .find({ where: { numberIndex: In(['', ...indexes]) }, select: { personId: true, kind: true } });
    return rows.map(({ personId }) => personId);
  }

  /** Which of these papers have a number that is another person's: of a paper, or as personal identity number. */
  async otherHolders(documents: readonly OpenDocument[]): Promise<FoundDocument[]> {
    const wanted = new Map<string, OpenDocument>();
    for (const document of documents) {
      const { kind, number } = document;
      for (const index of this.keyRing.blindIndexes(number, documentPurpose(kind))) wanted.set(index, document);
      if (kind !== IdentityDocumentKind.CCCD) continue;
      const { purpose } = SEALED_FIELDS.personalIdNumber;
      for (const index of this.keyRing.blindIndexes(number, purpose)) wanted.set(index, document);
    }
    const indexes = In([...wanted.keys()]);
    const papers = await this.database.reader.findBy(IdentityDocument, { numberIndex: indexes });
    const persons = await this.database.reader.findBy(PersonIdentifier, { blindIndex: indexes });
    const holders = [
      ...papers.map(({ numberIndex, personId }) => ({ index: numberIndex, holderId: personId })),
      ...persons.map(({ blindIndex, personId }) => ({ index: blindIndex, holderId: personId })),
    ];
    return holders.flatMap(({ index, holderId }) => {
      const document = wanted.get(index);
      if (!document || document.personId === holderId) return [];
      return [{ personId: document.personId, kind: document.kind, holderId }];
    });
  }

  /**
   * Seals the papers of the next persons after `afterPersonId` again if another key than the current one sealed them, in
   * one transaction. Returns the last key that was looked at, or null at the end.
   */
  async resealAfter(afterPersonId: number, limit: number): Promise<number | null> {
    return this.database.write(async (manager) => {
      const rows = await manager.find(IdentityDocument, {
        where: { personId: MoreThan(afterPersonId) },
        order: { personId: 'ASC', kind: 'ASC' },
        take: limit + KINDS,
        ...lockedRows(manager),
      });
      const last = rows.at(-1)?.personId;
      // Of the last person some papers may be left out: they come with the next call.
      const whole = rows.length < limit + KINDS ? rows : rows.filter(({ personId }) => personId !== last);
      for (const row of whole) if (!this.keyRing.isCurrent(row.numberSealed)) await this.reseal(row, manager);
      return whole.at(-1)?.personId ?? null;
    });
  }

  private async reseal({ personId, kind, ...row }: IdentityDocument, manager: EntityManager): Promise<void> {
    const number = this.keyRing.open(row.numberSealed, documentPurpose(kind));
    await manager.update(IdentityDocument, { personId, kind }, this.sealedNumber(kind, number));
  }

  private sealedNumber(
    kind: IdentityDocumentKind,
    number: string,
  ): Pick<IdentityDocument, 'numberSealed' | 'numberIndex'> {
    const purpose = documentPurpose(kind);
    return {
      numberSealed: this.keyRing.seal(number, purpose),
      numberIndex: this.keyRing.blindIndex(number, purpose),
    };
  }

  private opened({ numberSealed, numberIndex: _index, ...plain }: IdentityDocument): OpenDocument {
    return { ...plain, number: this.keyRing.open(numberSealed, documentPurpose(plain.kind)) };
  }
}

/** One person has at most so many papers. */
const KINDS = Object.keys(IdentityDocumentKind).length;
