import { LessThanOrEqual, MoreThan } from 'typeorm';
import type { Database } from '../../../database/database';
import type { VersionedRow } from '../../../database/versioned-row.entity';
import { type MultiPolygon, packBoundaries, type PackedBoundaries } from '../../geography/boundary/boundary-index';
import { UnitBoundary } from '../../geography/boundary/unit-boundary.entity';
import { Unit } from '../../geography/unit/unit.entity';
import { UnitRegistry } from '../../geography/unit/unit-registry';
import { UnitSuccession } from '../../geography/unit/unit-succession.entity';
import type { ListingKind } from '../listing/listing.types';
import { OfficeJurisdiction } from '../jurisdiction/office-jurisdiction.entity';
import { packListings } from './listing-packer.store';
import type { PackedListings } from './packed-listings';
import type { SnapshotKind } from './snapshot-kind';

/** Which parts of a revision's snapshot to build. */
export interface SnapshotRequest {
  readonly revision: number;
  /** Units and boundaries too, or listings only. */
  readonly geography: boolean;
  readonly kinds: readonly ListingKind[];
  /** The agency's day as a number like 20250701: what is in force then is on the map. */
  readonly today: number;
}

type Successions = Pick<UnitSuccession, 'predecessorKey' | 'successorKey'>[];

type Jurisdictions = Pick<OfficeJurisdiction, 'unitKey' | 'officeCode'>[];

/** Units as plain objects (they cross threads), their ties and their areas. */
export interface GeographyParts {
  readonly units: Unit[];
  readonly successions: Successions;
  readonly jurisdictions: Jurisdictions;
  readonly boundaries: { readonly communes: PackedBoundaries | null; readonly provinces: PackedBoundaries | null };
}

/** The parts that a request asked for. */
export interface SnapshotParts {
  readonly geography: GeographyParts | null;
  readonly listings: readonly PackedListings[];
}

/** Builds parts of a snapshot: in this thread, or through a worker. */
export interface SnapshotBuilder {
  build(request: SnapshotRequest): Promise<SnapshotParts>;
}

/** Builds from a database connection in the calling thread. */
export class DatabaseSnapshotBuilder implements SnapshotBuilder {
  /** `kinds` are all kinds of listings. */
  constructor(
    private readonly database: Database,
    private readonly kinds: readonly SnapshotKind[],
  ) {}

  async build(request: SnapshotRequest): Promise<SnapshotParts> {
    const { units, successions } = await this.readUnits(request.revision);
    const registry = new UnitRegistry(units, successions);
    const listings: PackedListings[] = [];
    for (const kind of this.kinds.filter((each) => request.kinds.includes(each.kind))) {
      listings.push(
        await packListings(this.database, registry, { kind, revision: request.revision, today: request.today }),
      );
    }
    return {
      geography: request.geography ? await this.readGeography(request.revision, units, successions) : null,
      listings,
    };
  }

  private async readGeography(revision: number, units: Unit[], successions: Successions): Promise<GeographyParts> {
    const jurisdictions = await this.shown(OfficeJurisdiction, revision);
    return { units, successions, jurisdictions, boundaries: await this.readBoundaries(revision) };
  }

  private async readUnits(revision: number): Promise<{ units: Unit[]; successions: Successions }> {
    const [units, successions] = await Promise.all([this.shown(Unit, revision), this.shown(UnitSuccession, revision)]);
    return { units, successions };
  }

  private async readBoundaries(revision: number): Promise<GeographyParts['boundaries']> {
    const rows = await this.shown(UnitBoundary, revision);
    const areasOf = (level: string): PackedBoundaries | null =>
      packBoundaries(
        rows
          .filter((row) => row.level === level)
          .map((row) => ({ unitKey: row.unitKey, coordinates: JSON.parse(row.coordinates) as MultiPolygon })),
      );
    return { communes: areasOf('COMMUNE'), provinces: areasOf('PROVINCE') };
  }

  /** The rows of a kind that a revision shows, in their order. */
  private shown<Row extends VersionedRow>(entity: new () => Row, revision: number): Promise<Row[]> {
    return this.database.readAt(revision, (manager) =>
      manager
        .getRepository<VersionedRow>(entity)
        .find({
          where: { revisionFrom: LessThanOrEqual(revision), revisionUntil: MoreThan(revision) },
          order: { rowId: 'ASC' },
        })
        .then((rows) => rows as Row[]),
    );
  }
}
