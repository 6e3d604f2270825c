import { Agent } from '../agent/agent.entity';
import { Clinic } from '../clinic/clinic.entity';
import { Employer } from '../employer/employer.entity';
import { OfficeJurisdiction } from '../jurisdiction/office-jurisdiction.entity';
import { Office } from '../office/office.entity';
import { UnitBoundary } from '../../geography/boundary/unit-boundary.entity';
import { UnitSuccession } from '../../geography/unit/unit-succession.entity';
import { Unit } from '../../geography/unit/unit.entity';

/** The kinds of rows that are published together, by the names that manifests use, in the order of their dependence. */
export const PUBLISHED = {
  units: { entity: Unit, key: 'unitKey' },
  unitSuccessions: { entity: UnitSuccession, key: 'successionKey' },
  unitBoundaries: { entity: UnitBoundary, key: 'unitKey' },
  offices: { entity: Office, key: 'code' },
  officeJurisdictions: { entity: OfficeJurisdiction, key: 'unitKey' },
  clinics: { entity: Clinic, key: 'code' },
  agents: { entity: Agent, key: 'code' },
  employers: { entity: Employer, key: 'code' },
} as const;

/** Name of a published kind. */
export type PublishedKind = keyof typeof PUBLISHED;
export const PUBLISHED_KINDS = Object.keys(PUBLISHED) as PublishedKind[];

type EntityOf<K extends PublishedKind> = InstanceType<(typeof PUBLISHED)[K]['entity']>;
type Bookkeeping = 'rowId' | 'revisionFrom' | 'revisionUntil' | 'contentHash' | 'listingKind';
type GetterOnly =
  'id' | 'position' | 'phones' | 'departments' | 'temporarySeat' | 'contract' | 'sickLeaveAuthority' | 'services';

/** The content of one row of a kind: every column but the bookkeeping of revisions. */
export type PublishedRow<K extends PublishedKind = PublishedKind> = {
  [Kind in K]: Omit<EntityOf<Kind>, Bookkeeping | GetterOnly>;
}[K];

/** How one kind differs from the revision before. */
export interface KindChange {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** A revision in the making: invisible to every reader until it is published. */
export interface StagedRevision {
  /** The number it will have. */
  readonly number: number;
  /** Number of live rows of a kind in the revision before. */
  liveCount(kind: PublishedKind): Promise<number>;
  /** Gives the identifier of a source, recording it on first sight. */
  sourceId(source: { name: string; url?: string | undefined }): Promise<number>;
  /** Stages rows of a kind; keys must not repeat within a kind over all calls. */
  stage<K extends PublishedKind>(kind: K, rows: readonly PublishedRow<K>[]): Promise<void>;
  /** Says that all rows of the kind have come: live rows that did not come again are removed. */
  complete(kind: PublishedKind): Promise<KindChange>;
  /** Makes the staged state visible in one step; null when nothing differs, and then no revision is made. */
  publish(): Promise<{ number: number } | null>;
  /** Forgets all that was staged. */
  abandon(): Promise<void>;
}

/** The life of the directory's revisions, as an import sees it. */
export interface Publication {
  /** Starts a revision. Only one can be in the making: a second is refused with the name of the first. With `dryRun` nothing is written. */
  begin(options: { origin: string; dryRun: boolean }): Promise<StagedRevision>;
  /** The units of the current revision, for manifests that name none. */
  liveUnits(): Promise<Pick<Unit, 'unitKey' | 'code' | 'level' | 'name' | 'parentKey' | 'validFrom' | 'validUntil'>[]>;
  /** Codes and parents of the offices of the current revision. */
  liveOffices(): Promise<Pick<Office, 'code' | 'parentCode'>[]>;
  /** The successions of the current revision, for manifests that name none. */
  liveSuccessions(): Promise<Pick<UnitSuccession, 'predecessorKey' | 'successorKey'>[]>;
  /** The areas of the current revision, for the check of positions. */
  liveBoundaries(): Promise<Pick<UnitBoundary, 'unitKey' | 'coordinates'>[]>;
  /** What the live rows of a kind name in one of its columns, and how many rows name it; empty cells are left out. */
  liveReferences(kind: PublishedKind, column: string): Promise<{ value: string; count: number }[]>;
}
