import { type JSX } from 'preact';
import { countFilters, type FilterName, type Filters } from '../filters/filters';
import { filterInWords, filterLabel } from '../filters/filter-words';
import { facetOf, type KindFacets, useFacets } from '../filters/use-facets';
import { formatCount } from '../language/formats';
import { useLanguage, useTexts } from '../language/language-context';
import { type PageState } from '../page/page-state';
import { usePage } from '../page/page-store';

/** A condition to take off, and how many entries that finds. */
interface WayOut {
  name: FilterName | 'text';
  count: number;
  change: Partial<PageState>;
}

function without(filters: Filters, name: FilterName): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name));
}

/** The conditions of which taking one off finds something, the most first. */
function waysOut(facets: readonly KindFacets[], { filters, text }: PageState): WayOut[] {
  const count = (name: FilterName | 'text'): number =>
    facets.reduce((sum, kind) => sum + (facetOf(kind, name)?.countWithout ?? 0), 0);
  const names = Object.keys(filters) as FilterName[];
  const ways: WayOut[] = names.map((name) => ({
    name,
    count: count(name),
    change: { filters: without(filters, name) },
  }));
  if (text !== '') ways.push({ name: 'text', count: count('text'), change: { text: '' } });
  return ways.filter((way) => way.count > 0).sort((one, other) => other.count - one.count);
}

/** Nothing was found: which condition to take off and what that brings, and what the directory does not know at all. */
export function EmptyNotice({ inView, onWholeCountry }: { inView: boolean; onWholeCountry: () => void }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { store, state } = usePage();
  const { filters, kinds, text } = state;
  const facets = useFacets(countFilters(filters) > 0, kinds, filters, text) ?? [];
  const elsewhere = facets.reduce((sum, { totalCount }) => sum + totalCount, 0);
  const restricted = countFilters(filters) > 0 || kinds.length > 0 || state.onlyInView;
  const searched = text !== '' || !inView;
  const unknown = (Object.keys(filters) as FilterName[]).filter((name) =>
    facets.some((kind) => facetOf(kind, name)?.knownCount === 0),
  );
  const ways = elsewhere === 0 ? waysOut(facets, state) : [];
  return (
    <div class="notice">
      <h3>{searched ? texts.emptySearchTitle : texts.emptyViewTitle}</h3>
      {unknown.map((name) => (
        <p key={name}>{texts.unknownEmpties(filterLabel(name, texts))}</p>
      ))}
      {ways.length === 0 && <p>{searched ? texts.emptySearchHelp : texts.emptyViewHelp}</p>}
      {ways.map(({ name, count, change }) => (
        <button key={name} type="button" class="strong" onClick={() => store.go(change)}>
          {texts.takeOff(
            name === 'text' ? `${texts.searchedText} ${text}` : filterInWords(name, filters, texts),
            formatCount(count, language),
          )}
        </button>
      ))}
      {restricted && (
        <button
          type="button"
          class={ways.length === 0 ? 'strong' : 'plain'}
          onClick={() => store.go({ filters: {}, kinds: [], onlyInView: false })}
        >
          {texts.removeRestrictions}
        </button>
      )}
      {inView && (
        <button type="button" class="plain" onClick={onWholeCountry}>
          {elsewhere > 0 ? texts.showWholeCountryWith(formatCount(elsewhere, language)) : texts.showWholeCountry}
        </button>
      )}
    </div>
  );
}
