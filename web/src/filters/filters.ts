import {
  type AgentKind,
  type AgentService,
  type ClinicLevel,
  type ClinicType,
  type EmployerStatus,
  type FormerClinicLevel,
  type ListingKind,
  type OfficeLevel,
} from '../generated/operations';

/** An administrative unit as a filter: codes were given out twice, so the day says which unit is meant. */
export interface ChosenUnit {
  code: string;
  /** Kept to show it without asking again. */
  name: string;
  /** The last day (YYYY-MM-DD) of a unit that no longer exists; null for one of today. */
  asOf: string | null;
}

/** Everything that narrows the results beside text, kinds and place. Empty means: not narrowed. */
export interface Filters {
  /** Old or new. */
  unit?: ChosenUnit;
  contractedOn?: string;
  issuesSickLeave?: true;
  initialRegistration?: true;
  clinicLevel?: ClinicLevel;
  formerLevel?: FormerClinicLevel;
  clinicType?: ClinicType;
  officeLevel?: OfficeLevel;
  includeEnded?: true;
  employerStatus?: EmployerStatus;
  service?: AgentService;
  agentKind?: AgentKind;
}

/** A filter whose values are a fixed list. */
export type ChoiceFilter =
  'clinicLevel' | 'formerLevel' | 'clinicType' | 'officeLevel' | 'employerStatus' | 'service' | 'agentKind';
/** A filter that is on or off. */
export type SwitchFilter = 'issuesSickLeave' | 'initialRegistration' | 'includeEnded';

type Choices = { readonly [Name in ChoiceFilter]: readonly NonNullable<Filters[Name]>[] };

/** The values of each choice, in the order in which they are offered. */
export const choices: Choices = {
  clinicLevel: ['INITIAL', 'BASIC', 'SPECIALISED'],
  formerLevel: ['CENTRAL', 'PROVINCIAL', 'DISTRICT', 'COMMUNE'],
  clinicType: [
    'HOSPITAL',
    'MEDICAL_CENTRE',
    'POLYCLINIC',
    'HEALTH_STATION',
    'CLINIC',
    'HEALTH_POST',
    'MATERNITY_HOME',
    'INFIRMARY',
    'WORKPLACE_CLINIC',
    'OTHER',
  ],
  officeLevel: ['CENTRAL', 'PROVINCE', 'LOCAL', 'REGIONAL', 'DISTRICT'],
  employerStatus: ['PARTICIPATING', 'SUSPENDED', 'STOPPED'],
  service: ['VOLUNTARY_SOCIAL_INSURANCE', 'HOUSEHOLD_HEALTH_INSURANCE'],
  agentKind: [
    'POST_OFFICE',
    'COLLECTION_AGENT',
    'COMMUNE_PEOPLES_COMMITTEE',
    'HEALTH_STATION',
    'ASSOCIATION',
    'BANK',
    'OTHER',
  ],
};

/** Kinds of listing in the order in which the page shows them. */
export const allKinds: readonly ListingKind[] = ['CLINIC', 'AGENT', 'OFFICE', 'EMPLOYER'];

const filterKind: { readonly [Name in Exclude<keyof Filters, 'unit'>]: ListingKind } = {
  contractedOn: 'CLINIC',
  issuesSickLeave: 'CLINIC',
  initialRegistration: 'CLINIC',
  clinicLevel: 'CLINIC',
  formerLevel: 'CLINIC',
  clinicType: 'CLINIC',
  officeLevel: 'OFFICE',
  includeEnded: 'OFFICE',
  employerStatus: 'EMPLOYER',
  service: 'AGENT',
  agentKind: 'AGENT',
};

/** A filter by its name. */
export type FilterName = keyof Filters;

/** All filters. */
export const allFilters: readonly FilterName[] = ['unit', ...(Object.keys(filterKind) as FilterName[])];

/** The filters that mean something for the chosen kinds: a filter of one kind needs that kind alone. */
export function filtersFor(kinds: readonly ListingKind[], filters: Filters): Filters {
  const only = kinds.length === 1 ? kinds[0] : undefined;
  return Object.fromEntries(
    Object.entries(filters).filter(
      ([name]) => name === 'unit' || filterKind[name as Exclude<FilterName, 'unit'>] === only,
    ),
  );
}

/** How many filters are set. */
export function countFilters(filters: Filters): number {
  return Object.keys(filters).length;
}
