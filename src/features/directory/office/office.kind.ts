import { wordFacet } from '../lists/facet-column';
import { type KindDefinition, LISTING_REFERENCES, rowForm } from '../lists/kind-definition';
import { wordColumn } from '../snapshot/attribute-columns';
import { OfficeFilter } from './office.args';
import { OFFICE_COLUMNS, type OfficeDraft, officeRow } from './office.columns';
import { Office } from './office.entity';
import { planOffices } from './office.plan';
import { officesInPlaceOf } from './serving-offices';
import { OfficeLevel } from './office.types';
import { OfficeResolver } from './office.resolver';

/** Offices of the agency as a kind of listings. */
export const OFFICES = {
  name: 'offices',
  kind: Office.kind,
  oneDescription: 'An office of the agency (cơ quan BHXH).',
  description: 'Offices of the agency (cơ quan BHXH).',
  filterDescription: 'Which offices are shown.',
  entity: Office,
  key: 'code',
  references: LISTING_REFERENCES,
  inForce: null,
  inPlaceOf: officesInPlaceOf,
  hiddenPlace: null,
  attributes: {
    level: wordColumn('level'),
    parentCode: wordColumn('parentCode'),
    predecessorCodes: wordColumn('predecessorCodes'),
  },
  filter: OfficeFilter,
  facets: [wordFacet('level', Object.values(OfficeLevel), 'levels')],
  plan: planOffices,
  fields: OFFICE_COLUMNS.fields,
  form: rowForm<OfficeDraft, Office>({
    columns: OFFICE_COLUMNS,
    row: officeRow,
    endOf: ({ validUntil }) => validUntil,
    officeOf: () => null,
  }),
  resolver: OfficeResolver,
} as const satisfies KindDefinition<Office, OfficeFilter>;
