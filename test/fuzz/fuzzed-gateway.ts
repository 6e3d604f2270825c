import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, pino } from 'pino';

type AppModule = typeof import('../../src/app/app');
type ConfigModule = typeof import('../../src/config');
type DatabaseModule = typeof import('../../src/database/database');
type TablesModule = typeof import('../../src/app/tables');
type KeysModule = typeof import('../../src/app/key-source');
type SessionsModule = typeof import('../../src/features/accounts/session/session.service');
type SessionStoreModule = typeof import('../../src/features/accounts/session/session.store');
type AccountModule = typeof import('../../src/features/accounts/account.entity');
type PasswordsModule = typeof import('../../src/features/accounts/password/password-hash');
type PersonsModule = typeof import('../../src/seeding/people/synthetic-persons');

const SERVER = join(__dirname, '../../dist/server');
const load = createRequire(__filename);
/** The service as it was built: its threads are compiled files. */
const built = <Module>(file: string): Module => load(join(SERVER, file)) as Module;

/** An unknown fault that the gateway logged. */
interface LoggedFault {
  readonly errorId: string;
  readonly message: string;
  /** The line of our own code nearest to it. */
  readonly at: string;
}

/** The whole gateway in this process, over a SQLite file with the seeds, and sessions of made-up persons. */
export interface FuzzedGateway {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly faults: ReadonlyMap<string, LoggedFault>;
  stop(): Promise<void>;
}

const PEOPLE = 60;
const SIGNED_IN = 3;

/** Starts the gateway and waits until it is ready. */
export async function startFuzzedGateway(): Promise<FuzzedGateway> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'bhxh-fuzz-'));
  const faults = new Map<string, LoggedFault>();
  const messages: string[] = [];
  const logger = faultLogger(faults, messages);
  const config = built<ConfigModule>('config.js').readConfig({
    DATA_DIR: dataDirectory,
    HOST: '127.0.0.1',
    PORT: '0',
    DEMONSTRATION_PEOPLE: String(PEOPLE),
    TRUST_PROXY: 'true',
  });
  const app = await built<AppModule>('app/app.js').startApp(config, logger);
  const isReady = (): boolean => messages.some((message) => message === 'demonstration accounts open');
  while (!isReady() || !(await fetch(`${app.url}/readyz`)).ok) await sleep(50);
  return {
    url: app.url,
    tokens: await sessionsOf(config),
    faults,
    stop: async () => {
      await app.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

function faultLogger(faults: Map<string, LoggedFault>, messages: string[]): Logger {
  const sink = new Writable({
    write: (line: Buffer, _encoding, done) => {
      const entry = JSON.parse(line.toString()) as {
        msg?: string;
        errorId?: string;
        fault?: { message: string; stack?: string };
      };
      if (entry.msg === 'unknown fault' && entry.errorId !== undefined && entry.fault) {
        const { message, stack = '' } = entry.fault;
        const at = stack.split('\n').find((frame) => frame.includes('dist/server')) ?? '';
        faults.set(entry.errorId, { errorId: entry.errorId, message, at: at.trim().replace(/\(.*dist\/server/, '(') });
      } else if (entry.msg !== undefined && entry.msg !== 'request') messages.push(entry.msg);
      done();
    },
  });
  return pino({ level: 'info' }, sink);
}

/** Signs made-up persons in beside the gateway, as their devices would after all steps. */
async function sessionsOf(config: ReturnType<ConfigModule['readConfig']>): Promise<string[]> {
  const { ENTITIES, MIGRATIONS } = built<TablesModule>('app/tables.js');
  const { Database } = built<DatabaseModule>('database/database.js');
  const { Account } = built<AccountModule>('features/accounts/account.entity.js');
  const { SessionService } = built<SessionsModule>('features/accounts/session/session.service.js');
  const { SessionStore } = built<SessionStoreModule>('features/accounts/session/session.store.js');
  const { hashPassword } = built<PasswordsModule>('features/accounts/password/password-hash.js');
  const { syntheticPersonId } = built<PersonsModule>('seeding/people/synthetic-persons.js');
  const database = await Database.open(config.database, { entities: ENTITIES, migrations: MIGRATIONS });
  const keyRing = built<KeysModule>('app/key-source.js').openKeyRing(config);
  const sessions = new SessionService(new SessionStore(database), keyRing);
  const passwordHash = await hashPassword('mat khau cua may thu nghiem');
  const tokens: string[] = [];
  for (let person = 0; person < SIGNED_IN; person += 1) {
    const personId = syntheticPersonId(person);
    await database.write(async (manager) => {
      const at = new Date().toISOString();
      const account = { personId, passwordHash, passwordSetAt: at, mustChangePassword: false, createdAt: at };
      await manager.upsert(Account, account, ['personId']);
      tokens.push(
        (await sessions.start(personId, { deviceHash: `fuzz-${person}`, deviceName: 'fuzz' }, manager)).token,
      );
    });
  }
  await database.close();
  return tokens;
}
