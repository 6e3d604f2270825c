import type { KeyRing } from '../../shared/sealing/key-ring';
import type { PersonIdentifier } from './person-identifier.entity';
import type { Person } from './person.entity';

/** What a person's sealed values are, as the key ring is told: a value copied between columns does not open. */
export const SEALED_FIELDS = {
  bhxhCode: { column: 'bhxhCodeSealed', purpose: 'person.bhxhCode', isFound: true, isSole: true },
  personalIdNumber: {
    column: 'personalIdNumberSealed',
    purpose: 'person.personalIdNumber',
    isFound: true,
    isSole: true,
  },
  phone: { column: 'phoneSealed', purpose: 'person.phone', isFound: true, isSole: false },
  email: { column: 'emailSealed', purpose: 'person.email', isFound: false, isSole: false },
} as const;

/** Name of a sealed value. */
type SealedField = keyof typeof SEALED_FIELDS;
/** A sealed value by which a person can be found. */
type FindableField = Exclude<SealedField, 'email'>;
/** What a person can be looked up by: a sealed value, or the number of another identity paper. */
export type LookupField = FindableField | 'documentNumber';

type SealedColumns = Pick<Person, (typeof SEALED_FIELDS)[SealedField]['column']>;
/** The identifiers of a person as they are spoken; null where there is none. */
export interface OpenIdentifiers {
  readonly bhxhCode: string;
  readonly personalIdNumber: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** A person with the identifiers opened: stays in the process, an answer shows only what its type names. */
export type OpenPerson = Omit<Person, keyof SealedColumns> & OpenIdentifiers;

/** The sealed columns of a person. */
export function sealIdentifiers(identifiers: OpenIdentifiers, keyRing: KeyRing): SealedColumns {
  const seal = (field: SealedField): string | null => {
    const value = identifiers[field];
    return value === null ? null : keyRing.seal(value, SEALED_FIELDS[field].purpose);
  };
  return {
    bhxhCodeSealed: keyRing.seal(identifiers.bhxhCode, SEALED_FIELDS.bhxhCode.purpose),
    personalIdNumberSealed: seal('personalIdNumber'),
    phoneSealed: seal('phone'),
    emailSealed: seal('email'),
  };
}

/** The rows that lead to a person, made with the current key. */
export function identifierRows(personId: number, identifiers: OpenIdentifiers, keyRing: KeyRing): PersonIdentifier[] {
  const rows: PersonIdentifier[] = [];
  for (const [field, { purpose, isFound, isSole }] of Object.entries(SEALED_FIELDS)) {
    const value = identifiers[field as SealedField];
    if (isFound && value !== null) rows.push({ blindIndex: keyRing.blindIndex(value, purpose), personId, isSole });
  }
  return rows;
}

/** The identifiers of a person. Throws UnsealableError. */
export function openIdentifiers(person: SealedColumns, keyRing: KeyRing): OpenIdentifiers {
  const open = (field: SealedField): string | null => {
    const { column, purpose } = SEALED_FIELDS[field];
    const sealed = person[column];
    return sealed === null ? null : keyRing.open(sealed, purpose);
  };
  return {
    bhxhCode: keyRing.open(person.bhxhCodeSealed, SEALED_FIELDS.bhxhCode.purpose),
    personalIdNumber: open('personalIdNumber'),
    phone: open('phone'),
    email: open('email'),
  };
}

/** Whether everything of the person is sealed with the key that is current now. */
export function isSealedWithCurrentKey(person: SealedColumns, keyRing: KeyRing): boolean {
  return Object.values(SEALED_FIELDS).every(({ column }) => {
    const sealed = person[column];
    return sealed === null || keyRing.isCurrent(sealed);
  });
}
