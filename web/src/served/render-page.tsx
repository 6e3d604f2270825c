import { renderToString } from 'preact-render-to-string';
import { type Ask } from '../api/ask';
import { LanguageContext, textsOf } from '../language/language-context';
import { readAddress, readPath, writeAddress } from '../page/page-address';
import { type PageState } from '../page/page-state';
import { type Drawn, notFound, unanswered } from './drawn';
import { Frame, SearchForm } from './frame';
import { headMarkup } from './head';
import { listingPage, unitPage } from './place-page';
import { askBy, type Execute, type PageRequest, type ServedPage, Unanswered } from './request';
import { searchPage } from './search-page';

/**
 * Draws the page of an address on the server, out of the parts of the page in the browser, so that what it says is said
 * once. Everything that a directory or a browser brings in is escaped by the renderer.
 */
export async function renderPage(request: PageRequest, execute: Execute): Promise<ServedPage> {
  const state = readAddress(request.search, request.language, request.path);
  const drawn = await draw(state, request, askBy(execute)).catch((cause: unknown): Drawn => {
    if (cause instanceof Unanswered) return unanswered(state, cause.status, cause.retryAfterSeconds);
    throw cause;
  });
  const { language } = state;
  if ('location' in drawn) return { status: 301, location: drawn.location, language, head: '', body: '' };
  const { status, head, addresses, content, retryAfterSeconds } = drawn;
  const isPlace = readPath(request.path) !== null;
  const form = <SearchForm state={state} />;
  const body = renderToString(
    <LanguageContext.Provider value={language}>
      <Frame state={state} otherLanguage={withLanguage(addresses, language)}>
        {!isPlace && form}
        {content}
        {isPlace && (
          <section class="served-again" aria-label={textsOf(language).otherPlaces}>
            <h2>{textsOf(language).otherPlaces}</h2>
            {form}
          </section>
        )}
      </Frame>
    </LanguageContext.Provider>,
  );
  return {
    status,
    language,
    head: headMarkup(head, { origin: request.origin, language }),
    body,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

/** The other language by name: without one, the browser would decide again. */
function withLanguage(addresses: Readonly<Record<'vi' | 'en', string>>, language: 'vi' | 'en'): string {
  if (language === 'vi') return addresses.en;
  return addresses.vi.includes('?') ? `${addresses.vi}&lang=vi` : `${addresses.vi}?lang=vi`;
}

function draw(state: PageState, request: PageRequest, ask: Ask): Promise<Drawn> {
  const { path, search } = request;
  const named = readPath(path);
  if (state.selected) {
    if (named) return listingPage(state.selected, state, request, ask);
    // The addresses of places until they had one of their own.
    return Promise.resolve({ location: writeAddress(state) });
  }
  const { unit } = state.filters;
  if (named?.word === 'unit' && unit) return unitPage({ code: unit.code, asOf: unit.asOf }, state, ask);
  return path === '/' ? searchPage(state, search, ask) : Promise.resolve(notFound(state));
}
