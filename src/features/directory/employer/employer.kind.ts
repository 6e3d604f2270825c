import { wordFacet } from '../lists/facet-column';
import { type KindDefinition, MANAGED_REFERENCES, rowForm } from '../lists/kind-definition';
import { truthColumn, wordColumn } from '../snapshot/attribute-columns';
import { EmployerFilter } from './employer.args';
import { EMPLOYER_COLUMNS, type EmployerDraft, employerRow } from './employer.columns';
import { Employer } from './employer.entity';
import { planEmployers } from './employer.plan';
import { EmployerStatus } from './employer.types';
import { EmployerResolver } from './employer.resolver';

/** Employers as a kind of listings. */
export const EMPLOYERS = {
  name: 'employers',
  kind: Employer.kind,
  oneDescription: 'An employer that takes part (đơn vị tham gia BHXH).',
  description: 'Employers (đơn vị tham gia).',
  filterDescription: 'Which employers are shown.',
  entity: Employer,
  key: 'code',
  references: MANAGED_REFERENCES,
  inForce: null,
  hiddenPlace: 'soleTrader',
  attributes: {
    status: wordColumn('status'),
    managingOfficeCode: wordColumn('managingOfficeCode'),
    soleTrader: truthColumn('soleTrader'),
  },
  filter: EmployerFilter,
  facets: [wordFacet('status', Object.values(EmployerStatus), 'statuses')],
  plan: planEmployers,
  fields: EMPLOYER_COLUMNS.fields,
  form: rowForm<EmployerDraft, Employer>({
    columns: EMPLOYER_COLUMNS,
    row: employerRow,
    endOf: ({ validUntil }) => validUntil,
    officeOf: ({ managingOfficeCode }) => managingOfficeCode,
  }),
  resolver: EmployerResolver,
} as const satisfies KindDefinition<Employer, EmployerFilter>;
