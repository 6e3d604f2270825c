import { In, LessThanOrEqual, MoreThan } from 'typeorm';
import type { Database } from '../../../database/database';
import type { UnitRegistry } from '../../geography/unit/unit-registry';
import { dayNumber } from '../../../shared/calendar';
import { SearchIndexBuilder } from '../search/index/search-index-builder';
import { Dictionary, type RawRow, textOrNull } from './attribute-columns';
import { packClusters } from './cluster-index';
import { NO_END, type PackedListings, UNKNOWN } from './packed-listings';
import { packPoints } from './point-index';
import type { SnapshotKind } from './snapshot-kind';

const BATCH_ROWS = 4_000;
const COMMON_COLUMNS = [
  'rowId',
  'code',
  'name',
  'formerName',
  'address',
  'unitKey',
  'latitude',
  'longitude',
  'validFrom',
  'validUntil',
  'demonstration',
];

/** Reads the listings of one kind as revision `revision` shows them and packs them. `today` is a number like 20250701. */
export async function packListings(
  database: Database,
  units: UnitRegistry,
  request: { kind: SnapshotKind; revision: number; today: number },
): Promise<PackedListings> {
  const { kind } = request;
  const rowIds = await rowIdsByCode(database, kind, request.revision);
  const packer = new ListingPacker(kind, units, rowIds);
  for (let start = 0; start < rowIds.length; start += BATCH_ROWS) {
    const batch = rowIds.subarray(start, start + BATCH_ROWS);
    const rows = await readRows(database, kind, { rowIds: batch, revision: request.revision });
    for (const rowId of batch) packer.add(rows.get(rowId));
  }
  return packer.finish(request.today);
}

/** Row numbers in the order of codes. Sorted here, because databases sort text each in its own way. */
async function rowIdsByCode(database: Database, kind: SnapshotKind, revision: number): Promise<Uint32Array> {
  const rows = await database.readAt(revision, (manager) =>
    manager
      .getRepository(kind.entity)
      .createQueryBuilder('r')
      .select('r.rowId', 'rowId')
      .addSelect('r.code', 'code')
      .where({ revisionFrom: LessThanOrEqual(revision), revisionUntil: MoreThan(revision) })
      .getRawMany<{ rowId: number; code: string }>(),
  );
  rows.sort((left, right) => (left.code < right.code ? -1 : 1));
  return Uint32Array.from(rows, (row) => row.rowId);
}

async function readRows(
  database: Database,
  kind: SnapshotKind,
  { rowIds, revision }: { readonly rowIds: Uint32Array; readonly revision: number },
): Promise<Map<number, RawRow>> {
  const rows = await database.readAt(revision, (manager) => {
    const query = manager.getRepository(kind.entity).createQueryBuilder('r').select([]);
    for (const column of columnsOf(kind)) query.addSelect(`r.${column}`, column);
    return query.where({ rowId: In([...rowIds]) }).getRawMany<RawRow>();
  });
  return new Map(rows.map((row) => [Number(row['rowId']), row]));
}

function columnsOf(kind: SnapshotKind): Set<string> {
  const columns = new Set(COMMON_COLUMNS);
  if (kind.inForce) columns.add(kind.inForce.from).add(kind.inForce.until);
  if (kind.hiddenPlace) columns.add(kind.hiddenPlace);
  for (const attribute of Object.values(kind.attributes)) for (const column of attribute.reads) columns.add(column);
  return columns;
}

/** Collects rows, which come in the order of their codes, into columns. */
class ListingPacker {
  private readonly codes: Buffer[] = [];
  private readonly codeEnds: Uint32Array;
  private readonly latitudes: Float64Array;
  private readonly longitudes: Float64Array;
  private readonly units = new Dictionary();
  private readonly unitIndexes: Int32Array;
  private readonly begins: Int32Array;
  private readonly ends: Int32Array;
  private readonly attributes: Record<string, Int32Array> = {};
  private readonly dictionaries: Record<string, Dictionary> = {};
  private readonly search: SearchIndexBuilder;
  private hasDemonstration = false;
  private ordinal = 0;
  private codeLength = 0;

  constructor(
    private readonly kind: SnapshotKind,
    units: UnitRegistry,
    private readonly rowIds: Uint32Array,
  ) {
    const size = rowIds.length;
    this.codeEnds = new Uint32Array(size);
    this.latitudes = new Float64Array(size).fill(NaN);
    this.longitudes = new Float64Array(size).fill(NaN);
    this.unitIndexes = new Int32Array(size);
    this.begins = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.search = new SearchIndexBuilder();
    for (const name of Object.keys(kind.attributes)) {
      this.attributes[name] = new Int32Array(size);
      this.dictionaries[name] = new Dictionary();
    }
  }

  add(row: RawRow | undefined): void {
    if (!row) throw new Error('A listing vanished while its revision was read; the index is built again.');
    const at = this.ordinal++;
    if (row['demonstration']) this.hasDemonstration = true;
    const code = Buffer.from(String(row['code']), 'utf8');
    this.codes.push(code);
    this.codeEnds[at] = this.codeLength += code.length;
    const hidden = this.kind.hiddenPlace !== null && Boolean(row[this.kind.hiddenPlace]);
    if (row['latitude'] !== null && row['longitude'] !== null && !hidden) {
      this.latitudes[at] = Number(row['latitude']);
      this.longitudes[at] = Number(row['longitude']);
    }
    const unitKey = textOrNull(row['unitKey']);
    this.unitIndexes[at] = unitKey === null ? UNKNOWN : this.units.numberOf(unitKey);
    this.addInterval(at, row);
    for (const [name, column] of Object.entries(this.kind.attributes)) {
      const numbers = this.attributes[name];
      const dictionary = this.dictionaries[name];
      if (numbers && dictionary) numbers[at] = column.pack(row, dictionary);
    }
    this.search.add({
      code: String(row['code']),
      name: String(row['name']),
      formerName: textOrNull(row['formerName']),
      address: hidden ? null : textOrNull(row['address']),
      unitKey,
    });
  }

  private addInterval(at: number, row: RawRow): void {
    const own = this.kind.inForce;
    const begin = dayNumber(textOrNull(row['validFrom']), 0);
    const end = dayNumber(textOrNull(row['validUntil']), NO_END);
    this.begins[at] = own ? Math.max(begin, dayNumber(textOrNull(row[own.from]), 0)) : begin;
    this.ends[at] = own ? Math.min(end, dayNumber(textOrNull(row[own.until]), NO_END)) : end;
  }

  finish(today: number): PackedListings {
    const placed = this.ordinalsWhere((ordinal) => !Number.isNaN(this.latitudes[ordinal]));
    const shown = placed.filter(
      (ordinal) => (this.begins[ordinal] ?? 0) <= today && today <= (this.ends[ordinal] ?? 0),
    );
    return {
      kind: this.kind.kind,
      size: this.rowIds.length,
      hasDemonstration: this.hasDemonstration,
      rowIds: this.rowIds,
      codeBytes: Uint8Array.from(Buffer.concat(this.codes)),
      codeEnds: this.codeEnds,
      latitudes: this.latitudes,
      longitudes: this.longitudes,
      unitKeys: this.units.words,
      unitIndexes: this.unitIndexes,
      begins: this.begins,
      ends: this.ends,
      attributes: this.attributes,
      dictionaries: Object.fromEntries(Object.entries(this.dictionaries).map(([name, { words }]) => [name, words])),
      points: packPoints(placed, this.longitudes, this.latitudes),
      clusters: packClusters(shown, this.longitudes, this.latitudes),
      search: this.search.finish(),
    };
  }

  private ordinalsWhere(test: (ordinal: number) => boolean): Uint32Array {
    return this.rowIds.map((_, ordinal) => ordinal).filter(test);
  }
}
