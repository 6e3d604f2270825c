import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { type Feature, type GeoJsonProperties, type GeometryObject } from 'geojson';
import { parse, type ParseError } from 'jsonc-parser';
import { feature as toFeatures } from 'topojson-client';
import { type GeometryObject as TopologyObject, type Topology } from 'topojson-specification';
import { type BilingualMessage } from '../../shared/errors';
import { type ManifestFile } from '../manifest/manifest';
import { shownValue } from '../report/issue';
import { fileFault, UnreadableFile } from './file-fault';
import { MAX_COLUMNS, tooMuch } from './limits';
import { type RecordBatch, type SourceRecord, type TableFile } from './source-file';

const BATCH_FEATURES = 100;
/** A parsed file takes five times its bytes; all of it must fit where an import has 300 MB. */
const MAX_BOUNDARY_BYTES = 32 * 1024 * 1024;
const MAX_POINTS = 500_000;
/** Points, rings and features, each in brackets of its own. */
const MAX_BRACKETS = 2 * MAX_POINTS;
const OPENING_BRACKETS: readonly number[] = [0x5b, 0x7b];

const SMALLER: BilingualMessage = {
  en: 'Split it into one file a province, or simplify the shapes.',
  vi: 'Tách thành mỗi tỉnh một tệp, hoặc đơn giản hóa hình.',
};

/**
 * Opens a GeoJSON or TopoJSON file as a table: the properties of its features are the columns, the number of a feature
 * is its line. Such files are read whole, so what they hold is counted first.
 */
export async function openBoundaries(file: ManifestFile): Promise<TableFile> {
  const sizeBytes = (await stat(file.absolutePath)).size;
  if (sizeBytes > MAX_BOUNDARY_BYTES) {
    throw tooMuch(
      file,
      'FILE_TOO_LARGE',
      { en: 'bytes of the file', vi: 'số byte của tệp' },
      sizeBytes,
      MAX_BOUNDARY_BYTES,
      {},
      SMALLER,
    );
  }
  const headers = headersOf(await readFeatures(file));
  refuseMany(file, { en: 'names of properties', vi: 'số tên thuộc tính' }, headers.length, MAX_COLUMNS);
  const header: SourceRecord = { line: 1, cells: headers, numberCells: null };
  return {
    file,
    sizeBytes,
    header,
    // Read anew, so that not all files of a manifest are held at once.
    batches: () => readRecords(file, headers, sizeBytes),
  };
}

async function* readRecords(
  file: ManifestFile,
  headers: readonly string[],
  bytesRead: number,
): AsyncGenerator<RecordBatch> {
  const features = await readFeatures(file);
  for (let start = 0; start < features.length; start += BATCH_FEATURES) {
    const some = features.slice(start, start + BATCH_FEATURES);
    yield { records: some.map((feature, index) => recordOf(feature, start + index + 1, headers)), bytesRead };
  }
}

async function readFeatures(file: ManifestFile): Promise<Feature<GeometryObject | null>[]> {
  return featuresOf(file, parsed(file, await readFile(file.absolutePath)));
}

function headersOf(features: readonly Feature<GeometryObject | null>[]): string[] {
  return [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

function recordOf(feature: Feature<GeometryObject | null>, number: number, headers: readonly string[]): SourceRecord {
  const numberCells = new Set<number>();
  const cells = headers.map((name, index) => {
    const value: unknown = feature.properties?.[name];
    if (typeof value === 'number') numberCells.add(index);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  });
  return { line: number, cells, numberCells, geometry: feature.geometry };
}

function parsed(file: ManifestFile, bytes: Buffer): unknown {
  if (!isUtf8(bytes)) {
    throw unreadable(
      file,
      'BAD_ENCODING',
      { en: 'the file is not valid UTF-8', vi: 'tệp không phải UTF-8 hợp lệ' },
      { en: 'Save it as UTF-8.', vi: 'Lưu tệp dạng UTF-8.' },
    );
  }
  refuseMany(
    file,
    { en: 'points, rings and features', vi: 'số điểm, đường bao và đối tượng' },
    brackets(bytes),
    MAX_BRACKETS,
  );
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  try {
    return JSON.parse(text);
  } catch {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true });
    const offset = errors[0]?.offset ?? 0;
    const before = text.slice(0, offset).split('\n');
    throw unreadable(
      file,
      'NOT_JSON',
      { en: 'the file is not valid JSON here', vi: 'tệp không phải JSON hợp lệ tại đây' },
      { en: 'Export the file again.', vi: 'Xuất lại tệp.' },
      {
        line: before.length,
        cell: (before.at(-1) ?? '').length + 1,
        value: shownValue(text.slice(offset, offset + 20)),
      },
    );
  }
}

function featuresOf(file: ManifestFile, value: unknown): Feature<GeometryObject | null>[] {
  const typed = value as { type?: unknown; features?: unknown; objects?: unknown; arcs?: unknown } | null;
  if (file.format === 'geojson' && typed?.type === 'FeatureCollection' && Array.isArray(typed.features)) {
    const features = typed.features as (Feature | null)[];
    if (features.every((feature) => feature?.type === 'Feature')) return features as Feature[];
  }
  if (
    file.format === 'topojson' &&
    typed?.type === 'Topology' &&
    typeof typed.objects === 'object' &&
    Array.isArray(typed.arcs)
  ) {
    try {
      const topology = value as Topology;
      refuseMany(file, POINTS, expandedPoints(topology), MAX_POINTS);
      return Object.values(topology.objects).flatMap((object) => {
        const made = toFeatures(topology, object);
        return made.type === 'FeatureCollection' ? made.features : [made];
      });
    } catch (error) {
      if (error instanceof UnreadableFile) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw unreadable(
        file,
        'BAD_TOPOLOGY',
        {
          en: `the arcs of the topology do not fit together: ${reason}`,
          vi: `các cung của tệp TopoJSON không khớp: ${reason}`,
        },
        { en: 'Export the file again.', vi: 'Xuất lại tệp.' },
      );
    }
  }
  const expected = file.format === 'geojson' ? 'FeatureCollection' : 'Topology';
  throw unreadable(
    file,
    'NOT_A_MAP_FILE',
    {
      en: `the JSON is no ${file.format} file; expected type "${expected}"`,
      vi: `JSON không phải tệp ${file.format}; cần type "${expected}"`,
    },
    { en: 'Check the path and "format".', vi: 'Kiểm tra đường dẫn và "format".' },
    { column: 'type', value: shownValue(String(typed?.type)) },
  );
}

const POINTS: BilingualMessage = { en: 'points of all shapes', vi: 'số điểm của mọi hình' };

function brackets(bytes: Buffer): number {
  let count = 0;
  for (const bracket of OPENING_BRACKETS)
    for (let at = bytes.indexOf(bracket); at >= 0; at = bytes.indexOf(bracket, at + 1)) count++;
  return count;
}

/** Points that the shapes of a topology have when every arc is written out as often as it is named. */
function expandedPoints({ arcs, objects }: Topology): number {
  const pointsOf = (named: unknown): number => {
    if (typeof named === 'number') return arcs[named < 0 ? ~named : named]?.length ?? 0;
    return Array.isArray(named) ? named.reduce<number>((sum, part) => sum + pointsOf(part), 0) : 0;
  };
  const inside = (object: TopologyObject<GeoJsonProperties>): number =>
    object.type === 'GeometryCollection'
      ? object.geometries.reduce((sum, part) => sum + inside(part), 0)
      : pointsOf('arcs' in object ? object.arcs : []);
  return Object.values(objects).reduce((sum, object) => sum + inside(object), 0);
}

function refuseMany(file: ManifestFile, what: BilingualMessage, has: number, limit: number): void {
  if (has > limit) throw tooMuch(file, 'FILE_TOO_LARGE', what, has, limit, {}, SMALLER);
}

function unreadable(...fault: Parameters<typeof fileFault>): UnreadableFile {
  return new UnreadableFile(fileFault(...fault));
}
