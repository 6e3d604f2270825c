import { type JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Provinces, provinceAt, provincesOf } from '../map/provinces';
import { ClusterRow, ListingRow } from './result-row';
import { type ClusterResult, type ListingResult, type Result } from './result';

/** What the list shows, and what it tells the page. */
export interface ResultListProps {
  items: readonly Result[];
  active: string | null;
  /** Where the active mark came from: the list scrolls to what the map points at, never under the own pointer. */
  activeFromMap: boolean;
  selected: string | null;
  /** The revision by which to fetch the boundaries of provinces; null when there are none. */
  boundaries: Promise<number | null>;
  onHover: (key: string | null) => void;
  onChooseListing: (result: ListingResult) => void;
  onChooseCluster: (result: ClusterResult) => void;
}

function useProvinces(boundaries: Promise<number | null>): Provinces | null {
  const [provinces, setProvinces] = useState<Provinces | null>(null);
  useEffect(() => {
    void boundaries.then((number) => (number === null ? null : provincesOf(number))).then(setProvinces);
  }, [boundaries]);
  return provinces;
}

/** The same entries as on the map, in words. */
export function ResultList(props: ResultListProps): JSX.Element {
  const { items, active, selected } = props;
  const list = useRef<HTMLUListElement>(null);
  const provinces = useProvinces(props.boundaries);
  const places = useMemo(() => {
    const named = new Map<string, string | null>();
    if (provinces) {
      for (const item of items) if (item.type === 'cluster') named.set(item.key, provinceAt(provinces, item.position));
    }
    return named;
  }, [items, provinces]);

  useEffect(() => {
    if (!props.activeFromMap || active === null) return;
    list.current?.querySelector(`[data-key="${CSS.escape(active)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active, props.activeFromMap]);

  return (
    <ul class="rows" ref={list}>
      {items.map((item) =>
        item.type === 'listing' ? (
          <ListingRow
            key={item.key}
            item={item}
            active={item.key === active}
            selected={item.key === selected}
            onChoose={props.onChooseListing}
            onHover={props.onHover}
          />
        ) : (
          <ClusterRow
            key={item.key}
            item={item}
            place={places.get(item.key) ?? null}
            active={item.key === active}
            selected={false}
            onChoose={props.onChooseCluster}
            onHover={props.onHover}
          />
        ),
      )}
    </ul>
  );
}
