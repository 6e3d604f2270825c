import { useEffect, useState } from 'preact/hooks';
import { ask } from '../api/ask';
import { FacetsOperation, type FacetsQuery, type ListingKind } from '../generated/operations';
import { type FilterName, type Filters } from './filters';
import { filterByKind, gatewayFields } from './gateway-filters';

/** What the gateway counts for the filters of a kind. */
export type KindFacets = FacetsQuery['facets'][number];
type Facet = KindFacets['fields'][number];

/** What is counted for a filter of the page; undefined as long as nothing is. */
export function facetOf(facets: KindFacets | null | undefined, name: FilterName | 'text'): Facet | undefined {
  return facets?.fields.find(({ field }) => field === gatewayFields[name]);
}

/** The choices with their counts; none for a filter of which nothing is known, where a 0 would read as "no". */
export function knownChoices(facet: Facet | undefined): Facet['choices'] {
  return facet && facet.knownCount > 0 ? facet.choices : [];
}

/** Counts for the filters of the kinds, beside a text; null while unknown, not `wanted`, or when they can't be had. */
export function useFacets(
  wanted: boolean,
  kinds: readonly ListingKind[],
  filters: Filters,
  text: string,
): readonly KindFacets[] | null {
  const [facets, setFacets] = useState<readonly KindFacets[] | null>(null);
  const filter = filterByKind({ filters, kinds }, text === '' ? null : text);
  const key = wanted ? JSON.stringify([kinds, filter]) : null;

  useEffect(() => {
    if (key === null) {
      setFacets(null);
      return;
    }
    const control = new AbortController();
    ask(FacetsOperation, { kinds: kinds.length > 0 ? [...kinds] : null, filter }, control.signal).then(
      ({ data }) => !control.signal.aborted && setFacets(data.facets),
      // Filters work without counts; the list of results says what is wrong with the network.
      () => !control.signal.aborted && setFacets(null),
    );
    return () => control.abort();
  }, [key]);

  return facets;
}
