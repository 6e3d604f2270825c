import { type BadInput } from './bad-input';
import { type SmallInput } from './small-input';

function rowFault(
  file: string,
  name: string,
  line: string | ((input: SmallInput) => void),
  code: string,
  column?: string,
  rest: Partial<BadInput> = {},
): BadInput {
  const lines: Readonly<Record<string, number>> = {
    'units.csv': 8,
    'successions.csv': 4,
    'offices.csv': 5,
    'jurisdictions.csv': 3,
    'clinics.csv': 5,
    'agents.csv': 3,
    'employers.csv': 5,
  };
  const change = typeof line === 'string' ? (input: SmallInput) => input.append(file, line) : line;
  return { name, change, code, file, line: lines[file] ?? null, ...(column === undefined ? {} : { column }), ...rest };
}

/** Faults of rows; the faulty row is the last of its file unless `line` says otherwise. */
export const BAD_ROWS: readonly BadInput[] = [
  rowFault('clinics.csv', 'a code that comes twice', '01001,Bệnh viện khác,,,,,,,,', 'DUPLICATE', 'code', {
    value: '01001',
    says: /line 2/,
  }),
  rowFault('clinics.csv', 'a clinic code without its zero', '1009,Trạm,,,,,,,,', 'BAD_CODE', 'code', {
    value: '1009',
    says: /5 characters/,
  }),
  rowFault('employers.csv', 'a code with an accent', 'TÀ01,Công ty,,PARTICIPATING,', 'BAD_CODE', 'code', {
    value: 'TÀ01',
  }),
  rowFault('clinics.csv', 'an empty required cell', '01009,,,,,,,,,', 'EMPTY_REQUIRED', 'name'),
  rowFault('clinics.csv', 'a day that does not exist', '01009,Trạm,,,,,,2025-02-29,,', 'BAD_DATE', 'contractFrom', {
    value: '2025-02-29',
    says: /YYYY-MM-DD/,
  }),
  rowFault('clinics.csv', 'a day in another order', '01009,Trạm,,,,,,31/12/2025,,', 'BAD_DATE', 'contractFrom', {
    value: '31/12/2025',
  }),
  rowFault(
    'clinics.csv',
    'a contract that ends before it begins',
    '01009,Trạm,,,,,,2025-07-01,2025-06-30,',
    'DAYS_REVERSED',
    'contractUntil',
    { value: '2025-06-30' },
  ),
  rowFault('clinics.csv', 'a value that is not of the list', '01009,Trạm,,,,,Hospital,,,', 'UNKNOWN_VALUE', 'type', {
    value: 'Hospital',
    says: /HOSPITAL, POLYCLINIC/,
  }),
  rowFault(
    'employers.csv',
    'the number of a person as code',
    '001099000001DNA,Hộ A,,PARTICIPATING,',
    'PERSONAL_CODE',
    'code',
    {
      value: '001099000001DNA',
    },
  ),
  rowFault('employers.csv', 'a boolean that is none', 'TA9,Công ty,,PARTICIPATING,maybe', 'BAD_BOOLEAN', 'soleTrader', {
    value: 'maybe',
  }),
  rowFault('employers.csv', 'a tax code of 9 digits', 'TA9,Công ty,123456789,PARTICIPATING,', 'BAD_CODE', 'taxCode', {
    value: '123456789',
  }),
  rowFault(
    'clinics.csv',
    'a position with a decimal comma',
    '01009,Trạm,,"21,02",105.8,STREET,,,,',
    'BAD_NUMBER',
    'latitude',
    { value: '21,02' },
  ),
  rowFault(
    'clinics.csv',
    'a latitude without its decimal point',
    '01009,Trạm,,210154,105.8,STREET,,,,',
    'OUT_OF_RANGE',
    'latitude',
    { value: '210154' },
  ),
  rowFault(
    'clinics.csv',
    'a position outside Vietnam',
    '01009,Trạm,,48.85,2.35,STREET,,,,',
    'POSITION_OUTSIDE_VIETNAM',
    'latitude',
  ),
  rowFault(
    'clinics.csv',
    'latitude and longitude exchanged',
    '01009,Trạm,,105.84,21.02,STREET,,,,',
    'POSITION_SWAPPED',
    'latitude',
    { value: '105.84', says: /exchanged/ },
  ),
  rowFault('clinics.csv', 'half a position', '01009,Trạm,,21.02,,STREET,,,,', 'HALF_POSITION', 'longitude'),
  rowFault(
    'clinics.csv',
    'a position without precision',
    '01009,Trạm,,21.02,105.8,,,,,',
    'PRECISION_MISSING',
    'positionPrecision',
  ),
  rowFault(
    'clinics.csv',
    'a precision without position',
    '01009,Trạm,,,,STREET,,,,',
    'POSITION_MISSING',
    'positionPrecision',
    { value: 'STREET' },
  ),
  rowFault('clinics.csv', 'an unknown unit', '01009,Trạm,00005,,,,,,,', 'UNKNOWN_UNIT', 'unitCode', { value: '00005' }),
  rowFault('clinics.csv', 'an unknown office', '01009,Trạm,,,,,,,,00199', 'UNKNOWN_OFFICE', 'managingOfficeCode', {
    value: '00199',
  }),
  rowFault(
    'clinics.csv',
    'a unit that did not exist on the day',
    (input) => {
      input.entry('clinics')['unitsAsOf'] = '2025-08-01';
    },
    'UNIT_NOT_THEN',
    'unitCode',
    { line: 4, value: '00006', says: /2025-08-01.*Phường Vĩnh Phúc/ },
  ),
  rowFault('clinics.csv', 'too many cells', '01009,Trạm, số 2,00004,,,,,,,', 'WRONG_CELL_COUNT', undefined, {
    says: /11 cells; expected 10/,
  }),
  rowFault('clinics.csv', 'too few cells', '01009,Trạm', 'WRONG_CELL_COUNT', undefined, { says: /2 cells/ }),
  rowFault('clinics.csv', 'a control character', '01009,Trạm\u0007,,,,,,,,', 'CONTROL_CHARACTER', 'name', {
    value: 'Trạm\\u0007',
  }),
  rowFault('clinics.csv', 'a character that a conversion lost', '01009,Tr\ufffdm,,,,,,,,', 'LOST_CHARACTER', 'name', {
    value: 'Tr\\ufffdm',
  }),
  rowFault('clinics.csv', 'a name that is too long', `01009,${'x'.repeat(501)},,,,,,,,`, 'TOO_LONG', 'name', {
    value: /^x{120}…$/,
    says: /501.*500/,
  }),
  rowFault(
    'offices.csv',
    'a telephone number that is none',
    '00102,BHXH,LOCAL,001,gọi sau,,,,',
    'BAD_PHONE',
    'phones',
    { value: 'gọi sau' },
  ),
  rowFault('offices.csv', 'an e-mail address that is none', '00102,BHXH,LOCAL,001,,hn@,,,', 'BAD_EMAIL', 'email', {
    value: 'hn@',
  }),
  rowFault(
    'offices.csv',
    'a web address that runs a script',
    '00102,BHXH,LOCAL,001,,,javascript:alert(1),,',
    'BAD_WEB_ADDRESS',
    'website',
  ),
  rowFault(
    'offices.csv',
    'an office below one that is missing',
    '00102,BHXH,LOCAL,002,,,,,',
    'PARENT_UNKNOWN',
    'parentCode',
    { value: '002' },
  ),
  rowFault(
    'offices.csv',
    'offices in a circle',
    (input) => input.replace('offices.csv', 'CENTRAL,,', 'CENTRAL,00101,'),
    'OFFICE_CYCLE',
    'parentCode',
    { line: 2, says: /→/ },
  ),
  rowFault('offices.csv', 'an office above itself', '00102,BHXH,LOCAL,00102,,,,,', 'OFFICE_CYCLE', 'parentCode', {
    says: /00102 → 00102/,
  }),
  rowFault('jurisdictions.csv', 'a unit with two offices', '00004,001', 'DUPLICATE', 'unitCode', { says: /line 2/ }),
  rowFault('jurisdictions.csv', 'a jurisdiction of no office', '00006,00199', 'UNKNOWN_OFFICE', 'officeCode'),
  rowFault(
    'units.csv',
    'a unit code of another level',
    '007,COMMUNE,Xã Bảy,01,2025-07-01,',
    'CODE_OF_OTHER_LEVEL',
    'code',
    { says: /3 digits.*DISTRICT/ },
  ),
  rowFault(
    'units.csv',
    'a commune without a unit above',
    '00007,COMMUNE,Xã Bảy,,2025-07-01,',
    'PARENT_MISSING',
    'parentCode',
  ),
  rowFault(
    'units.csv',
    'a unit below one that is missing',
    '00007,COMMUNE,Xã Bảy,99,2025-07-01,',
    'PARENT_UNKNOWN',
    'parentCode',
    { value: '99' },
  ),
  rowFault(
    'units.csv',
    'a unit below one of another time',
    '00007,COMMUNE,Xã Bảy,001,2025-07-01,',
    'PARENT_NOT_THEN',
    'parentCode',
    { says: /2025-07-01/ },
  ),
  rowFault(
    'units.csv',
    'a district below a commune',
    '002,DISTRICT,Quận,00004,,2025-06-30',
    'PARENT_UNKNOWN',
    'parentCode',
  ),
  rowFault('units.csv', 'a unit that comes twice', '00004,COMMUNE,Phường Khác,01,2025-07-01,', 'DUPLICATE', 'code', {
    says: /line 6/,
  }),
  rowFault(
    'units.csv',
    'a unit twice at one time',
    '00004,COMMUNE,Phường Khác,01,2025-08-01,',
    'UNITS_OVERLAP',
    'code',
  ),
  rowFault(
    'units.csv',
    'a unit that ends before it begins',
    '00007,COMMUNE,Xã Bảy,01,2025-07-01,2025-06-30',
    'DAYS_REVERSED',
    'validUntil',
  ),
  rowFault(
    'successions.csv',
    'a succession to an unknown unit',
    '00006,00099,COMMUNE,2025-07-01',
    'UNKNOWN_UNIT',
    'successorCode',
    { value: '00099' },
  ),
  rowFault(
    'successions.csv',
    'a succession of a unit to itself',
    '00004,00004,COMMUNE,2020-01-01',
    'SUCCEEDS_ITSELF',
    'successorCode',
  ),
];
