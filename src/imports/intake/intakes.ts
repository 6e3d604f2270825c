import { OFFICE_JURISDICTION_COLUMNS } from '../../features/directory/jurisdiction/office-jurisdiction.columns';
import { LISTING_KINDS } from '../../features/directory/kinds/listing-kinds';
import { type PublishedKind } from '../../features/directory/kinds/published-kinds';
import { OFFICE_COLUMNS } from '../../features/directory/office/office.columns';
import { UNIT_BOUNDARY_COLUMNS } from '../../features/geography/boundary/unit-boundary.columns';
import { UNIT_SUCCESSION_COLUMNS } from '../../features/geography/unit/unit-succession.columns';
import { UNIT_COLUMNS } from '../../features/geography/unit/unit.columns';
import { type RecordColumns } from '../../shared/columns';
import { type ColumnPlan } from '../rows/column-plan';
import { RowMapper } from '../rows/row-mapper';
import { type RowPlace } from '../rows/row-reporter';
import { type FileOrigin, type Intake, type IntakeParts } from './intake';
import { ListingIntake } from './listing-intake';
import { OfficeIntake } from './office-intake';
import { OfficeJurisdictionIntake } from './office-jurisdiction-intake';
import { UnitBoundaryIntake } from './unit-boundary-intake';
import { UnitIntake } from './unit-intake';
import { UnitSuccessionIntake } from './unit-succession-intake';

/** The way of one kind from cells to staged rows, with the type of its drafts kept inside. */
export interface KindIntake {
  /** Gives what takes the rows of one file. */
  open(plan: ColumnPlan, origin: FileOrigin): (place: RowPlace) => void;
  finish(): void;
  /** Hands full batches on, and the rest too when it is the `last` call. */
  flush(last: boolean): Promise<void>;
  readonly stagedRows: () => number;
}

function joined<Draft extends object, Row extends object>(
  columns: RecordColumns<Draft>,
  intake: Intake<Draft, Row>,
  parts: IntakeParts,
): KindIntake {
  return {
    open: (plan, origin) => {
      const mapper = new RowMapper(columns, plan, parts.reporter);
      return (place) => {
        const draft = mapper.map(place);
        if (draft) intake.take({ draft, place, origin });
      };
    },
    finish: () => intake.finish(),
    flush: (last) => intake.flush(last),
    stagedRows: () => intake.stagedRows,
  };
}

/** Kinds whose rows are judged together, or against more than their own cells. */
const OWN_INTAKES: ReadonlyMap<string, (parts: IntakeParts) => KindIntake> = new Map([
  ['units', (parts: IntakeParts) => joined(UNIT_COLUMNS, new UnitIntake(parts), parts)],
  ['unitSuccessions', (parts: IntakeParts) => joined(UNIT_SUCCESSION_COLUMNS, new UnitSuccessionIntake(parts), parts)],
  ['unitBoundaries', (parts: IntakeParts) => joined(UNIT_BOUNDARY_COLUMNS, new UnitBoundaryIntake(parts), parts)],
  ['offices', (parts: IntakeParts) => joined(OFFICE_COLUMNS, new OfficeIntake(parts), parts)],
  [
    'officeJurisdictions',
    (parts: IntakeParts) => joined(OFFICE_JURISDICTION_COLUMNS, new OfficeJurisdictionIntake(parts), parts),
  ],
]);

/** The intake of a kind. */
export function intakeOf(kind: PublishedKind, parts: IntakeParts): KindIntake {
  const own = OWN_INTAKES.get(kind);
  if (own) return own(parts);
  const listed = LISTING_KINDS.find(({ name }) => name === kind);
  if (!listed) throw new Error(`Nothing takes rows of the kind ${kind}.`);
  return listed.form((form) => joined(form.columns, new ListingIntake(kind, form, parts), parts));
}
