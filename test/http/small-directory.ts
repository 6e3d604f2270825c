import { setTimeout as sleep } from 'node:timers/promises';
import {
  GraphQLError,
  type GraphQLFieldConfigMap,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { type CachePolicy } from '../../src/http/cache-policy';
import { DomainError } from '../../src/shared/errors';

/** Counters and switches that a test reads and sets. */
export interface SmallDirectory {
  revision: number;
  /** Revisions that each answer says it has read. */
  read: readonly number[];
  executions: number;
  closed: number;
  aborted: number;
  writes: number;
  steps: number;
  notReady: string | null;
  /** The revision in which each kind last changed; null: answers do not tell what they read. */
  kinds: Record<string, number> | null;
}

/** What the resolvers below find on their context. */
export interface SmallContext {
  readonly signal: AbortSignal;
  readonly cachePolicy: CachePolicy;
  readonly directory: SmallDirectory;
  readonly caller: string;
  /** Names of the kinds that were read. */
  readonly reads: Set<string>;
  revisionsRead(): readonly number[];
  close(): void;
}

/** A directory that has just been started. */
export function smallDirectory(): SmallDirectory {
  return {
    revision: 1,
    read: [],
    executions: 0,
    closed: 0,
    aborted: 0,
    writes: 0,
    steps: 0,
    notReady: null,
    kinds: null,
  };
}

type Fields = GraphQLFieldConfigMap<unknown, SmallContext>;

const text = { type: GraphQLString };
const page = { first: { type: GraphQLInt, defaultValue: 20 } };
const officesOf = (count: unknown): object[] => Array.from({ length: Number(count) }, () => ({}));

/** Keeps the thread for so many milliseconds. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

const phone: GraphQLObjectType<unknown, SmallContext> = new GraphQLObjectType<unknown, SmallContext>({
  name: 'Phone',
  fields: (): Fields => ({
    digits: { type: GraphQLString, resolve: () => '0240000000' },
    phones: { type: new GraphQLList(phone), resolve: () => [] },
  }),
});

const office: GraphQLObjectType<unknown, SmallContext> = new GraphQLObjectType<unknown, SmallContext>({
  name: 'Office',
  fields: (): Fields => ({
    code: { type: GraphQLString, resolve: () => '00101' },
    name: { type: GraphQLString, resolve: () => 'BHXH Quận Ba Đình' },
    parent: { type: office, resolve: () => ({}) },
    phones: { type: new GraphQLList(phone), resolve: () => [{}, {}] },
    sized: {
      type: new GraphQLList(office),
      args: { first: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 7 } },
      resolve: (_office, { first }) => officesOf(first),
    },
    children: { type: new GraphQLList(office), args: page, resolve: (_office, { first }) => officesOf(first) },
  }),
});

const query: Fields = {
  hello: {
    ...text,
    args: { name: text },
    resolve: (_root, { name }, { directory }) => {
      directory.executions += 1;
      return `Xin chào ${String(name ?? 'bạn')}`;
    },
  },
  kind: {
    ...text,
    args: { name: text },
    resolve: (_root, { name }, { directory, reads }) => {
      directory.executions += 1;
      reads.add(String(name));
      return String(directory.kinds?.[String(name)]);
    },
  },
  office: { type: office, resolve: () => ({}) },
  offices: { type: new GraphQLList(office), args: page, resolve: (_root, { first }) => officesOf(first) },
  nodes: { type: new GraphQLList(office), args: { ids: { type: new GraphQLList(GraphQLString) } }, resolve: () => [] },
  busy: {
    ...text,
    args: { ms: { type: GraphQLInt } },
    resolve: (_root, { ms }) => {
      work(Number(ms));
      return Promise.resolve('done');
    },
  },
  find: {
    ...text,
    args: {
      text,
      filter: { type: new GraphQLInputObjectType({ name: 'Filter', fields: { text } }) },
    },
    resolve: () => 'found',
  },
  texts: {
    type: new GraphQLList(
      new GraphQLObjectType<{ length: number }, SmallContext>({
        name: 'Text',
        fields: {
          text: {
            type: GraphQLString,
            resolve: ({ length }, _args, { directory }) => {
              directory.steps += 1;
              return 'x'.repeat(length);
            },
          },
        },
      }),
    ),
    args: { count: { type: GraphQLInt }, length: { type: GraphQLInt } },
    resolve: (_root, { count, length }) => Array.from({ length: Number(count) }, () => ({ length: Number(length) })),
  },
  heavy: { ...text, extensions: { complexity: 1_000_000 }, resolve: () => 'heavy' },
  needs: {
    ...text,
    args: { code: { type: new GraphQLNonNull(GraphQLString) } },
    resolve: (_root, { code }) => String(code),
  },
  mine: {
    ...text,
    resolve: (_root, _args, { cachePolicy, directory, caller }) => {
      cachePolicy.private();
      directory.executions += 1;
      return caller;
    },
  },
  openNow: {
    ...text,
    args: { seconds: { type: GraphQLInt } },
    resolve: (_root, { seconds }, { cachePolicy, directory }) => {
      directory.executions += 1;
      cachePolicy.expiresWithin(Number(seconds));
      return 'open';
    },
  },
  flips: {
    ...text,
    resolve: (_root, _args, { directory }) => {
      directory.revision += 1;
      return 'flipped';
    },
  },
  slow: {
    ...text,
    args: { ms: { type: GraphQLInt } },
    resolve: async (_root, { ms }, { signal, directory }) => {
      signal.addEventListener('abort', () => (directory.aborted += 1));
      directory.executions += 1;
      await sleep(Number(ms), undefined, { signal });
      return 'slow';
    },
  },
  stubborn: {
    type: new GraphQLList(
      new GraphQLObjectType<unknown, SmallContext>({
        name: 'Step',
        fields: {
          step: {
            type: GraphQLInt,
            resolve: (_step, _args, { directory }) => {
              work(5);
              return (directory.steps += 1);
            },
          },
        },
      }),
    ),
    resolve: () => Promise.resolve(officesOf(400)),
  },
  broken: {
    ...text,
    resolve: () => {
      throw Object.assign(new Error('password=hunter2 at 10.0.0.1'), { parameters: ['0123456789'] });
    },
  },
  odd: {
    ...text,
    resolve: () => {
      throw new GraphQLError('secret', { extensions: { code: 'SOMETHING_ELSE', secret: 1 } });
    },
  },
  gone: {
    ...text,
    resolve: () => {
      throw new DomainError(
        'REVISION_GONE',
        { en: 'That revision is gone.', vi: 'Bản phát hành đó không còn.' },
        { revision: 7 },
      );
    },
  },
};

const mutation: Fields = {
  write: { ...text, resolve: (_root, _args, { directory }) => `written ${(directory.writes += 1)}` },
  writeSlowly: {
    ...text,
    resolve: async (_root, _args, { signal, directory }) => {
      directory.executions += 1;
      await sleep(150, undefined, { signal });
      return `written ${(directory.writes += 1)}`;
    },
  },
};

/** A schema with one field for each behaviour that the transport must deal with. */
export function smallSchema(): GraphQLSchema {
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: query }),
    mutation: new GraphQLObjectType({ name: 'Mutation', fields: mutation }),
  });
}
