import type { Database } from '../../../database/database';
import { agencyToday } from '../../../shared/calendar';
import type { AccessLedger } from '../../people/access-ledger';
import { AccessPurpose } from '../../people/access.types';
import type { PersonStore } from '../../people/person.store';
import { isUnderAge } from './age.rules';
import type { Child } from './child.types';

const GUARDIAN = 'Cha, mẹ hoặc người giám hộ đã được duyệt';

/** Shows parents and guardians the record of their children until these come of age. */
export class ChildService {
  constructor(
    private readonly database: Database,
    private readonly persons: Pick<PersonStore, 'childrenOf'>,
    private readonly ledger: AccessLedger,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * The children under 18 of an approved guardian, oldest first; each can read later that they were looked at, and which
   * `fields` were seen.
   */
  async childrenOf(guardianId: number, fields: readonly string[]): Promise<Child[]> {
    const today = agencyToday(this.now());
    const all = await this.persons.childrenOf(guardianId);
    const children = all.filter(({ dateOfBirth }) => isUnderAge(dateOfBirth, today));
    if (children.length === 0) return [];
    const accesses = children.map(({ personId }) => {
      return { personId, who: GUARDIAN, purpose: AccessPurpose.GUARDIAN, fields };
    });
    await this.database.write((manager) => this.ledger.noteHourly(accesses, manager));
    return children.map(({ personId, bhxhCode, fullName, dateOfBirth, sex }) => {
      return { personId, bhxhCode, fullName, dateOfBirth, sex };
    });
  }
}
