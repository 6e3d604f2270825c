import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { matchesEtag, NO_STORE } from './cache-policy';
import { callerNetwork } from './caller-network';
import { canonicalJson } from './canonical-json';
import { type GraphqlAnswer } from './graphql-answer';
import { type GraphqlHandler } from './graphql-handler';
import { type ExecuteForPage, type PageRenderer, type ServedPage } from './page-renderer';
import { originOf } from './request-origin';
import { whenGone } from './when-gone';

/** Where the renderer draws: the first page with its searches, and every place. */
const PATHS = ['/', '/office/:code', '/clinic/:code', '/employer/:code', '/agent/:code', '/unit/:code'];
/** Asked again each time, answered with 304 while unchanged: a page that shows nothing of the directory. */
const REVALIDATE = 'no-cache';
/** Readers of a page have no session: it shows what everyone may see. */
const NO_SESSION = { token: undefined, keep: () => undefined, forget: () => undefined };

/**
 * Serves pages that work without JavaScript at stable addresses. They are asked of the gateway as any caller asks, with
 * its limits, queue and kept answers, and what may be kept of the answers may be kept of the page.
 */
export function servedPages(
  scope: FastifyInstance,
  renderer: PageRenderer,
  handle: GraphqlHandler,
  pageRoot: string,
): void {
  const frame = new PageFrame(readFileSync(join(pageRoot, 'index.html'), 'utf8'));
  for (const path of PATHS) {
    scope.get(path, async (request, reply) => {
      const answers: GraphqlAnswer[] = [];
      const [pathname = '', ...search] = request.url.split('?');
      const page = await renderer.renderPage(
        {
          path: pathname,
          search: search.length > 0 ? `?${search.join('?')}` : '',
          language: languageOf(request),
          origin: originOf(request),
        },
        executor(request, reply, handle, answers),
      );
      return send(request, reply, { page, html: frame.around(page), answers });
    });
  }
}

/** The page as it was built, with places for what a drawn page puts there. */
class PageFrame {
  private readonly parts: readonly [string, string, string, string];

  constructor(html: string) {
    const found =
      /^([\s\S]*<html lang=")vi("[\s\S]*?)<title>[\s\S]*?<\/title>\s*<meta\s+name="description"[^>]*>([\s\S]*<div id="page">)<\/div>\s*<noscript>[\s\S]*<\/noscript>([\s\S]*)$/.exec(
        html,
      );
    if (!found) throw new Error('The page lacks its language, title, description or place; build it anew.');
    const [, start = '', head = '', body = '', end = ''] = found;
    this.parts = [start, head, body, end];
  }

  around({ language, head, body }: ServedPage): string {
    const [start, beforeHead, beforeBody, end] = this.parts;
    return `${start}${language}${beforeHead}${head}${beforeBody}${body}</div>${end}`;
  }
}

/** The first language of the browser that the page speaks; Vietnamese for everyone else. */
function languageOf(request: FastifyRequest): 'vi' | 'en' {
  const accepted = new Negotiator({ headers: { 'accept-language': request.headers['accept-language'] } });
  return accepted.language(['vi', 'en']) === 'en' ? 'en' : 'vi';
}

function executor(
  request: FastifyRequest,
  reply: FastifyReply,
  handle: GraphqlHandler,
  answers: GraphqlAnswer[],
): ExecuteForPage {
  return async ({ name, text, sha256Hash }, variables) => {
    const given = variables as Readonly<Record<string, unknown>>;
    const answer = await handle({
      request: {
        query: text,
        documentHash: sha256Hash,
        isPersisted: true,
        operationName: name,
        variables: given,
        canonicalVariables: canonicalJson(given),
      },
      type: 'application/graphql-response+json',
      readOnly: true,
      caller: {
        requestId: request.id,
        remoteAddress: request.ip,
        network: callerNetwork(request.ip),
        session: NO_SESSION,
      },
      onGone: whenGone(reply),
    });
    answers.push(answer);
    const { data, errors } = JSON.parse(answer.body.plain.toString()) as { data?: unknown; errors?: unknown[] };
    if (data && !errors) return { data };
    return { status: answer.status >= 400 ? answer.status : 500, retryAfterSeconds: answer.retryAfterSeconds };
  };
}

interface Drawn {
  readonly page: ServedPage;
  readonly html: string;
  readonly answers: readonly GraphqlAnswer[];
}

function send(request: FastifyRequest, reply: FastifyReply, { page, html, answers }: Drawn): FastifyReply {
  reply.header('cache-control', cacheControlOf(page, answers)).header('vary', 'Accept-Language');
  if (page.location !== undefined) return reply.redirect(page.location, page.status);
  const revisions = answers.flatMap(({ revisions: read }) => read ?? []);
  if (revisions.length > 0) reply.header('x-directory-revision', [...new Set(revisions)].join(', '));
  if (page.retryAfterSeconds !== undefined) reply.header('retry-after', page.retryAfterSeconds);
  reply.code(page.status).type('text/html; charset=utf-8');
  if (page.status === 200) {
    // Of all that is shown, the frame too: it changes with the revision, the agency's day, and a new build.
    const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
    reply.header('etag', etag);
    if (matchesEtag(request.headers['if-none-match'], etag)) return reply.code(304).removeHeader('content-type').send();
  }
  return reply.send(html);
}

/** A page may be kept as long as every answer in it; a failed one not at all. */
function cacheControlOf({ status }: ServedPage, answers: readonly GraphqlAnswer[]): string {
  if (status >= 500 || status === 429) return NO_STORE;
  return answers.find(({ etag }) => etag === undefined)?.cacheControl ?? answers.at(-1)?.cacheControl ?? REVALIDATE;
}
