import { BoundaryIndex } from '../../geography/boundary/boundary-index';
import { Unit } from '../../geography/unit/unit.entity';
import { UnitNames } from '../../geography/unit/unit-names';
import { UnitRegistry } from '../../geography/unit/unit-registry';
import type { ListingClass } from '../listing/listing.entity';
import type { ListingKind } from '../listing/listing.types';
import type { Revision } from '../publication/revision.entity';
import { JurisdictionIndex } from '../jurisdiction/jurisdiction-index';
import { WorkSlices } from '../../../shared/work-slices';
import { PlaceNames } from '../search/read/place-names';
import { SearchEngine } from '../search/search-engine';
import { ListingIndex } from './listing-index';
import type { SnapshotKind } from './snapshot-kind';
import type { GeographyParts, SnapshotParts } from './snapshot-builder.store';

/** Units and areas of a revision. */
export interface Geography {
  readonly units: UnitRegistry;
  readonly communes: BoundaryIndex;
  readonly provinces: BoundaryIndex;
  readonly jurisdictions: JurisdictionIndex;
}

/** A kind of listings and the name under which it is published. */
type NamedKind = Pick<SnapshotKind, 'kind' | 'name'>;

/** One revision of the directory in memory, for every answer that names or orders many listings. Immutable. */
export class DirectorySnapshot {
  readonly search: SearchEngine;

  constructor(
    readonly revision: Revision,
    /** The agency's day for which the map was built, a number like 20250701. */
    readonly day: number,
    readonly geography: Geography,
    private readonly kinds: readonly NamedKind[],
    private readonly indexes: ReadonlyMap<ListingKind, ListingIndex>,
  ) {
    this.search = new SearchEngine(new Map([...indexes].map(([kind, index]) => [kind, index.search])), geography.units);
  }

  get number(): number {
    return this.revision.number;
  }

  /**
   * The revision in which the kinds, or the units that they are found by, last changed: lists of them are the same in
   * every revision since.
   */
  changedIn(kinds: readonly ListingKind[]): number {
    const others = new Set(this.kinds.filter(({ kind }) => !kinds.includes(kind)).map(({ name }) => name));
    const changes = Object.entries(this.revision.kindRevisions).filter(([name]) => !others.has(name));
    return Math.max(0, ...changes.map(([, number]) => number));
  }

  /**
   * The same snapshot, which tells `read` what is asked of it, by the names under which kinds are published. What is
   * found in all kinds, or tells the revision itself, was read from every one of them.
   */
  watched(read: (names: readonly string[]) => void): DirectorySnapshot {
    const listed = new Map(this.kinds.map(({ kind, name }) => [kind, name]));
    const names = Object.keys(this.revision.kindRevisions);
    const areas = names.filter((name) => !this.kinds.some((kind) => kind.name === name));
    const told = <T>(value: T, of: readonly string[]): PropertyDescriptor => ({
      get: (): T => {
        read(of);
        return value;
      },
    });
    return Object.create(this, {
      geography: told(this.geography, areas),
      search: told(this.search, names),
      revision: told(this.revision, names),
      // Asked for to find rows; whoever shows it takes it from the revision.
      number: { value: this.number },
      listings: {
        value: (kind: ListingKind): ListingIndex => {
          read([listed.get(kind) ?? kind]);
          return this.listings(kind);
        },
      },
    }) as DirectorySnapshot;
  }

  /** The listings of a class. */
  listingsOf({ kind }: ListingClass): ListingIndex {
    return this.listings(kind);
  }

  /** The listings of a kind. */
  listings(kind: ListingKind): ListingIndex {
    const index = this.indexes.get(kind);
    if (!index) throw new Error(`The snapshot lacks the kind ${kind}.`);
    return index;
  }

  /** How many listings this snapshot holds in indexes that it does not share with `other`. */
  listingsNotIn(other: DirectorySnapshot): number {
    return [...this.indexes].reduce(
      (sum, [kind, index]) => sum + (other.indexes.get(kind) === index ? 0 : index.size),
      0,
    );
  }

  /** The snapshot of a revision or a day: built parts replace those `before`, the rest is shared. In turns of the loop. */
  static async assemble(
    revision: Revision,
    day: number,
    parts: SnapshotParts,
    terms: { readonly kinds: readonly NamedKind[]; readonly before: DirectorySnapshot | null },
  ): Promise<DirectorySnapshot> {
    const work = new WorkSlices(new AbortController().signal);
    const { kinds, before } = terms;
    const geography = parts.geography ? await unpackGeography(parts.geography, day, work) : before?.geography;
    if (!geography) throw new Error('A first snapshot needs its geography.');
    await PlaceNames.prepare(geography.units, work);
    await UnitNames.of(geography.units, work);
    const indexes = new Map<ListingKind, ListingIndex>();
    for (const { kind } of kinds) {
      await work.turn();
      const packed = parts.listings.find((each) => each.kind === kind);
      const index = packed ? await ListingIndex.open(packed, work) : before?.indexes.get(kind);
      if (!index) throw new Error(`A first snapshot needs the kind ${kind}.`);
      indexes.set(kind, index);
    }
    await work.turn();
    return new DirectorySnapshot(revision, day, geography, kinds, indexes);
  }
}

async function unpackGeography(parts: GeographyParts, day: number, work: WorkSlices): Promise<Geography> {
  await work.turn();
  const units = parts.units.map((unit) => Object.assign(new Unit(), unit));
  await work.turn();
  const registry = new UnitRegistry(units, parts.successions, day);
  await work.turn();
  return {
    units: registry,
    communes: new BoundaryIndex(parts.boundaries.communes),
    provinces: new BoundaryIndex(parts.boundaries.provinces),
    jurisdictions: new JurisdictionIndex(parts.jurisdictions),
  };
}
