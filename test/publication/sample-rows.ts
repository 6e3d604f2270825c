import { ClinicType } from '../../src/features/directory/clinic/clinic.types';
import { EmployerStatus } from '../../src/features/directory/employer/employer.types';
import type { PublishedRow } from '../../src/features/directory/kinds/published-kinds';
import { UnitLevel } from '../../src/features/geography/unit/unit.entity';

const LISTING = {
  formerName: null,
  address: null,
  unitKey: null,
  latitude: null,
  longitude: null,
  positionPrecision: null,
  phoneNumbers: null,
  email: null,
  website: null,
  openingHours: null,
  validFrom: null,
  validUntil: null,
  sourceId: 1,
  verifiedAt: null,
  demonstration: true,
};

/** A clinic with little but code and name. */
export function clinicRow(code: string, name: string): PublishedRow<'clinics'> {
  return {
    ...LISTING,
    code,
    name,
    type: ClinicType.HOSPITAL,
    level: null,
    formerLevel: null,
    contractFrom: '2025-01-01',
    contractUntil: null,
    initialRegistration: true,
    sickLeaveFrom: null,
    sickLeaveUntil: null,
    managingOfficeCode: null,
    phoneNumbers: [{ label: null, number: '024 3123 4567' }],
    latitude: 21.02851,
    longitude: 105.80482,
  };
}

/** An employer whose name carries `version`, so that every version differs in every row. */
export function employerRow(number: number, version: string): PublishedRow<'employers'> {
  return {
    ...LISTING,
    code: `TA${String(number).padStart(7, '0')}`,
    name: `Công ty TNHH số ${number}, lần ${version}`,
    address: `Số ${number}, đường Nguyễn Trãi`,
    taxCode: null,
    status: EmployerStatus.PARTICIPATING,
    soleTrader: false,
    managingOfficeCode: null,
  };
}

/** A province. */
export function provinceRow(code: string, name: string): PublishedRow<'units'> {
  return {
    unitKey: `PROVINCE:${code}:2025-07-01`,
    code,
    level: UnitLevel.PROVINCE,
    name,
    nameEn: null,
    parentKey: null,
    validFrom: '2025-07-01',
    validUntil: null,
    latitude: null,
    longitude: null,
    otherCodes: null,
  };
}
