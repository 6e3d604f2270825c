import { type AgentFilter, type ClinicFilter, type EmployerFilter, type OfficeFilter } from '../generated/operations';
import { type Filters } from './filters';

/** The filters as the gateway takes them: one for each kind. */
export interface GatewayFilters {
  offices: OfficeFilter;
  clinics: ClinicFilter;
  employers: EmployerFilter;
  agents: AgentFilter;
}

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
