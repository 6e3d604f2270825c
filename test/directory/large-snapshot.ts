import { type Database } from '../../src/database/database';
import { ListingStore } from '../../src/features/directory/listing/listing.store';
import { DirectoryRequest, RequestScope } from '../../src/features/directory/directory-request';
import { LISTING_KINDS } from '../../src/features/directory/kinds/listing-kinds';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import type { ListingKind } from '../../src/features/directory/listing/listing.types';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { Revision } from '../../src/features/directory/publication/revision.entity';
import { SearchIndexBuilder } from '../../src/features/directory/search/index/search-index-builder';
import { packClusters } from '../../src/features/directory/snapshot/cluster-index';
import { DirectorySnapshot } from '../../src/features/directory/snapshot/directory-snapshot';
import { NO_END, type PackedListings } from '../../src/features/directory/snapshot/packed-listings';
import { packPoints } from '../../src/features/directory/snapshot/point-index';
import { Unit, UnitLevel } from '../../src/features/geography/unit/unit.entity';
import {
  DatabaseSnapshotBuilder,
  type SnapshotParts,
} from '../../src/features/directory/snapshot/snapshot-builder.store';
import { SnapshotService } from '../../src/features/directory/snapshot/snapshot.service';
import { KeyedCursorSigner } from '../../src/shared/sealing/cursor-signer';
import { testKeyRing } from '../people/synthetic-keys';

const TODAY = 20260201;

/** The parts of a snapshot with so many employers and units and nothing else, made without a database. */
export function largeParts(employers: number, units = 0): SnapshotParts {
  const listings = LISTING_KINDS.map(({ kind }) => packedKind(kind, kind === 'EMPLOYER' ? employers : 0));
  const boundaries = { communes: null, provinces: null };
  const communes = Array.from({ length: units }, (_, at) => commune(at));
  return { geography: { units: communes, successions: [], jurisdictions: [], boundaries }, listings };
}

/** The snapshot of the parts: no row of it can be read. */
export function largeSnapshot(parts: SnapshotParts): Promise<DirectorySnapshot> {
  const revision = Object.assign(new Revision(), { number: 1, counts: {}, kindRevisions: {}, changes: {} });
  return DirectorySnapshot.assemble(revision, TODAY, parts, { kinds: LISTING_KINDS, before: null });
}

function commune(at: number): Unit {
  const code = String(at).padStart(5, '0');
  return Object.assign(new Unit(), {
    unitKey: `COMMUNE:${code}:`,
    code,
    level: UnitLevel.COMMUNE,
    name: `Xã Minh Họa ${at} Đông Bắc`,
    nameEn: null,
    parentKey: null,
    validFrom: null,
    validUntil: null,
  });
}

class FixedSnapshots extends SnapshotService {
  constructor(
    database: Database,
    private readonly fixed: DirectorySnapshot,
  ) {
    super(
      new PublicationService(database, PUBLISHED_TABLES),
      new DatabaseSnapshotBuilder(database, LISTING_KINDS),
      LISTING_KINDS,
    );
  }

  override current(): DirectorySnapshot {
    return this.fixed;
  }
}

/** A request that answers from the snapshot. */
export function requestOn(snapshot: DirectorySnapshot, database: Database): DirectoryRequest {
  const cursors = new KeyedCursorSigner(testKeyRing());
  const snapshots = new FixedSnapshots(database, snapshot);
  const services = { database, snapshots, listings: new ListingStore(database), cursors };
  const { signal } = new AbortController();
  return new DirectoryRequest(services, new RequestScope(signal, new Date('2026-02-01T05:00:00Z')));
}

/** Spread over the country without randomness; every tenth shares the point of the one before. */
function packedKind(kind: ListingKind, size: number): PackedListings {
  const column = (value: (at: number) => number): Int32Array => Int32Array.from({ length: size }, (_, at) => value(at));
  const place = (at: number): number => at - (at % 10 === 9 ? 1 : 0);
  const latitudes = Float64Array.from({ length: size }, (_, at) => 8.5 + ((place(at) * 7919) % 1_400_009) / 100_000);
  const longitudes = Float64Array.from({ length: size }, (_, at) => 103 + ((place(at) * 104_729) % 600_011) / 100_000);
  const ordinals = Uint32Array.from({ length: size }, (_, at) => at);
  const codes = Buffer.from(Array.from(ordinals, (at) => String(at).padStart(8, '0')).join(''));
  return {
    kind,
    size,
    hasDemonstration: false,
    rowIds: ordinals.slice(),
    codeBytes: Uint8Array.from(codes),
    codeEnds: ordinals.map((at) => 8 * (at + 1)),
    latitudes,
    longitudes,
    unitKeys: [],
    unitIndexes: column(() => -1),
    begins: column(() => 0),
    ends: column(() => NO_END),
    attributes: { status: column((at) => at % 2), managingOfficeCode: column(() => -1) },
    dictionaries: { status: ['PARTICIPATING', 'STOPPED'], managingOfficeCode: [] },
    points: packPoints(ordinals, longitudes, latitudes),
    clusters: packClusters(ordinals, longitudes, latitudes),
    search: new SearchIndexBuilder().finish(),
  };
}
