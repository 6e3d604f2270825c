import { type JSX } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { FilterPanel } from '../filters/filter-panel';
import { LanguageContext, textsOf } from '../language/language-context';
import { ListingPanel } from '../listing/listing-panel';
import { useDetails } from '../listing/use-details';
import { zooms } from '../map/country';
import { MapPane } from '../map/map-pane';
import { NearControls } from '../place/near-controls';
import { ResponsibleOffice } from '../place/responsible-office';
import { useChosenPlace } from '../place/use-chosen-place';
import { useLocation } from '../place/use-location';
import { useOrigin } from '../place/use-origin';
import { planFor } from '../results/plan';
import { keyOf, type ListingResult, placeOf } from '../results/result';
import { ResultsPanel } from '../results/results-panel';
import { useResults } from '../results/use-results';
import { visibleResults } from '../results/visible-results';
import { KindChoice } from '../search/kind-choice';
import { SearchBox } from '../search/search-box';
import { MapSizeButton } from './map-size-button';
import { PageFooter } from './page-footer';
import { PageHeader } from './page-header';
import { usePage } from './page-store';
import {
  useFocusReturn,
  useScrollToMap,
  useSelectedInSight,
  useSelectedOnMap,
  withListing,
} from './use-selected-listing';
import { useMapFollowingResults, useMapSize, viewOfPlaces, wholeCountry } from './use-map-view';
import { useOnline } from './use-online';
import { usePageLanguage } from './use-page-language';
import { useRevision } from './use-revision';
import { useUnknownUnit } from './use-unknown-unit';

/** The office of a place is shown from this near: its street and those around it. */
const officeZoom = 15;

/** The whole page: what was asked, the results in words and on the map, and the chosen listing. */
export function Page(): JSX.Element {
  const { store, state } = usePage();
  const texts = textsOf(state.language);
  const { size, onSize } = useMapSize();
  const origin = useOrigin(state.near);
  const location = useLocation(origin.place);
  const { boundaries, revision } = useRevision();
  const online = useOnline();
  const [active, setActive] = useState<{ key: string | null; fromMap: boolean }>({ key: null, fromMap: false });
  const [largeMap, setLargeMap] = useState(false);

  const { view, text, asTyped, kinds, filters, near, onlyInView } = state;
  const plan = useMemo(
    () =>
      view && size
        ? planFor({ state: { text, asTyped, kinds, filters, near, onlyInView }, view, size, origin: origin.place })
        : null,
    [view, size, text, asTyped, kinds, filters, near, onlyInView, origin.place],
  );
  const chosen = useChosenPlace(filters.unit);
  const answer = chosen?.location ?? location;
  const office = chosen?.location.office ?? null;
  const { results, retry, showMore } = useResults(plan);
  const { items, count } = useMemo(() => visibleResults(results, view, size), [results, view, size]);
  useMapFollowingResults(results, size, origin.place, office?.position ?? null);
  const unknownUnit = useUnknownUnit(results);

  const on = filters.contractedOn ?? null;
  const { details, retry: retryDetails } = useDetails(state.selected, on);
  const selectedKey = state.selected && keyOf(state.selected);
  const withOffice = useMemo(() => withListing(items, office), [items, office]);
  const onMap = useSelectedOnMap(withOffice, details.facts, selectedKey);

  usePageLanguage(state.language, details.facts?.name ?? null);
  useScrollToMap(selectedKey);
  useFocusReturn(selectedKey);
  useSelectedInSight(onMap, selectedKey, size);

  const chooseListing = useCallback(
    (result: ListingResult) => store.openListing({ kind: result.kind, code: result.listing.code }),
    [store],
  );
  const chooseCluster = useCallback(
    (key: string) => {
      const cluster = items.find((item) => item.key === key);
      if (cluster?.type !== 'cluster') return;
      const zoom = Math.min(zooms.most, Math.max(cluster.expansionZoom, (store.state.view?.zoom ?? 0) + 1));
      store.adjust({ view: { ...cluster.position, zoom } });
    },
    [store, items],
  );
  const hoverRow = useCallback((key: string | null) => setActive({ key, fromMap: false }), []);

  return (
    <LanguageContext.Provider value={state.language}>
      <a class="skip" href="#results">
        {texts.skipToResults}
      </a>
      <PageHeader />
      {!online && (
        <p class="offline" role="status">
          {texts.offlineNotice}
        </p>
      )}
      <main class={`layout${state.selected ? ' with-listing' : ''}${largeMap ? ' large-map' : ''}`}>
        <h1 class="only-heard">{texts.pageTitle}</h1>
        <div class="ask">
          <SearchBox origin={origin.place} />
          <NearControls origin={origin} onRetry={origin.retry} />
          <KindChoice />
          <FilterPanel place={chosen} />
        </div>
        <div class="map-frame">
          <MapPane
            view={view}
            items={onMap}
            active={active.key}
            selected={selectedKey}
            origin={origin.place}
            boundaries={boundaries}
            onSize={onSize}
            onMove={(moved, from) => store.followMap(moved, from)}
            onHover={(key) => setActive({ key, fromMap: true })}
            onChooseListing={chooseListing}
            onChooseCluster={chooseCluster}
            onZoomTo={(members) => {
              const places = members.map(placeOf).filter((place) => place !== null);
              const zoomed = size && viewOfPlaces(places, size, zooms.most);
              if (zoomed) store.adjust({ view: zoomed });
            }}
          />
          <MapSizeButton large={largeMap} onToggle={() => setLargeMap(!largeMap)} />
        </div>
        <div class="answers">
          {answer && (
            <ResponsibleOffice
              location={answer}
              chosen={chosen}
              onShow={(place) => store.adjust({ view: { ...place, zoom: officeZoom } })}
            />
          )}
          {revision?.containsDemonstration && <p class="demonstration-note">{texts.demonstrationNotice}</p>}
          <ResultsPanel
            results={results}
            items={items}
            count={count}
            active={active.key}
            activeFromMap={active.fromMap}
            selected={selectedKey}
            boundaries={boundaries}
            unknownUnit={unknownUnit}
            locating={near === 'me' && !origin.place && !origin.failure}
            onRetry={retry}
            onMore={showMore}
            onHover={hoverRow}
            onChooseListing={chooseListing}
            onChooseCluster={(cluster) => chooseCluster(cluster.key)}
            onWholeCountry={() => size && store.adjust({ view: wholeCountry(size) })}
          />
          <PageFooter revision={revision} />
        </div>
        {state.selected && (
          <ListingPanel details={details} on={on} onRetry={retryDetails} onClose={() => store.leaveListing()} />
        )}
      </main>
    </LanguageContext.Provider>
  );
}
