import { Sex } from '../../src/features/people/person.entity';
import type { OpenPerson } from '../../src/features/people/person.store';

/** A made-up person; `overrides` say what matters to a test. */
export function samplePerson(personId: number, overrides: Partial<OpenPerson> = {}): OpenPerson {
  return {
    personId,
    fullName: 'Nguyễn Thị Thử',
    dateOfBirth: '1990-05-15',
    sex: Sex.FEMALE,
    bhxhCode: `99${String(personId).padStart(8, '0')}`,
    personalIdNumber: `999190${String(personId).padStart(6, '0')}`,
    phone: `0999${String(personId).padStart(6, '0')}`,
    email: `nguoi${personId}@example.invalid`,
    address: 'Số 1, đường Thử, Hà Nội',
    provinceCode: '01',
    registeredClinicCode: '01Z00',
    guardianId: null,
    ...overrides,
  };
}
