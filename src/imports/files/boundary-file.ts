import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { type Feature, type GeometryObject } from 'geojson';
import { parse, type ParseError } from 'jsonc-parser';
import { feature as toFeatures } from 'topojson-client';
import { type Topology } from 'topojson-specification';
import { type ManifestFile } from '../manifest/manifest';
import { shownValue } from '../report/issue';
import { fileFault, UnreadableFile } from './file-fault';
import { type RecordBatch, type SourceRecord, type TableFile } from './source-file';

const BATCH_FEATURES = 100;
const MAX_BOUNDARY_BYTES = 64 * 1024 * 1024;

/**
 * Opens a GeoJSON or TopoJSON file as a table: the properties of its features are the columns, the number of a feature
 * is its line. Such files are read whole, so they may have 64 MB at most.
 */
export async function openBoundaries(file: ManifestFile): Promise<TableFile> {
  const sizeBytes = (await stat(file.absolutePath)).size;
  if (sizeBytes > MAX_BOUNDARY_BYTES) {
    throw unreadable(
      file,
      'FILE_TOO_LARGE',
      {
        en: `the file has ${sizeBytes} bytes; boundaries may have ${MAX_BOUNDARY_BYTES}`,
        vi: `tệp có ${sizeBytes} byte; tệp ranh giới tối đa ${MAX_BOUNDARY_BYTES}`,
      },
      {
        en: 'Split it into one file a province, or simplify the shapes.',
        vi: 'Tách thành mỗi tỉnh một tệp, hoặc đơn giản hóa hình.',
      },
    );
  }
  const headers = headersOf(await readFeatures(file));
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
      return Object.values(topology.objects).flatMap((object) => {
        const made = toFeatures(topology, object);
        return made.type === 'FeatureCollection' ? made.features : [made];
      });
    } catch (error) {
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

function unreadable(...fault: Parameters<typeof fileFault>): UnreadableFile {
  return new UnreadableFile(fileFault(...fault));
}
