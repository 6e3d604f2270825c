import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { buildSchema, graphql } from 'graphql';
import { fakeResolvers } from './fake-resolvers';

const root = join(__dirname, '../..');
const web = join(root, 'dist/web');

/** The policy the real gateway sets for the page. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** A gateway that answers the page's operations from an invented directory, against the real schema. */
export interface FakeGateway {
  url: string;
  /** Operations asked so far, by name, in order. */
  asked: { name: string; method: string; variables: Record<string, unknown> }[];
  close(): Promise<void>;
}

interface Request {
  operationName: string;
  query?: string;
  variables: Record<string, unknown>;
  extensions?: { persistedQuery?: { sha256Hash: string } };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

async function readRequest(request: IncomingMessage, url: URL): Promise<Request> {
  if (request.method === 'POST') return JSON.parse(await readBody(request)) as Request;
  const field = (name: string): unknown => JSON.parse(url.searchParams.get(name) ?? '{}');
  return {
    operationName: url.searchParams.get('operationName') ?? '',
    variables: field('variables') as Request['variables'],
    extensions: field('extensions') as NonNullable<Request['extensions']>,
  };
}

function sendFile(path: string, response: ServerResponse): void {
  const name = path === '/' ? '/index.html' : normalize(path);
  try {
    const content = readFileSync(join(web, name));
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', contentTypes[extname(name)] ?? 'application/octet-stream');
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
}

/** Starts a fake gateway on a free port of this machine, with the built page beside it. */
export async function startFakeGateway(): Promise<FakeGateway> {
  const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'));
  const persisted = new Map<string, string>();
  const asked: FakeGateway['asked'] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const { operationName, query, variables, extensions } = await readRequest(request, url);
    const hash = extensions?.persistedQuery?.sha256Hash ?? '';
    response.setHeader('content-type', 'application/json');
    if (query && hash && createHash('sha256').update(query).digest('hex') === hash) persisted.set(hash, query);
    const source = query ?? persisted.get(hash);
    if (!source) {
      response.end(JSON.stringify({ errors: [{ message: 'x', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] }));
      return;
    }
    asked.push({ name: operationName, method: request.method ?? '', variables });
    const result = await graphql({ schema, source, variableValues: variables, rootValue: fakeResolvers });
    response.end(JSON.stringify(result));
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/graphql') void answer(request, response, url);
    else if (url.pathname === '/page-config.json') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ tileUrl: null, tileAttribution: null }));
    } else sendFile(url.pathname, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
