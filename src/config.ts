import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import type { DatabaseLocation } from './database/database';
import type { IntegratorKey } from './features/protection/integrator-keys';
import type { NotificationOptions } from './features/notifications/notification-options';
import { SCOPES } from './features/protection/principal';
import { defaultHttpOptions, type HttpOptions } from './http/options';

/** Everything the environment decides, checked once and frozen. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseLocation;
  /** Folder for the SQLite file, import reports and the like. */
  readonly dataDirectory: string;
  /** The keys that seal personal identifiers: fixed ones of the environment, else those of a file. */
  readonly keys: { readonly fixed: string | undefined; readonly file: string };
  readonly notifications: NotificationOptions;
  /** Integrators with a key, and what each may do. */
  readonly integrators: readonly IntegratorKey[];
  /** How many persons are made up at the first start. */
  readonly demonstrationPeople: number;
  /** Whether none are made up because nobody asked for them where real people may be. */
  readonly areDemonstrationPeopleHeldBack: boolean;
  readonly isProduction: boolean;
  readonly logLevel: string;
  readonly http: HttpOptions;
}

const POSTGRES = /^postgres(ql)?:\/\//;
const KEYS = /^[a-z0-9]{4,12}:[A-Za-z0-9_-]{43}(,[a-z0-9]{4,12}:[A-Za-z0-9_-]{43})*$/;
const INTEGRATOR =
  /^(?<name>[^=:\s][^=:]{0,79})(?::(?<scopes>(?:codes|cards)(?:\+(?:codes|cards))*))?=(?<keyHash>[0-9a-f]{64})$/;
/** Persons that are made up on an embedded database. */
const DEMONSTRATION_PEOPLE = 10_000;
/** The tile server of the OpenStreetMap Foundation, and the attribution that its licence asks for. */
const OSM = {
  url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
  attribution: '© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>',
} as const;
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default('localhost'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: list
    .refine(
      (urls) => urls.length > 0,
      'Expected postgres://… (several, separated by commas, add replicas to read from).',
    )
    .refine(
      (urls) => urls.every((url) => POSTGRES.test(url) && URL.canParse(url) && new URL(url).pathname.length > 1),
      'Every address must be postgres://user@host/database.',
    )
    .optional(),
  REDIS_URL: z
    .string()
    .refine((url) => /^(redis|rediss|valkey):\/\//.test(url) && URL.canParse(url), 'Expected redis://host:port.')
    .optional(),
  BHXH_KEYS: z
    .string()
    .refine((text) => KEYS.test(text), 'Expected id:secret, newest first, each secret 32 bytes in base64url.')
    .optional(),
  SMTP_URL: z
    .string()
    .refine((url) => /^smtps?:\/\//.test(url) && URL.canParse(url), 'Expected smtp://user:password@host:port.')
    .optional(),
  MAIL_FROM: z.string().min(3).default('BHXH <no-reply@localhost>'),
  SMS_URL: z
    .string()
    .refine((url) => /^https?:\/\//.test(url) && URL.canParse(url), 'Expected https://host/path.')
    .optional(),
  SMS_TOKEN: z.string().min(1).optional(),
  INTEGRATOR_KEYS: list
    .refine(
      (keys) => keys.every((key) => INTEGRATOR.test(key)),
      'Expected name=hash or name:codes+cards=hash, separated by commas; the hash is the SHA-256 of the key, 64 hexadecimal digits.',
    )
    .optional(),
  NODE_ENV: z.string().optional(),
  DEMONSTRATION_PEOPLE: z.coerce.number().int().min(0).max(1_000_000).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TILE_URL: z
    .union([
      z.literal('osm'),
      z
        .string()
        .refine(
          (url) =>
            ['{z}', '{x}', '{y}'].every((part) => url.includes(part)) && /^https?:/.test(url) && URL.canParse(url),
          'Expected osm, or an address http(s)://… with {z}, {x} and {y}.',
        ),
    ])
    .optional(),
  TILE_ATTRIBUTION: z.string().optional(),
  CORS_ORIGINS: list.optional(),
  SECURITY_CONTACT: z
    .string()
    .refine((address) => /^(mailto:\S+@\S+|https:\/\/\S+)$/.test(address), 'Expected mailto:name@host or https://….')
    .optional(),
  TRUST_PROXY: z
    .union([flag, list.refine((proxies) => proxies.length > 0, 'Expected true, false, or addresses of proxies.')])
    .default(false),
});

/** The environment has bad values; the message names all of them. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The environment cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads the configuration. An empty variable counts as not set. Throws ConfigError with all bad values at once. */
export function readConfig(variables: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const values = parsed.data;
  const isProduction = values.NODE_ENV === 'production';
  // Made-up accounts have a password that anyone can read: where real people may be, they are asked for or they are not.
  const mayBeReal = isProduction || values.DATABASE_URL !== undefined;
  const areDemonstrationPeopleHeldBack = mayBeReal && values.DEMONSTRATION_PEOPLE === undefined;
  const dataDirectory = isAbsolute(values.DATA_DIR) ? values.DATA_DIR : resolve(values.DATA_DIR);
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    dataDirectory,
    database: Object.freeze(databaseLocation(values.DATABASE_URL, dataDirectory)),
    keys: Object.freeze({ fixed: values.BHXH_KEYS, file: resolve(dataDirectory, 'keys.json') }),
    notifications: Object.freeze({
      smtpUrl: values.SMTP_URL,
      mailFrom: values.MAIL_FROM,
      smsUrl: values.SMS_URL,
      smsToken: values.SMS_TOKEN,
      mailboxFile: resolve(dataDirectory, 'mailbox.jsonl'),
    }),
    integrators: Object.freeze((values.INTEGRATOR_KEYS ?? []).map(integratorKey)),
    demonstrationPeople: values.DEMONSTRATION_PEOPLE ?? (areDemonstrationPeopleHeldBack ? 0 : DEMONSTRATION_PEOPLE),
    areDemonstrationPeopleHeldBack,
    isProduction,
    logLevel: values.LOG_LEVEL,
    http: Object.freeze({
      ...defaultHttpOptions,
      corsOrigins: values.CORS_ORIGINS,
      trustProxy: values.TRUST_PROXY,
      securityContact: values.SECURITY_CONTACT,
      ...tiles(values.TILE_URL, values.TILE_ATTRIBUTION),
    }),
  });
}

/** One entry of INTEGRATOR_KEYS; a key without scopes has all of them. */
function integratorKey(entry: string): IntegratorKey {
  const { name = '', scopes, keyHash = '' } = INTEGRATOR.exec(entry)?.groups ?? {};
  return { name, keyHash, scopes: SCOPES.filter((scope) => scopes?.split('+').includes(scope) ?? true) };
}

/** `osm` is short for the public tiles of OpenStreetMap, whose makers are named whatever else is. */
function tiles(
  url: string | undefined,
  attribution: string | undefined,
): Pick<HttpOptions, 'tileUrl' | 'tileAttribution'> {
  if (url !== 'osm') return { tileUrl: url, tileAttribution: attribution };
  const named = [OSM.attribution, ...(attribution === undefined ? [] : [attribution])];
  return { tileUrl: OSM.url, tileAttribution: named.join(' | ') };
}

function databaseLocation(urls: readonly string[] | undefined, dataDirectory: string): DatabaseLocation {
  const [primaryUrl, ...replicaUrls] = urls ?? [];
  if (primaryUrl === undefined) return { dialect: 'sqlite', file: resolve(dataDirectory, 'bhxh.sqlite') };
  return { dialect: 'postgres', primaryUrl, replicaUrls };
}
