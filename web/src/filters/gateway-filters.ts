import {
  type AgentFilter,
  type ClinicFilter,
  type EmployerFilter,
  type ListingKind,
  type MapFilter,
  type OfficeFilter,
} from '../generated/operations';
import { allKinds, countFilters, type FilterName, type Filters } from './filters';

/** The filters as the gateway takes them: one for each kind. */
export interface GatewayFilters {
  offices: OfficeFilter;
  clinics: ClinicFilter;
  employers: EmployerFilter;
  agents: AgentFilter;
}

const filterNames = { OFFICE: 'offices', CLINIC: 'clinics', EMPLOYER: 'employers', AGENT: 'agents' } as const;

/** The field of the gateway's filters behind each filter of the page. */
export const gatewayFields: Readonly<Record<FilterName | 'text', string>> = {
  text: 'text',
  unit: 'unitCode',
  contractedOn: 'contractedOn',
  issuesSickLeave: 'issuesSickLeave',
  initialRegistration: 'initialRegistration',
  clinicLevel: 'level',
  formerLevel: 'formerLevel',
  clinicType: 'type',
  officeLevel: 'level',
  includeEnded: 'includeEnded',
  employerStatus: 'status',
  service: 'services',
  agentKind: 'kind',
};

/** Leaves out what is not set: an unset filter is absent, never null, and the question stays short. */
function given<Fields extends object>(fields: Fields): Partial<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as Partial<Fields>;
}

/** The filters of the page, and a text if there is one, for each kind. */
export function gatewayFilters(filters: Filters, text: string | null): GatewayFilters {
  const shared = { text, unitCode: filters.unit?.code, unitAsOf: filters.unit?.asOf };
  return {
    offices: given({ ...shared, level: filters.officeLevel, includeEnded: filters.includeEnded }),
    clinics: given({
      ...shared,
      contractedOn: filters.contractedOn,
      issuesSickLeave: filters.issuesSickLeave,
      initialRegistration: filters.initialRegistration,
      level: filters.clinicLevel,
      formerLevel: filters.formerLevel,
      type: filters.clinicType,
    }),
    employers: given({ ...shared, status: filters.employerStatus }),
    agents: given({ ...shared, services: filters.service && [filters.service], kind: filters.agentKind }),
  };
}

/**
 * The filters of the kinds that are shown, in one; null as long as nothing is filtered, so that such questions share one
 * cached answer.
 */
export function filterByKind(
  { filters, kinds }: { filters: Filters; kinds: readonly ListingKind[] },
  text: string | null = null,
): MapFilter | null {
  if (countFilters(filters) === 0 && text === null) return null;
  const all = gatewayFilters(filters, text);
  const shown = allKinds.filter((kind) => kinds.length === 0 || kinds.includes(kind));
  return Object.fromEntries(shown.map((kind) => [filterNames[kind], all[filterNames[kind]]]));
}
