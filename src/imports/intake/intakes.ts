import { agentRow, type AgentDraft } from '../../features/directory/agent/agent.columns';
import { clinicRow, type ClinicDraft } from '../../features/directory/clinic/clinic.columns';
import { employerRow, type EmployerDraft } from '../../features/directory/employer/employer.columns';
import { type PublishedKind } from '../../features/directory/publication/publication.types';
import { type RecordColumns } from '../../shared/columns';
import { KIND_COLUMNS } from '../kind-columns';
import { type ColumnPlan } from '../rows/column-plan';
import { RowMapper } from '../rows/row-mapper';
import { type RowPlace } from '../rows/row-reporter';
import { type FileOrigin, type Intake, type IntakeParts } from './intake';
import { ListingIntake, type ListingWays } from './listing-intake';
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

function joined<Draft extends object, K extends PublishedKind>(
  columns: RecordColumns<Draft>,
  intake: Intake<Draft, K>,
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

const CLINIC_WAYS: ListingWays<ClinicDraft, 'clinics'> = {
  toRow: clinicRow,
  endOf: ({ contractUntil, validUntil }) => contractUntil ?? validUntil,
};
const AGENT_WAYS: ListingWays<AgentDraft, 'agents'> = { toRow: agentRow, endOf: ({ validUntil }) => validUntil };
const EMPLOYER_WAYS: ListingWays<EmployerDraft, 'employers'> = {
  toRow: employerRow,
  endOf: ({ validUntil }) => validUntil,
};

const INTAKES: Readonly<Record<PublishedKind, (parts: IntakeParts) => KindIntake>> = {
  units: (parts) => joined(KIND_COLUMNS.units, new UnitIntake(parts), parts),
  unitSuccessions: (parts) => joined(KIND_COLUMNS.unitSuccessions, new UnitSuccessionIntake(parts), parts),
  unitBoundaries: (parts) => joined(KIND_COLUMNS.unitBoundaries, new UnitBoundaryIntake(parts), parts),
  offices: (parts) => joined(KIND_COLUMNS.offices, new OfficeIntake(parts), parts),
  officeJurisdictions: (parts) => joined(KIND_COLUMNS.officeJurisdictions, new OfficeJurisdictionIntake(parts), parts),
  clinics: (parts) => joined(KIND_COLUMNS.clinics, new ListingIntake('clinics', CLINIC_WAYS, parts), parts),
  agents: (parts) => joined(KIND_COLUMNS.agents, new ListingIntake('agents', AGENT_WAYS, parts), parts),
  employers: (parts) => joined(KIND_COLUMNS.employers, new ListingIntake('employers', EMPLOYER_WAYS, parts), parts),
};

/** The intake of a kind. */
export function intakeOf(kind: PublishedKind, parts: IntakeParts): KindIntake {
  return INTAKES[kind](parts);
}
