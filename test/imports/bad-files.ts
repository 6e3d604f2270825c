import iconv from 'iconv-lite';
import { type BadInput } from './bad-input';
import { type SmallInput } from './small-input';

function fileFault(
  name: string,
  change: (input: SmallInput) => void,
  code: string,
  rest: Partial<BadInput> = {},
): BadInput {
  return { name, change, code, file: 'clinics.csv', line: 1, ...rest };
}

function areaFault(name: string, geometry: unknown, code: string, rest: Partial<BadInput> = {}): BadInput {
  const change = (input: SmallInput): void => {
    input.files['areas.geojson'] = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { code: '01' }, geometry }],
    });
  };
  return { name, change, code, file: 'areas.geojson', line: 1, ...rest };
}

function replaced(file: string, content: string | Buffer): (input: SmallInput) => void {
  return (input) => {
    input.files[file] = content;
  };
}

const HEADER =
  'code,name,unitCode,latitude,longitude,positionPrecision,type,contractFrom,contractUntil,managingOfficeCode';
const ring = (...points: number[][]): object => ({ type: 'Polygon', coordinates: [points] });

/** Faults of whole files: bytes, headers, quotes, shapes. */
export const BAD_FILES: readonly BadInput[] = [
  fileFault('an empty file', replaced('clinics.csv', ''), 'FILE_EMPTY', { line: null }),
  fileFault('a file of blank lines', replaced('clinics.csv', '\n\n\r\n'), 'FILE_EMPTY', { line: null }),
  fileFault('a header without rows', replaced('clinics.csv', `${HEADER}\n`), 'KIND_EMPTY', {
    file: '',
    line: null,
    says: /clinics/,
  }),
  fileFault(
    'a byte that is not UTF-8',
    replaced('clinics.csv', Buffer.concat([Buffer.from(`${HEADER}\n01001,Bệnh vi`), Buffer.from([0xe1, 0xbb, 0x2c])])),
    'BAD_ENCODING',
    { line: 2, value: '0xE1' },
  ),
  fileFault(
    'text in windows-1252',
    replaced('clinics.csv', iconv.encode(`${HEADER}\n01001,Hôpital Français à Huế,,,,,,,,\n`, 'win1252')),
    'BAD_ENCODING',
    { line: 2 },
  ),
  fileFault(
    'text in an encoding of Chinese',
    replaced('clinics.csv', iconv.encode(`${HEADER}\n01001,医院河内,,,,,,,,\n`, 'gbk')),
    'BAD_ENCODING',
    { line: 2 },
  ),
  fileFault('UTF-16 without its mark', replaced('clinics.csv', iconv.encode(HEADER, 'utf-16le')), 'NOT_TEXT', {
    value: '0x00',
  }),
  fileFault(
    'a picture',
    replaced('clinics.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])),
    'NOT_TEXT',
    { line: 3 },
  ),
  fileFault(
    'UTF-16 that breaks off within a character',
    replaced(
      'clinics.csv',
      Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(HEADER, 'utf-16le'), Buffer.from([0x00, 0xd8, 0x0a, 0])]),
    ),
    'BAD_ENCODING',
    {},
  ),
  fileFault(
    'a header that is missing',
    (input) => input.replace('clinics.csv', ',name,', ',title,'),
    'HEADER_MISSING',
    { column: 'name', says: /"name".*code, title/ },
  ),
  fileFault(
    'a header that comes twice',
    (input) => input.replace('clinics.csv', ',type,', ',name,'),
    'HEADER_REPEATED',
    { column: 'name', says: /column 2/ },
  ),
  fileFault('a header that is empty', (input) => input.replace('clinics.csv', ',type,', ', ,'), 'HEADER_EMPTY'),
  fileFault('another delimiter than stated', (input) => (input.entry('clinics')['delimiter'] = ';'), 'HEADER_MISSING'),
  fileFault(
    'a quote that is never closed',
    (input) => input.append('clinics.csv', '01009,"Trạm,,,,,,,,'),
    'QUOTE_NOT_CLOSED',
    { line: 5 },
  ),
  fileFault(
    'text behind a closing quote',
    (input) => input.append('clinics.csv', '01009,"Trạm" A,,,,,,,,'),
    'BAD_QUOTE',
    { line: 5 },
  ),
  fileFault(
    'a quote in the middle of a cell',
    (input) => input.append('clinics.csv', '01009,Trạm "A",,,,,,,,'),
    'BAD_QUOTE',
    { line: 5 },
  ),
  fileFault(
    'a workbook that is none',
    (input) => {
      input.files['clinics.xlsx'] = 'not a zip';
      input.entry('clinics')['path'] = 'clinics.xlsx';
    },
    'FILE_UNREADABLE',
    { file: 'clinics.xlsx', line: null },
  ),
  areaFault('a shape that is a point', { type: 'Point', coordinates: [105, 21] }, 'NOT_AN_AREA', {
    says: /Point.*Polygon/,
  }),
  areaFault('no shape at all', null, 'NOT_AN_AREA'),
  areaFault('a shape without rings', { type: 'MultiPolygon', coordinates: [] }, 'AREA_EMPTY'),
  areaFault('a ring of three points', ring([105, 20], [106, 21], [105, 20]), 'RING_TOO_SHORT', { says: /3 points.*4/ }),
  areaFault('a ring that is open', ring([105, 20], [106, 20], [106, 21], [105, 21]), 'RING_OPEN'),
  areaFault(
    'a shape in metres',
    ring([583000, 2320000], [584000, 2320000], [584000, 2321000], [583000, 2320000]),
    'AREA_OUTSIDE_VIETNAM',
  ),
  areaFault('a shape with latitude first', ring([20, 105], [20, 106], [21, 106], [20, 105]), 'AREA_OUTSIDE_VIETNAM', {
    says: /longitude, latitude/,
  }),
  {
    name: 'a boundary file that is no JSON',
    change: replaced('areas.geojson', '{\n"type": }'),
    code: 'NOT_JSON',
    file: 'areas.geojson',
    line: 2,
  },
  {
    name: 'a boundary file of another form',
    change: replaced('areas.geojson', '{"type":"Topology"}'),
    code: 'NOT_A_MAP_FILE',
    file: 'areas.geojson',
    line: null,
    says: /FeatureCollection/,
  },
  {
    name: 'a topology without its arcs',
    change: (input: SmallInput): void => {
      input.files['areas.topo.json'] = JSON.stringify({
        type: 'Topology',
        arcs: [],
        objects: {
          a: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[7]], properties: { code: '01' } }] },
        },
      });
      input.entry('unitBoundaries')['path'] = 'areas.topo.json';
    },
    code: 'BAD_TOPOLOGY',
    file: 'areas.topo.json',
    line: null,
  },
  {
    name: 'a boundary of an unknown unit',
    change: (input) => input.replace('areas.geojson', '"code":"01"', '"code":"02"'),
    code: 'UNKNOWN_UNIT',
    file: 'areas.geojson',
    line: 1,
    column: 'code',
    value: '02',
  },
  {
    name: 'a boundary of another level',
    change: (input) => (input.entry('unitBoundaries')['level'] = 'COMMUNE'),
    code: 'BOUNDARY_OF_OTHER_LEVEL',
    file: 'areas.geojson',
    line: 1,
  },
];
