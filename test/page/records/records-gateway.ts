import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { hashPassword } from '../../../src/features/accounts/password/password-hash';
import { Account } from '../../../src/features/accounts/account.entity';
import { AccountService } from '../../../src/features/accounts/account.service';
import type { GatewayContext } from '../../../src/features/context';
import { PersonStore } from '../../../src/features/people/person.store';
import { PersonalDataStore } from '../../../src/features/records/personal-data.store';
import { defaultHttpOptions } from '../../../src/http/options';
import { createHttpServer } from '../../../src/http/server';
import { buildGatewaySchema } from '../../../src/schema/build-schema';
import { AccountGateway, KEY_RING } from '../../accounts/account-gateway';
import { keepStatutory } from '../../setup/statutory';
import { testDatabase } from '../../setup/test-database';
import { openPage, screens } from '../browser';
import { BINH, CHI, LAN, takeSamples } from './sample-records';

const web = join(__dirname, '../../../dist/web');
/** What the directory says of the clinic of the samples. */
const CLINIC = { code: '01Z00', name: 'Trạm y tế Thử', address: 'Số 1, phố Thử, Hà Nội' };

/** A listening gateway with the built page, the sample people and their records, its clock in the hands of the test. */
export interface RecordsGateway {
  readonly url: string;
  readonly clock: { now: Date };
  /** Opens a place of the account area in a fresh browser profile as someone who is signed in. */
  open(browser: Browser, personId: number, path: string, options?: BrowserContextOptions): Promise<OpenedPage>;
  endSessions(personId: number): Promise<void>;
  stop(): Promise<void>;
}

/** A page, and everything it complained about. */
interface OpenedPage {
  readonly page: Page;
  readonly complaints: string[];
}

/** Starts such a gateway on a free port of this machine. */
export async function startRecordsGateway(): Promise<RecordsGateway> {
  const { database } = await testDatabase('sqlite');
  await keepStatutory(database);
  const clock = { now: new Date('2026-06-15T03:00:00Z') };
  const accounts = new AccountGateway(database, clock);
  const { sessions } = accounts.services;
  await takeSamples(new PersonalDataStore(database, new PersonStore(database, KEY_RING)));
  const passwordHash = await hashPassword('một mật khẩu chỉ để thử');
  const holders = new AccountService(() => clock.now);
  await database.write(async (manager) => {
    for (const { personId } of [LAN, BINH, CHI]) await holders.create(personId, passwordHash, manager);
    await manager.createQueryBuilder().update(Account).set({ mustChangePassword: false }).execute();
  });
  const app = await createHttpServer<GatewayContext>({
    options: defaultHttpOptions,
    schema: buildGatewaySchema(accounts.services.resolvers),
    logger: pino({ level: 'silent' }),
    createContext: ({ signal, cachePolicy, session }) =>
      ({
        signal,
        cachePolicy,
        caller: 'home',
        principal: accounts.services.principalOf(session),
        session,
        directory: {
          byCode: (_kind: string, code: string | null) => Promise.resolve(code === '01Z00' ? CLINIC : null),
        },
      }) as Partial<Record<keyof GatewayContext, unknown>> as GatewayContext,
    revision: () => 1,
    notReady: () => null,
    pageRoot: web,
    graphiqlRoot: web,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  const open: RecordsGateway['open'] = async (browser, personId, path, options = screens.desktop) => {
    const { token } = await database.write((manager) =>
      sessions.start(personId, { deviceHash: `test-${personId}`, deviceName: 'Máy thử' }, manager),
    );
    const opened = await openPage(browser, `${url}/icons/icon.svg`, options);
    await opened.page
      .context()
      .addCookies([{ name: 'bhxh_session', value: token, url, httpOnly: true, sameSite: 'Strict' }]);
    await opened.page.clock.install({ time: clock.now });
    await opened.page.goto(url + path);
    return opened;
  };
  return {
    url,
    clock,
    open,
    endSessions: (personId) => database.write((manager) => sessions.endOthers(personId, null, manager)),
    stop: () => app.close(),
  };
}
