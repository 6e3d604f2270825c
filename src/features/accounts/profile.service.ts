import type { IdentityDocumentView } from '../people/document/identity-document.types';
import type { PersonStore } from '../people/person.store';
import { maskedIdNumber } from './identity-mask.rules';
import type { Profile, Viewer } from './viewer.types';

/** Tells persons what is on record about them. */
export class ProfileService {
  constructor(private readonly persons: Pick<PersonStore, 'byId' | 'documents'>) {}

  /** The person's own record. */
  async profile({ personId, passwordExpiresAt }: Viewer): Promise<Profile> {
    const person = await this.persons.byId(personId);
    if (!person) throw new Error('An account has no person.');
    const { bhxhCode, personalIdNumber, fullName, dateOfBirth, sex, phone, email, address } = person;
    const personalIdNumberMasked = personalIdNumber === null ? null : maskedIdNumber(personalIdNumber);
    const facts = { bhxhCode, personalIdNumberMasked, fullName, dateOfBirth, sex, phone, email, address };
    return { personId, ...facts, passwordExpiresAt };
  }

  /** The identity papers of the person whose profile it is. */
  async identityDocuments({ personId }: Profile): Promise<IdentityDocumentView[]> {
    const documents = await this.persons.documents.of(personId);
    return documents.map(({ kind, number, issuedOn, issuedBy }) => {
      return { kind, number, numberMasked: maskedIdNumber(number), issuedOn, issuedBy };
    });
  }
}
