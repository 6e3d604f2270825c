import { agencyToday } from '../../../shared/calendar';
import { passwordExpiresAt } from '../../accounts/account.rules';
import { maskedIdNumber } from '../../accounts/identity-mask.rules';
import type { SessionService } from '../../accounts/session/session.service';
import type { NoticeService } from '../../notifications/notice.service';
import type { OutboxStore } from '../../notifications/outbox.store';
import type { AccessLedger } from '../../people/access-ledger.store';
import type { PersonStore } from '../../people/person.store';
import type { SignedInPerson } from '../../protection/principal';
import type { Connection, Edge } from '../../../shared/relay/connection.types';
import type { StatutoryStore } from '../../statutory/statutory.store';
import type { ChildService } from '../child/child.service';
import type { RecordReaders } from '../record-reader';
import { DEMONSTRATION, MEANINGS, NOT_AFFILIATED, RIGHT_TO_SEE, WITHHELD } from './export.texts';
import { exportedRecord } from './exported-records';
import type { PersonalExport } from './personal-export.types';

/** Where the content of an export is read. */
export interface ExportSources {
  readonly persons: Pick<PersonStore, 'byId' | 'documents'>;
  readonly records: RecordReaders;
  readonly statutory: Pick<StatutoryStore, 'table'>;
  readonly children: Pick<ChildService, 'childrenOf'>;
  readonly sessions: Pick<SessionService, 'ofPerson'>;
  readonly notices: Pick<NoticeService, 'page'>;
  readonly messages: Pick<OutboxStore, 'ofPerson'>;
  readonly ledger: Pick<AccessLedger, 'of'>;
  /** Whether a person is made up. */
  isDemonstration(personId: number): boolean;
}

const PAGE = 100;
/** What a child reads in the log of accesses, by the names that the fields have there. */
const EXPORTED_OF_CHILDREN = [
  'bhxhCode',
  'fullName',
  'dateOfBirth',
  'sex',
  'healthCard',
  'contributions',
  'benefits',
  'visits',
] as const;

/** Everything on record about the person who is signed in; children as far as a guardian may see, who they can see it. */
export async function exportContent(
  { personId, sessionId, accountCreatedAt, passwordSetAt }: SignedInPerson,
  sources: ExportSources,
  now: Date,
): Promise<PersonalExport> {
  const person = await sources.persons.byId(personId);
  if (!person) throw new Error('An account has no person.');
  const { personalIdNumber, personId: _key, guardianId: _guardian, ...profile } = person;
  const demonstration = sources.isDemonstration(personId);
  const today = agencyToday(now);
  const statutory = await sources.statutory.table();
  const children = [];
  for (const shown of await sources.children.childrenOf(personId, EXPORTED_OF_CHILDREN)) {
    const child = await sources.persons.byId(shown.personId);
    const { bhxhCode, fullName, dateOfBirth, sex } = shown;
    if (child)
      children.push({
        bhxhCode,
        fullName,
        dateOfBirth,
        sex,
        ...(await exportedRecord(child, sources.records, statutory, today)),
      });
  }
  const sessions = await sources.sessions.ofPerson(personId);
  return {
    format: 'bhxh-personal-data',
    version: 1,
    exportedAt: now.toISOString(),
    demonstration,
    remarks: [...(demonstration ? [DEMONSTRATION] : []), RIGHT_TO_SEE, NOT_AFFILIATED],
    meanings: MEANINGS,
    profile: {
      ...profile,
      personalIdNumberMasked: personalIdNumber === null ? null : maskedIdNumber(personalIdNumber),
    },
    identityDocuments: (await sources.persons.documents.of(personId)).map(({ kind, number, issuedOn, issuedBy }) => {
      return { kind, numberMasked: maskedIdNumber(number), issuedOn, issuedBy };
    }),
    account: {
      createdAt: accountCreatedAt,
      passwordSetAt,
      passwordExpiresAt: passwordExpiresAt(passwordSetAt),
    },
    ...(await exportedRecord(person, sources.records, statutory, today)),
    children,
    sessions: sessions.map(({ id, deviceName, createdAt, lastUsedAt, expiresAt }) => {
      return { deviceName, createdAt, lastUsedAt, expiresAt, current: id === sessionId };
    }),
    messages: await sources.messages.ofPerson(personId),
    notices: pages((after) => sources.notices.page(personId, { first: PAGE, after })),
    accessLog: pages((after) => sources.ledger.of(personId, { first: PAGE, after })),
    withheld: WITHHELD,
  };
}

/** A list page by page, so that a long one never stands in memory whole. */
async function* pages<T>(read: (after: string | null) => Promise<Connection<Edge<T>>>): AsyncGenerator<T[]> {
  for (let after: string | null = null; ;) {
    const { edges, pageInfo } = await read(after);
    yield edges.map(({ node }) => node);
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}
