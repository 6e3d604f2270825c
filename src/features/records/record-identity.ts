import { toGlobalId } from '../../shared/global-id';
import type { KeyRing } from '../../shared/sealing/key-ring';
import { keyValues } from './personal-kinds';
import { BenefitRecord, ContributionRecord, VisitRecord } from './record.types';

/** The kinds of records that a person is shown one by one: the type of each in the schema, and its name there. */
export const SHOWN_RECORDS = {
  contributions: { of: ContributionRecord, type: 'Contribution' },
  benefits: { of: BenefitRecord, type: 'Benefit' },
  visits: { of: VisitRecord, type: 'Visit' },
} as const;

export type ShownKind = keyof typeof SHOWN_RECORDS;
export type ShownRecord<Kind extends ShownKind> = InstanceType<(typeof SHOWN_RECORDS)[Kind]['of']>;
type Row = Parameters<typeof keyValues>[1];

/** Gives records identifiers that tell nothing of a person and that nobody can make up. */
export class RecordIdentity {
  constructor(private readonly keyRing: Pick<KeyRing, 'steadyIndex'>) {}

  /** A row as its owner sees it; the identifier is worked out when it is asked for. */
  shown<Kind extends ShownKind>(kind: Kind, row: Row): ShownRecord<Kind> {
    const record = Object.assign(new SHOWN_RECORDS[kind].of(), row);
    Object.defineProperty(record, 'id', { get: () => toGlobalId(SHOWN_RECORDS[kind].type, this.keyOf(kind, row)) });
    return record as unknown as ShownRecord<Kind>;
  }

  /** Which of a person's rows of a kind the key of an identifier names. */
  named<T extends Row>(kind: ShownKind, key: string, rows: readonly T[]): T | undefined {
    return rows.find((row) => this.keyOf(kind, row) === key);
  }

  private keyOf(kind: ShownKind, row: Row): string {
    return this.keyRing.steadyIndex(JSON.stringify(keyValues(kind, row)), 'record.id');
  }
}
