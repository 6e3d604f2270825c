import { Account } from '../../src/features/accounts/account.entity';
import { hashPassword } from '../../src/features/accounts/password/password-hash';
import { IdentityDocumentKind } from '../../src/features/people/document/identity-document.types';
import { PersonStore } from '../../src/features/people/person.store';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import type { Database } from '../../src/database/database';
import { samplePerson } from '../people/sample-people';
import { testDatabase } from '../setup/test-database';
import { AccountGateway, FIRST_PASSWORD, KEY_RING } from './account-gateway';
import { SAMPLES, type Times, toldApart } from '../setup/same-time';

/** Enough to see a difference of a twentieth of a millisecond; the full proof takes `TIMING_TRIES=1000` and minutes. */
const TRIES = Number(process.env['TIMING_TRIES'] ?? 60);
/** As with 5 the account locks. */
const TRIES_EACH = 4;
const ANSWER_MS = 120;
const LOCKED = 1;
const { CMND } = IdentityDocumentKind;
const UNDATED = { issuedOn: null, issuedBy: null };
const cmndOf = (personId: number): string => `99${String(personId).padStart(7, '0')}`;
const SORTS = ['unknown', 'wrong password', 'locked'] as const;
type Sort = (typeof SORTS)[number];
const PAIRS: readonly (readonly [Sort, Sort])[] = [
  ['unknown', 'wrong password'],
  ['unknown', 'locked'],
  ['wrong password', 'locked'],
];

/** Puts persons with one and the same password on record; hashing it for each would take minutes. */
async function keepPersons(database: Database, count: number): Promise<void> {
  const persons = Array.from({ length: count }, (_, index) => samplePerson(LOCKED + index));
  const store = new PersonStore(database, KEY_RING);
  await store.replace(persons);
  const papers = persons.map(({ personId }) => ({ personId, kind: CMND, number: cmndOf(personId), ...UNDATED }));
  await new PersonalDataStore(database, store).take('identityDocuments', papers);
  const passwordHash = await hashPassword(FIRST_PASSWORD);
  const at = new Date().toISOString();
  const rest = { passwordHash, passwordSetAt: at, mustChangePassword: false, createdAt: at };
  await database.write((manager) =>
    manager.insert(
      Account,
      persons.map(({ personId }) => ({ personId, ...rest })),
    ),
  );
}

it(
  'takes the same time to refuse an unknown code, a wrong password and a locked account',
  async () => {
    const { database } = await testDatabase('sqlite');
    const gateway = new AccountGateway(database, undefined, ANSWER_MS);
    await keepPersons(database, 2 + Math.ceil((SAMPLES * TRIES) / TRIES_EACH));
    const codeOf = {
      unknown: (turn: number) => (turn % 2 === 0 ? String(1_000_000_000 + turn) : String(100_000_000 + turn)),
      'wrong password': (turn: number) => {
        const { personId, bhxhCode } = samplePerson(LOCKED + 1 + Math.floor(turn / TRIES_EACH));
        return turn % 2 === 0 ? bhxhCode : cmndOf(personId);
      },
      locked: () => samplePerson(LOCKED).bhxhCode,
    };
    const refused = async (code: string, caller: string): Promise<number> => {
      const start = performance.now();
      const answer = await gateway.signIn('sai mật khẩu rồi', 'phone', code, caller);
      const taken = performance.now() - start;
      expect(answer.__typename).toBe('SignInRefused');
      return taken;
    };
    for (let time = 0; time < 6; time++) await refused(codeOf.locked(), `first ${time}`);
    const sample = async (round: number): Promise<Times<Sort>> => {
      const times: Times<Sort> = { unknown: [], 'wrong password': [], locked: [] };
      for (let turn = round * TRIES; turn < (round + 1) * TRIES; turn++) {
        // In turns, so that what else the machine does meets all of them alike.
        for (const place of SORTS.keys()) {
          const sort = SORTS[(place + turn) % SORTS.length] ?? 'unknown';
          times[sort].push(await refused(codeOf[sort](turn), `${sort} ${turn}`));
        }
      }
      return times;
    };
    expect(await toldApart(PAIRS, TRIES < 1_000 ? 0.001 : 0.01, sample)).toEqual([]);
  },
  60_000 + SAMPLES * TRIES * 1_000,
);
