import type { Job } from '../jobs/job-runner.service';
import type { Lease } from '../jobs/lease';
import type { PersonStore } from './person.store';

const BATCH = 500;

/** Settles identifiers from before the database saw to it that each has one holder, and tells of those that have several. */
export class IdentifierSettling implements Job {
  readonly name = 'people.identifiers';
  readonly schedule = '*/10 * * * *';

  /** `doubled` is told the keys of persons who share an identifier. */
  constructor(
    private readonly persons: Pick<PersonStore, 'settleIdentifiers'>,
    private readonly doubled: (personIds: readonly number[]) => void,
  ) {}

  async run(lease: Pick<Lease, 'write'>, signal: AbortSignal): Promise<void> {
    for (let settled = BATCH; settled > 0;) {
      signal.throwIfAborted();
      const found = await this.persons.settleIdentifiers(BATCH, (work) => lease.write(work));
      if (found.doubled.length > 0) this.doubled(found.doubled);
      ({ settled } = found);
    }
  }
}
