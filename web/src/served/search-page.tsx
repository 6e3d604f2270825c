import { type JSX } from 'preact';
import { type Ask } from '../api/ask';
import { countFilters } from '../filters/filters';
import { formatCount, formatDate } from '../language/formats';
import { textsOf } from '../language/language-context';
import { unitAddress, writeAddress } from '../page/page-address';
import { type PageState } from '../page/page-state';
import { PlaceChoice } from '../place/place-choice';
import { type Cursors, fetchResults, type ResultSet } from '../results/fetch-results';
import { type Plan } from '../results/plan';
import { ListingRow } from '../results/result-row';
import { type Drawn, inBoth } from './drawn';

const never = new AbortController().signal;
const nothing = (): void => undefined;
const isEveryKind = (name: string): name is keyof Cursors =>
  ['OFFICE', 'CLINIC', 'EMPLOYER', 'AGENT', 'ALL'].includes(name);

/** The question of an address that has no map: a text, or lists by kinds and filters; null where it asks nothing. */
function planOf({ text: typed, asTyped, kinds, filters }: PageState): Plan | null {
  const text = typed.trim();
  if (countFilters(filters) > 0 || (text === '' && kinds.length > 0))
    return { mode: 'listings', text, kinds, filters, near: null, within: null };
  return text === '' ? null : { mode: 'text', text, asTyped, kinds, near: null, within: null };
}

/** Where to go on, as the address says it: `after=KIND:cursor`, once for each kind. */
function cursorsOf(search: string): Cursors | null {
  const entries = new URLSearchParams(search).getAll('after').map((text): [string, string] => {
    const end = text.indexOf(':');
    return [text.slice(0, end), text.slice(end + 1)];
  });
  const known = entries.filter(([name]) => isEveryKind(name));
  return known.length > 0 ? Object.fromEntries(known) : null;
}

function moreAddress(state: PageState, next: Cursors): string {
  const address = writeAddress(state);
  const after = new URLSearchParams(Object.entries(next).map(([name, cursor]) => ['after', `${name}:${cursor}`]));
  return `${address}${address.includes('?') ? '&' : '?'}${after.toString()}`;
}

/** The first page, or the results of a search, as the list of the map page shows them. */
export async function searchPage(wished: PageState, search: string, ask: Ask): Promise<Drawn> {
  const state: PageState = { ...wished, view: null, near: null, onlyInView: false, selected: null };
  const texts = textsOf(state.language);
  const addresses = inBoth((language) => writeAddress({ ...state, language }));
  const plan = planOf(state);
  const home = { title: `${texts.pageTitle}: ${texts.pageSubtitle}`, description: texts.pageDescription };
  if (!plan) {
    return {
      status: 200,
      head: { ...home, addresses },
      addresses,
      content: (
        <>
          <h1>{texts.pageTitle}</h1>
          <p class="hint">{texts.homeHelp}</p>
        </>
      ),
    };
  }
  const set = await fetchResults(plan, cursorsOf(search), never, ask);
  return {
    status: 200,
    // Results change with each revision and have no end: search engines take the places from the site map.
    head: {
      title: `${state.text || texts.resultsLabel} · ${texts.pageTitle}`,
      description: home.description,
      addresses: null,
    },
    addresses,
    content: <Results set={set} state={state} />,
  };
}

function Results({ set, state }: { set: ResultSet; state: PageState }): JSX.Element {
  const texts = textsOf(state.language);
  const { items, total, next, places, correctedText, dropped } = set;
  return (
    <section class="served-results" aria-label={texts.resultsLabel}>
      <h1>{texts.placesFound(formatCount(total, state.language))}</h1>
      {state.dropped.length > 0 && <p class="corrected">{texts.droppedFilters(state.dropped.join(', '))}</p>}
      {places.length > 0 && (
        <ul class="places" aria-label={texts.placesLabel}>
          {places.map((place) => (
            <li key={place.unit.id}>
              <a class="plain" href={unitAddress({ code: place.unit.code, asOf: place.until }, state.language)}>
                <span>
                  {texts.officeOfPlace} <PlaceChoice place={place} />
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {correctedText && (
        <p class="corrected">
          {texts.correctedTo(correctedText)}{' '}
          <a href={writeAddress({ ...state, asTyped: true })}>{texts.searchAsTyped(state.text)}</a>
        </p>
      )}
      {dropped.length > 0 && <p class="corrected">{texts.droppedWords(dropped.join(', '))}</p>}
      {state.filters.contractedOn && <p class="hint">{texts.asOfDate(formatDate(state.filters.contractedOn))}</p>}
      {items.length === 0 && <p class="notice">{texts.emptySearchHelp}</p>}
      <ul class="rows">
        {items.map(
          (item) =>
            item.type === 'listing' && (
              <ListingRow
                key={item.key}
                item={item}
                active={false}
                selected={false}
                onChoose={nothing}
                onHover={nothing}
              />
            ),
        )}
      </ul>
      {next && (
        <p class="more">
          <a class="plain" href={moreAddress(state, next)}>
            {texts.showMore}
          </a>
        </p>
      )}
    </section>
  );
}
