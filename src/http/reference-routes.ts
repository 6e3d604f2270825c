import { createHash } from 'node:crypto';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { matchesEtag } from './cache-policy';
import { listedCodes } from './error-codes';
import { type HttpOptions } from './options';
import { originOf } from './request-origin';

const AN_HOUR = 'public, max-age=3600';
const DAY_MS = 86_400_000;
/** RFC 9116 wants less than a year. */
const CONTACT_VALID_DAYS = 180;

/** What machines find nothing at: answers to questions, personal pages, figures. */
const ROBOTS = `User-agent: *
Disallow: /graphql
Disallow: /graphiql
Disallow: /account
Disallow: /metrics
`;

/**
 * What developers, search engines and finders of weaknesses look for: `/schema.graphql`, `/errors` (with `.json` for
 * programs), `/robots.txt`, and `/.well-known/security.txt` (RFC 9116) where a contact is configured.
 */
export function referenceRoutes(
  app: FastifyInstance,
  schema: GraphQLSchema,
  { securityContact }: Pick<HttpOptions, 'securityContact'>,
): void {
  const codes = listedCodes();
  textRoute(
    app,
    '/schema.graphql',
    'application/graphql; charset=utf-8',
    `${printSchema(lexicographicSortSchema(schema))}\n`,
  );
  textRoute(app, '/errors.json', 'application/json; charset=utf-8', JSON.stringify(codes, null, 2));
  textRoute(app, '/errors', 'text/html; charset=utf-8', errorsPage(codes));
  app.get('/robots.txt', (request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', AN_HOUR)
      .header('access-control-allow-origin', '*')
      .send(`${ROBOTS}\nSitemap: ${originOf(request)}/sitemap.xml\n`),
  );
  if (securityContact === undefined) return;
  app.get('/.well-known/security.txt', (_request, reply) => {
    const expires = new Date(Date.now() + CONTACT_VALID_DAYS * DAY_MS).toISOString();
    const text = `Contact: ${securityContact}\nExpires: ${expires}\nPreferred-Languages: vi, en\n`;
    return reply.type('text/plain; charset=utf-8').header('cache-control', AN_HOUR).send(text);
  });
}

/** A text that stays the same while the process runs. */
function textRoute(app: FastifyInstance, path: string, type: string, text: string): void {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  app.get(path, (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('etag', etag).header('cache-control', AN_HOUR).header('access-control-allow-origin', '*');
    if (matchesEtag(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type(type).send(text);
  });
}

/** All codes in a table, in both languages. */
function errorsPage(codes: ReturnType<typeof listedCodes>): string {
  const rows = codes.map(
    ({ code, status, en, vi }) =>
      `<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${escaped(vi)}</td><td lang="en">${escaped(en)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mã lỗi – Error codes</title></head>
<body>
<h1>Mã lỗi <span lang="en">(error codes)</span></h1>
<p>Mỗi lỗi có <code>extensions.code</code>; mã không đổi nghĩa. <a href="/errors.json">JSON</a></p>
<p lang="en">Every error has <code>extensions.code</code>; a code never changes its meaning.</p>
<table>
<thead><tr><th scope="col">Mã</th><th scope="col">HTTP</th><th scope="col">Ý nghĩa</th><th scope="col" lang="en">Meaning</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
