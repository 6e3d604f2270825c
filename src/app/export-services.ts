import type { Database } from '../database/database';
import { AttemptStore } from '../features/protection/attempts/attempt.store';
import type { SessionService } from '../features/accounts/session/session.service';
import { NoticeService } from '../features/notifications/notice.service';
import { NoticeStore } from '../features/notifications/notice.store';
import { OutboxStore } from '../features/notifications/outbox.store';
import { AccessLedger } from '../features/people/access-ledger';
import { PersonStore } from '../features/people/person.store';
import { ChildService } from '../features/records/child/child.service';
import { ExportService, type ExportParts } from '../features/records/export/export.service';
import { RecordStore } from '../features/records/record.store';
import { syntheticPersonId } from '../seeding/people/synthetic-persons';
import type { KeyRing } from '../shared/sealing/key-ring';

/** What the export of a person's data is made of. */
interface ExportRoots extends Pick<ExportParts, 'database' | 'print'> {
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly sessions: SessionService;
  readonly now?: () => Date;
}

/** Puts the export of a person's data together. */
export function exportService({
  database,
  keyRing,
  sessions,
  print,
  now = () => new Date(),
}: ExportRoots): ExportService {
  const persons = new PersonStore(database, keyRing);
  const ledger = new AccessLedger(database, now);
  return new ExportService({
    database,
    persons,
    records: new RecordStore(database),
    children: new ChildService(database, persons, ledger, now),
    sessions,
    notices: new NoticeService(new NoticeStore(database), now),
    messages: new OutboxStore(database, keyRing),
    ledger,
    attempts: new AttemptStore(keyRing, now),
    isDemonstration: (personId) => personId >= syntheticPersonId(0),
    print,
    now,
  });
}
