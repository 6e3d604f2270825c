import { checkedFirst } from '../../../shared/relay/page';
import { addressParts, unitsOfAddress } from '../../geography/unit/address.rules';
import { UnitNames } from '../../geography/unit/unit-names';
import type { DirectoryRequest } from '../directory-request';
import { type Place, USUAL_PLACES } from './place.types';

const MOST_PLACES = 20;

/** Which places are wanted. */
export interface PlaceTerms {
  readonly text: string;
  readonly first: number | null | undefined;
  /** Whether the last word may be unfinished. */
  readonly unfinished: boolean;
}

/** The places that a text names, best first; none for a text that names anything else. Throws BAD_USER_INPUT. */
export async function placesIn(terms: PlaceTerms, directory: DirectoryRequest): Promise<Place[]> {
  const first = checkedFirst(terms.first, MOST_PLACES, USUAL_PLACES);
  const { geography, search } = directory.snapshot;
  const registry = geography.units;
  const names = await UnitNames.of(registry, directory.work);
  for (const part of addressParts(terms.text)) {
    await directory.work.pause();
    const unfinished = terms.unfinished && /[\p{L}\p{N}]$/u.test(part);
    const found = unitsOfAddress(search.placeReadings(part), { names, registry, unfinished });
    if (found.length === 0) continue;
    return found
      .slice(0, first)
      .map((unit) => ({ unit: directory.unit(unit), until: registry.exists(unit) ? null : unit.validUntil }));
  }
  return [];
}
