import { ask as askGateway, type Ask } from '../api/ask';
import { allKinds } from '../filters/filters';
import { filterByKind, gatewayFilters } from '../filters/gateway-filters';
import {
  type ListingKind,
  ListingsOperation,
  type ListingsQueryVariables,
  MapOperation,
  type PlaceChoiceFragment,
  SearchOperation,
} from '../generated/operations';
import { type ListingsPlan, type Plan, type TextPlan, type ViewPlan } from './plan';
import { listingResult, type Result } from './result';

/** How many listings one request brings. */
const pageSize = 30;
const pageSizePerKind = 15;

/** Where to go on, per kind; a search has one cursor for all. */
export type Cursors = Partial<Record<ListingKind | 'ALL', string>>;

/** The results of one plan, as far as they were asked for. */
export interface ResultSet {
  items: readonly Result[];
  /** All there are, shown or not. */
  total: number;
  /** Null when there is no more. */
  next: Cursors | null;
  correctedText: string | null;
  /** Places that the text names: whoever types where they live asks who is responsible. */
  places: readonly PlaceChoiceFragment[];
  /** Words of the text that the hits do not answer. */
  dropped: readonly string[];
  /** Set when this is an old answer kept on this device. */
  storedAt: number | null;
}

async function fetchView(plan: ViewPlan, signal: AbortSignal, ask: Ask): Promise<ResultSet> {
  const { within, zoom } = plan;
  const kinds = plan.kinds.length > 0 ? [...plan.kinds] : null;
  const { data, storedAt } = await ask(MapOperation, { within, zoom, kinds, filter: filterByKind(plan) }, signal);
  const clusters = data.map.clusters.map(({ position, count, expansionZoom }): Result => ({
    type: 'cluster',
    key: `cluster:${zoom}:${position.latitude}:${position.longitude}`,
    position,
    count,
    expansionZoom,
  }));
  const items = [...data.map.listings.map((listing) => listingResult(listing)), ...clusters];
  return { items, total: data.map.totalCount, next: null, correctedText: null, places: [], dropped: [], storedAt };
}

async function fetchText(plan: TextPlan, cursors: Cursors | null, signal: AbortSignal, ask: Ask): Promise<ResultSet> {
  const { text, asTyped, near, within } = plan;
  const kinds = plan.kinds.length > 0 ? [...plan.kinds] : null;
  const after = cursors?.ALL ?? null;
  const variables = { text, asTyped, kinds, near, within, first: pageSize, after, withPlaces: after === null };
  const { data, storedAt } = await ask(SearchOperation, variables, signal);
  const { edges, totalCount, correctedText, dropped, pageInfo, places } = data.search;
  return {
    items: edges.map(({ node, distanceMeters, reasons }) => listingResult(node, distanceMeters, reasons)),
    total: totalCount,
    next: pageInfo.hasNextPage && pageInfo.endCursor ? { ALL: pageInfo.endCursor } : null,
    correctedText,
    places: places ?? [],
    dropped,
    storedAt,
  };
}

function listingsVariables(plan: ListingsPlan, cursors: Cursors | null): ListingsQueryVariables {
  const { filters, near, within } = plan;
  const wanted = plan.kinds.length > 0 ? plan.kinds : allKinds;
  const asks = (kind: ListingKind): boolean =>
    wanted.includes(kind) && (cursors === null || cursors[kind] !== undefined);
  const { offices, clinics, employers, agents } = gatewayFilters(filters, plan.text === '' ? null : plan.text);
  return {
    near,
    within,
    first: wanted.length === 1 ? pageSize : pageSizePerKind,
    withOffices: asks('OFFICE'),
    withClinics: asks('CLINIC'),
    withEmployers: asks('EMPLOYER'),
    withAgents: asks('AGENT'),
    officeFilter: offices,
    clinicFilter: clinics,
    employerFilter: employers,
    agentFilter: agents,
    afterOffice: cursors?.OFFICE ?? null,
    afterClinic: cursors?.CLINIC ?? null,
    afterEmployer: cursors?.EMPLOYER ?? null,
    afterAgent: cursors?.AGENT ?? null,
  };
}

async function fetchListings(
  plan: ListingsPlan,
  cursors: Cursors | null,
  signal: AbortSignal,
  ask: Ask,
): Promise<ResultSet> {
  const { data, storedAt } = await ask(ListingsOperation, listingsVariables(plan, cursors), signal);
  const parts = [
    { kind: 'OFFICE' as const, connection: data.offices },
    { kind: 'CLINIC' as const, connection: data.clinics },
    { kind: 'AGENT' as const, connection: data.agents },
    { kind: 'EMPLOYER' as const, connection: data.employers },
  ];
  const items: Result[] = [];
  const next: Cursors = {};
  let total = 0;
  for (const { kind, connection } of parts) {
    if (!connection) continue;
    for (const { node, distanceMeters } of connection.edges) items.push(listingResult(node, distanceMeters));
    total += connection.totalCount;
    const { hasNextPage, endCursor } = connection.pageInfo;
    if (hasNextPage && endCursor) next[kind] = endCursor;
  }
  return {
    items,
    total,
    next: Object.keys(next).length > 0 ? next : null,
    correctedText: null,
    places: [],
    dropped: [],
    storedAt,
  };
}

/** The first results of a plan, or those after `cursors`. Throws ApiFailure. */
export function fetchResults(
  plan: Plan,
  cursors: Cursors | null,
  signal: AbortSignal,
  ask: Ask = askGateway,
): Promise<ResultSet> {
  switch (plan.mode) {
    case 'view':
      return fetchView(plan, signal, ask);
    case 'text':
      return fetchText(plan, cursors, signal, ask);
    case 'listings':
      return fetchListings(plan, cursors, signal, ask);
  }
}

/** Two pages as one: sorted by distance where there is one, the total of the first page kept. */
export function joinPages(first: ResultSet, second: ResultSet): ResultSet {
  const known = new Set(first.items.map((item) => item.key));
  const items = [...first.items, ...second.items.filter((item) => !known.has(item.key))];
  return {
    ...second,
    items,
    total: first.total,
    correctedText: first.correctedText,
    places: first.places,
    dropped: first.dropped,
  };
}

/** Results of several kinds in one order: by distance where every listing has one, else as they came. */
export function inOrder(items: readonly Result[]): readonly Result[] {
  const distance = (item: Result): number => (item.type === 'listing' ? (item.distanceMeters ?? Infinity) : Infinity);
  const measured = items.some((item) => distance(item) !== Infinity);
  return measured ? [...items].sort((one, other) => distance(one) - distance(other)) : items;
}
