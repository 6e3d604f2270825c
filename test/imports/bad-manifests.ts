import { type BadInput } from './bad-input';
import { type FileEntry, type SmallInput } from './small-input';

function manifestFault(
  name: string,
  change: (input: SmallInput) => void,
  code: string,
  column: string | undefined,
  rest: Partial<BadInput> = {},
): BadInput {
  return { name, change, code, file: 'manifest.json', line: 1, ...(column === undefined ? {} : { column }), ...rest };
}

function withoutColumn(entry: FileEntry, field: string): void {
  entry.columns = Object.fromEntries(Object.entries(entry.columns ?? {}).filter(([name]) => name !== field));
}

const JSON_OF = (input: SmallInput): string => JSON.stringify(input.manifest, null, 2);

/** Faults of manifests. `line` is that of the manifest; where it is 1 here, any line will do. */
export const BAD_MANIFESTS: readonly BadInput[] = [
  manifestFault(
    'JSON with a trailing comma',
    (input) => (input.manifest = '{\n  "source": {},\n}'),
    'MANIFEST_NOT_JSON',
    undefined,
    { line: 3 },
  ),
  manifestFault(
    'JSON that breaks off',
    (input) => (input.manifest = JSON_OF(input).slice(0, 300)),
    'MANIFEST_NOT_JSON',
    undefined,
    { line: 12 },
  ),
  manifestFault('an empty manifest', (input) => (input.manifest = ''), 'MANIFEST_NOT_JSON', undefined, { line: 1 }),
  manifestFault(
    'a manifest in UTF-16',
    (input) => (input.manifest = Buffer.from(`\ufeff${JSON_OF(input)}`, 'utf16le')),
    'MANIFEST_ENCODING',
    undefined,
    { line: null },
  ),
  manifestFault(
    'a name that stands twice',
    (input) => (input.manifest = JSON_OF(input).replace('"name": "name"', '"code": "name"')),
    'MANIFEST_NAME_TWICE',
    'files[0].columns.code',
    { line: 13 },
  ),
  manifestFault(
    'an unknown name',
    (input) => (input.entry('clinics')['colums'] = {}),
    'MANIFEST_UNKNOWN_NAME',
    'files[5].colums',
  ),
  manifestFault(
    'an unknown kind',
    (input) => (input.entry('clinics')['kind'] = 'hospitals'),
    'MANIFEST_FORM',
    'files[5].kind',
    { value: 'hospitals', says: /units.*employers/ },
  ),
  manifestFault(
    'a value of the wrong type',
    (input) => (input.entry('clinics')['path'] = 7),
    'MANIFEST_FORM',
    'files[5].path',
    { says: /expected string/ },
  ),
  manifestFault(
    'no source',
    (input) => (input.manifest = { files: Object.values(input.entries) }),
    'MANIFEST_MISSING',
    'source',
  ),
  manifestFault(
    'no files',
    (input) => (input.manifest = { source: { name: 'x', verifiedAt: '2026-01-01' }, files: [] }),
    'MANIFEST_FORM',
    'files',
  ),
  manifestFault(
    'a day that does not exist',
    (input) => (input.entry('clinics')['unitsAsOf'] = '2025-02-30'),
    'MANIFEST_BAD_DATE',
    'files[5].unitsAsOf',
    { value: '2025-02-30' },
  ),
  manifestFault(
    'an unknown field',
    (input) => (input.entry('clinics').columns = { ...input.entry('clinics').columns, colour: 'name' }),
    'MANIFEST_UNKNOWN_FIELD',
    'files[5].columns.colour',
    { says: /known are code, name/ },
  ),
  manifestFault(
    'a field that Object has, not the kind',
    (input) => (input.entry('clinics')['constants'] = { constructor: 'x' }),
    'MANIFEST_UNKNOWN_FIELD',
    'files[5].constants.constructor',
  ),
  manifestFault(
    'a required field that is not mapped',
    (input) => withoutColumn(input.entry('clinics'), 'name'),
    'MANIFEST_REQUIRED_FIELD',
    'files[5].columns.name',
    { says: /name/ },
  ),
  manifestFault(
    'a field mapped and constant',
    (input) => (input.entry('clinics')['constants'] = { type: 'HOSPITAL' }),
    'MANIFEST_FIELD_TWICE',
    'files[5].constants.type',
  ),
  manifestFault(
    'a constant that does not fit',
    (input) => (input.entry('agents')['constants'] = { kind: 'SHOP' }),
    'MANIFEST_BAD_VALUE',
    'files[6].constants.kind',
    { value: 'SHOP', says: /POST_OFFICE/ },
  ),
  manifestFault(
    'a mapped value that does not fit',
    (input) => (input.entry('clinics')['values'] = { type: { BV: 'HOPSITAL' } }),
    'MANIFEST_BAD_VALUE',
    'files[5].values.type.BV',
    { value: 'HOPSITAL' },
  ),
  manifestFault(
    'values for a field without column',
    (input) => (input.entry('clinics')['values'] = { level: { a: 'BASIC' } }),
    'MANIFEST_VALUES_WITHOUT_COLUMN',
    'files[5].values.level',
  ),
  manifestFault(
    'a file that does not exist',
    (input) => (input.entry('clinics')['path'] = 'clinic.csv'),
    'FILE_MISSING',
    'files[5].path',
    { value: 'clinic.csv' },
  ),
  manifestFault(
    'a pattern that matches nothing',
    (input) => (input.entry('clinics')['path'] = 'c/*.csv'),
    'FILE_MISSING',
    'files[5].path',
    { says: /pattern/ },
  ),
  manifestFault(
    'a path out of the folder',
    (input) => (input.entry('clinics')['path'] = '../clinics.csv'),
    'FILE_OUTSIDE_FOLDER',
    'files[5].path',
  ),
  manifestFault(
    'an absolute path',
    (input) => (input.entry('clinics')['path'] = '/etc/passwd'),
    'FILE_OUTSIDE_FOLDER',
    'files[5].path',
  ),
  manifestFault(
    'a file named twice',
    (input) =>
      (input.manifest = {
        source: { name: 'x', verifiedAt: '2026-01-01' },
        files: [input.entry('units'), input.entry('units')],
      }),
    'FILE_TWICE',
    'files[1].path',
    { says: /units.csv/ },
  ),
  manifestFault(
    'an unknown ending',
    (input) => {
      input.files['clinics.dat'] = 'x';
      input.entry('clinics')['path'] = 'clinics.dat';
    },
    'FORMAT_UNKNOWN',
    'files[5].path',
  ),
  manifestFault(
    'shapes for clinics',
    (input) => (input.entry('clinics')['path'] = 'areas.geojson'),
    'FORMAT_NOT_FOR_KIND',
    'files[5].path',
    { says: /csv, xlsx/ },
  ),
  manifestFault(
    'a table for boundaries',
    (input) => (input.entry('unitBoundaries')['path'] = 'units.csv'),
    'FORMAT_NOT_FOR_KIND',
    'files[2].path',
  ),
  manifestFault(
    'an option of another format',
    (input) => (input.entry('clinics')['sheet'] = 'Sheet1'),
    'OPTION_NOT_FOR_FORMAT',
    'files[5].sheet',
  ),
];
