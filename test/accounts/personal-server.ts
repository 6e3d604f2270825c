import { exportRoutes } from '../../src/app/routes/export.routes';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { GatewayContext } from '../../src/features/context';
import { defaultHttpOptions } from '../../src/http/options';
import { createHttpServer } from '../../src/http/server';
import { buildGatewaySchema } from '../../src/schema/build-schema';
import type { AccountGateway } from './account-gateway';

/** A listening gateway with accounts and personal data, without the directory. */
export class PersonalServer {
  log = '';
  private app: FastifyInstance | null = null;

  constructor(readonly accounts: AccountGateway) {}

  async start(): Promise<void> {
    const { services } = this.accounts;
    const nowhere = join(__dirname, 'no-pages');
    this.app = await createHttpServer<GatewayContext>({
      options: defaultHttpOptions,
      schema: buildGatewaySchema(services.resolvers),
      logger: pino(
        { level: 'trace' },
        new Writable({ write: (line: Buffer, _encoding, done) => done(this.keep(line)) }),
      ),
      createContext: ({ signal, cachePolicy, session }) =>
        ({
          signal,
          cachePolicy,
          caller: 'home',
          principal: services.principalOf(session),
          session,
          directory: { byCode: () => Promise.resolve(null) },
        }) as Partial<Record<keyof GatewayContext, unknown>> as GatewayContext,
      revision: () => 1,
      notReady: () => null,
      modules: [
        exportRoutes(async (form, token) =>
          services.exports.file(form, await services.principalOf({ token }).current()),
        ),
      ],
      pageRoot: nowhere,
      graphiqlRoot: nowhere,
    });
    await this.app.listen({ host: '127.0.0.1', port: 0 });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.app?.server.address() as AddressInfo).port}`;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers });
  }

  /** The data of an answer; fails with its errors. */
  async ask<T>(query: string, headers: Record<string, string>): Promise<T> {
    const answer = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await answer.json()) as { data: T; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  async stop(): Promise<void> {
    await this.app?.close();
  }

  private keep(line: Buffer): null {
    this.log += line.toString();
    return null;
  }
}
