import type { Connection, Edge } from '../../../shared/relay/connection.types';
import { checkedFirst, connection, cursorAt, listDigest, pagePlace } from '../../../shared/relay/page';
import type { Unit } from './unit.entity';

/** One page of a list of units. `list` names the list by its arguments. Throws BAD_USER_INPUT, BAD_CURSOR. */
export function pageOfUnits(
  units: readonly Unit[],
  page: { readonly first: number; readonly after?: string | null },
  terms: { readonly revision: number; readonly list: readonly unknown[] },
): Connection<Edge<Unit>> {
  const first = checkedFirst(page.first);
  const digest = listDigest('units', ...terms.list);
  const place = pagePlace(page.after, digest, { revision: terms.revision, day: 0 });
  const edges = units.slice(place.offset, place.offset + first).map((node, at) => ({
    node,
    cursor: cursorAt(place, place.offset + at, digest),
  }));
  return connection(edges, place, units.length);
}
