import { type Publication } from '../../features/directory/publication/publication.types';
import {
  type PublishedKind,
  UNIT_BOUNDARIES,
  UNIT_SUCCESSIONS,
  UNITS,
} from '../../features/directory/kinds/published-kinds';
import { OFFICES } from '../../features/directory/office/office.kind';
import { type UnitBoundary } from '../../features/geography/boundary/unit-boundary.entity';
import { type UnitSuccession } from '../../features/geography/unit/unit-succession.entity';
import { ProvinceAreas } from '../checks/province-areas';
import { type KnownUnit, UnitIndex } from '../checks/unit-index';

type Boundaries = readonly Pick<UnitBoundary, 'unitKey' | 'coordinates'>[];
type Successions = readonly Pick<UnitSuccession, 'predecessorKey' | 'successorKey'>[];

/** What the checks need to know of a live unit. */
const UNIT_COLUMNS = ['unitKey', 'code', 'level', 'name', 'parentKey', 'validFrom', 'validUntil'] as const;

/** What earlier kinds taught the later ones: from the manifest where it names them, else from the live directory. */
export class DirectoryKnowledge {
  readonly provinceAreas = new ProvinceAreas();
  units: UnitIndex;

  private constructor(
    units: readonly KnownUnit[],
    private readonly successions: Successions,
    private boundaries: Boundaries,
    public officeCodes: ReadonlySet<string>,
    private readonly today: string,
  ) {
    this.units = this.learnUnits(units);
  }

  /** Reads what is live of the kinds that a manifest does not name. */
  static async load(
    publication: Publication,
    named: ReadonlySet<PublishedKind>,
    today: string,
  ): Promise<DirectoryKnowledge> {
    const units = named.has('units') ? [] : await publication.live(UNITS, UNIT_COLUMNS);
    const successions = named.has('unitSuccessions')
      ? []
      : await publication.live(UNIT_SUCCESSIONS, ['predecessorKey', 'successorKey']);
    const boundaries = named.has('unitBoundaries')
      ? []
      : await publication.live(UNIT_BOUNDARIES, ['unitKey', 'coordinates']);
    const offices = named.has('offices') ? [] : await publication.live(OFFICES, ['code']);
    return new DirectoryKnowledge(units, successions, boundaries, new Set(offices.map(({ code }) => code)), today);
  }

  /** Takes the units of a manifest, and places what is live of their successions and areas among them. */
  learnUnits(units: readonly KnownUnit[]): UnitIndex {
    this.units = new UnitIndex(units, this.today);
    for (const { predecessorKey, successorKey } of this.successions) {
      this.units.addSuccession(predecessorKey, successorKey);
    }
    const strangers = this.boundaries.filter(({ unitKey, coordinates }) => {
      return !this.learnArea(unitKey, JSON.parse(coordinates) as number[][][][]);
    });
    // Areas of units that are not known yet wait for the units of the manifest.
    this.boundaries = strangers;
    return this.units;
  }

  /** Adds the area of a unit to that of its province; false when the province is not known. */
  learnArea(unitKey: string, area: number[][][][]): boolean {
    const province = this.units.provinceKeysOf(unitKey)[0];
    if (province !== undefined) this.provinceAreas.add(province, area);
    return province !== undefined;
  }
}
