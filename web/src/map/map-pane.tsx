import { type JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage, useTexts } from '../language/language-context';
import { formatCount } from '../language/formats';
import { type ListingResult, type Result } from '../results/result';
import { type DirectoryMap, type MapHandlers } from './directory-map';
import { type Place, type Size, type View } from './mercator';

/** What the map shows, and what it tells the page. */
export interface MapPaneProps {
  view: View | null;
  items: readonly Result[];
  active: string | null;
  selected: string | null;
  origin: Place | null;
  /** The revision by which to fetch the boundaries of provinces; null when there are none. */
  boundaries: Promise<number | null>;
  onSize: (size: Size) => void;
  onMove: (view: View, from: View) => void;
  onHover: (key: string | null) => void;
  onChooseListing: (result: ListingResult) => void;
  onChooseCluster: (key: string) => void;
  onZoomTo: (members: readonly ListingResult[]) => void;
}

/** The map. Leaflet is loaded after the list has been asked for: people read the list first. */
export function MapPane(props: MapPaneProps): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef({ props, texts, language });
  latest.current = { props, texts, language };
  const [map, setMap] = useState<DirectoryMap | null>(null);
  const [failed, setFailed] = useState(false);
  const hasView = props.view !== null;

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth > 0) props.onSize({ width: element.clientWidth, height: element.clientHeight });
      map?.resize();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [map]);

  useEffect(() => {
    if (!hasView) return;
    let created: DirectoryMap | null = null;
    let current = true;
    const handlers: MapHandlers = {
      moved: (view, from) => latest.current.props.onMove(view, from),
      hover: (key) => latest.current.props.onHover(key),
      chooseListing: (result) => latest.current.props.onChooseListing(result),
      chooseCluster: (key) => latest.current.props.onChooseCluster(key),
      zoomToMembers: (members) => latest.current.props.onZoomTo(members),
      formatCount: (count) => formatCount(count, latest.current.language),
      pileTitle: (count) => latest.current.texts.pile(count),
    };
    const loaded = import('./directory-map').then(({ DirectoryMap }) => {
      const { view } = latest.current.props;
      if (!current || !container.current || !view) return;
      created = new DirectoryMap(container.current, view, latest.current.texts, handlers, props.boundaries);
      setMap(created);
    });
    loaded.catch(() => current && setFailed(true));
    return () => {
      current = false;
      created?.destroy();
      setMap(null);
    };
  }, [hasView]);

  useEffect(() => void (props.view && map?.look(props.view)), [map, props.view]);
  useEffect(() => map?.signs.show(props.items), [map, props.items]);
  useEffect(() => map?.signs.mark(props.active, props.selected), [map, props.items, props.active, props.selected]);
  useEffect(() => map?.showOrigin(props.origin), [map, props.origin?.latitude, props.origin?.longitude]);
  useEffect(() => map?.translate(texts), [map, texts]);

  return (
    <>
      <div ref={container} class="map" role="region" aria-label={texts.mapLabel} />
      {failed && (
        // Browsers remember that a module failed, so only a new page tries again; its state is in the address.
        <div class="notice map-failed" role="alert">
          <p>{texts.mapFailed}</p>
          <button type="button" class="strong" onClick={() => location.reload()}>
            {texts.retry}
          </button>
        </div>
      )}
    </>
  );
}
