import { Readable } from 'node:stream';
import { type FastifyReply } from 'fastify';
import { type RouteModule } from '../../http/dependencies';
import { matchesEtag } from '../../http/cache-policy';
import { originOf } from '../../http/request-origin';
import { indexedCodes } from '../../features/directory/kinds/indexed-codes';
import { LISTING_KINDS } from '../../features/directory/kinds/listing-kinds';
import { type DirectorySnapshot } from '../../features/directory/snapshot/directory-snapshot';

/** Addresses that one site map may hold (sitemaps.org). */
const MOST_ADDRESSES = 50_000;
/** Addresses made at a stretch; then the event loop has its turn. */
const SLICE = 500;
const AN_HOUR = 'public, max-age=3600';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * `/sitemap.xml`, which names the parts, and the parts `/sitemap/office-1.xml` with at most 50,000 addresses each, for
 * search engines. Parts are streamed, since a million addresses would fill the memory.
 */
export function sitemapRoutes(current: () => DirectorySnapshot): RouteModule {
  return {
    register(scope) {
      scope.get('/sitemap.xml', (request, reply) => {
        const snapshot = current();
        if (isKnown(request.headers['if-none-match'], reply, snapshot)) return reply.code(304).send();
        const parts = LISTING_KINDS.flatMap(({ kind }) =>
          Array.from(
            { length: Math.ceil(snapshot.listings(kind).size / MOST_ADDRESSES) },
            (_, part) =>
              `<sitemap><loc>${originOf(request)}/sitemap/${kind.toLowerCase()}-${part + 1}.xml</loc></sitemap>`,
          ),
        );
        return reply
          .type('application/xml; charset=utf-8')
          .send(document('sitemapindex', parts.length > 0 ? [`${parts.join('\n')}\n`] : []));
      });
      scope.get<{ Params: { part: string } }>('/sitemap/:part', (request, reply) => {
        const snapshot = current();
        const [, word, number] = /^([a-z]+)-([1-9]\d{0,5})\.xml$/.exec(request.params.part) ?? [];
        const kind = LISTING_KINDS.find((each) => each.kind.toLowerCase() === word);
        const from = (Number(number) - 1) * MOST_ADDRESSES;
        if (!kind || word === undefined || from >= snapshot.listings(kind.kind).size) {
          reply.callNotFound();
          return reply;
        }
        if (isKnown(request.headers['if-none-match'], reply, snapshot)) return reply.code(304).send();
        const codes = indexedCodes(snapshot, kind, { from, to: from + MOST_ADDRESSES });
        return reply
          .type('application/xml; charset=utf-8')
          .send(document('urlset', addresses(codes, `${originOf(request)}/${word}/`)));
      });
    },
  };
}

function isKnown(ifNoneMatch: string | undefined, reply: FastifyReply, { number, day }: DirectorySnapshot): boolean {
  const etag = `W/"sitemap-${number}-${day}"`;
  reply.header('etag', etag).header('cache-control', AN_HOUR);
  return matchesEtag(ifNoneMatch, etag);
}

function document(root: string, content: Iterable<string>): Readable {
  function* all(): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">\n`;
    yield* content;
    yield `</${root}>\n`;
  }
  return Readable.from(all());
}

/** An encoded code has no character that means something in XML but the ampersand and the apostrophe. */
function* addresses(codes: Iterable<string>, before: string): Generator<string> {
  let slice: string[] = [];
  for (const code of codes) {
    const address = (before + encodeURIComponent(code)).replaceAll("'", '%27');
    slice.push(`<url><loc>${address}</loc></url>\n`);
    if (slice.length < SLICE) continue;
    yield slice.join('');
    slice = [];
  }
  yield slice.join('');
}
