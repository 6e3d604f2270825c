import type { OpenPerson } from './person-sealing';

/** What tells a person from all others. */
export type IdentifiedPerson = Pick<OpenPerson, 'personId' | 'bhxhCode' | 'personalIdNumber'>;

/** An identifier of a person that somebody else has on record. */
export interface FoundIdentifier {
  readonly personId: number;
  readonly field: 'bhxhCode' | 'personalIdNumber';
  readonly holderId: number;
}
