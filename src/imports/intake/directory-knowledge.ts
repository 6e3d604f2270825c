import { type Publication, type PublishedKind } from '../../features/directory/publication/publication.types';
import { ProvinceAreas } from '../checks/province-areas';
import { UnitIndex } from '../checks/unit-index';
import { type DirectoryKnowledge } from './intake';

/** What is live of the kinds that a manifest does not name; those that it names are learnt as they come. */
export async function liveKnowledge(
  publication: Publication,
  named: ReadonlySet<PublishedKind>,
  today: string,
): Promise<DirectoryKnowledge> {
  const units = named.has('units') ? [] : await publication.liveUnits();
  const offices = named.has('offices') ? [] : await publication.liveOffices();
  const boundaries = named.has('unitBoundaries') ? [] : await publication.liveProvinceBoundaries();
  const provinceAreas = new ProvinceAreas();
  for (const { unitKey, coordinates } of boundaries)
    provinceAreas.add(unitKey, JSON.parse(coordinates) as number[][][][]);
  return { units: new UnitIndex(units, today), officeCodes: new Set(offices.map(({ code }) => code)), provinceAreas };
}
