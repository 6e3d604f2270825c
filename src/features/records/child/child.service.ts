import type { Database } from '../../../database/database';
import { toGlobalId } from '../../../shared/global-id';
import { agencyToday } from '../../../shared/calendar';
import type { AccessLedger } from '../../people/access-ledger.store';
import { AccessActor, AccessPurpose } from '../../people/access.types';
import type { OpenPerson, PersonStore } from '../../people/person.store';
import type { KeyRing } from '../../../shared/sealing/key-ring';
import { isUnderAge } from './age.rules';
import { Child } from './child.types';

/** Shows parents and guardians the record of their children until these come of age. */
export class ChildService {
  constructor(
    private readonly database: Database,
    private readonly persons: Pick<PersonStore, 'childrenOf'>,
    private readonly ledger: AccessLedger,
    private readonly keyRing: Pick<KeyRing, 'steadyIndex'>,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * The children under 18 of an approved guardian, oldest first; each can read later that they were looked at, and which
   * `fields` were seen.
   */
  async childrenOf(guardianId: number, fields: readonly string[]): Promise<Child[]> {
    return this.shown(await this.underAge(guardianId), fields);
  }

  /** One of these children by its identifier, or null; the others are not looked at. */
  async childOf(guardianId: number, id: string, fields: readonly string[]): Promise<Child | null> {
    const children = await this.underAge(guardianId);
    const [child] = await this.shown(
      children.filter(({ personId }) => this.idOf(personId) === id),
      fields,
    );
    return child ?? null;
  }

  /** What `find` finds of the first of these children who has it, whose log alone notes that `fields` were seen. */
  async firstWith<T>(
    guardianId: number,
    find: (child: Pick<Child, 'personId' | 'household'>) => Promise<T | null>,
    fields: readonly string[],
  ): Promise<T | null> {
    const household = {};
    for (const child of await this.underAge(guardianId)) {
      const found = await find({ personId: child.personId, household });
      if (found === null) continue;
      await this.shown([child], fields);
      return found;
    }
    return null;
  }

  private async underAge(guardianId: number): Promise<OpenPerson[]> {
    const today = agencyToday(this.now());
    const children = await this.persons.childrenOf(guardianId);
    return children.filter(({ dateOfBirth }) => isUnderAge(dateOfBirth, today));
  }

  private async shown(children: readonly OpenPerson[], fields: readonly string[]): Promise<Child[]> {
    if (children.length === 0) return [];
    const accesses = children.map(({ personId }) => {
      return { personId, actor: AccessActor.GUARDIAN, purpose: AccessPurpose.GUARDIAN, fields };
    });
    await this.database.write((manager) => this.ledger.noteHourly(accesses, manager));
    const household = {};
    return children.map(({ personId, bhxhCode, fullName, dateOfBirth, sex }) => {
      const facts = { personId, household, id: this.idOf(personId), bhxhCode, fullName, dateOfBirth, sex };
      return Object.assign(new Child(), facts);
    });
  }

  /** It tells nothing about the child, and nobody can make one up. */
  private idOf(personId: number): string {
    return toGlobalId('Child', this.keyRing.steadyIndex(String(personId), 'child.id'));
  }
}
