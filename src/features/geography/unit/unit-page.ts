import type { Connection, Edge } from '../../../shared/relay/connection.types';
import {
  checkedFirst,
  connection,
  type ListCursors,
  type PagePlace,
  type PageRequest,
} from '../../../shared/relay/page';
import type { Unit } from './unit.entity';

/** One page of a list of units; `seen` makes them lead on in the revision of the walk. Throws BAD_USER_INPUT. */
export function pageOfUnits(
  units: readonly Unit[],
  page: Pick<PageRequest, 'first'>,
  walk: { readonly cursors: ListCursors; readonly place: PagePlace },
  seen: (unit: Unit) => Unit,
): Connection<Edge<Unit>> {
  const { cursors, place } = walk;
  const first = checkedFirst(page.first);
  const edges = units.slice(place.offset, place.offset + first).map((unit, at) => ({
    node: seen(unit),
    get cursor() {
      return cursors.at(place, place.offset + at);
    },
  }));
  return connection(edges, place, units.length);
}
