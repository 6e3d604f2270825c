import { intervalFacet, truthFacet, wordFacet } from '../lists/facet-column';
import { type KindDefinition, MANAGED_REFERENCES, rowForm } from '../lists/kind-definition';
import { firstDayColumn, lastDayColumn, recordedColumn, truthColumn, wordColumn } from '../snapshot/attribute-columns';
import { ClinicFilter } from './clinic.args';
import { CLINIC_COLUMNS, type ClinicDraft, clinicRow } from './clinic.columns';
import { Clinic } from './clinic.entity';
import { planClinics } from './clinic.plan';
import { ClinicLevel, ClinicType, FormerClinicLevel } from './clinic.types';
import { ClinicResolver } from './clinic.resolver';

/** Clinics as a kind of listings. */
export const CLINICS = {
  name: 'clinics',
  kind: Clinic.kind,
  oneDescription: 'A health facility contracted for health insurance (CSKCB BHYT).',
  description: 'Clinics (CSKCB).',
  filterDescription: 'Which clinics are shown.',
  entity: Clinic,
  key: 'code',
  references: MANAGED_REFERENCES,
  inForce: { from: 'contractFrom', until: 'contractUntil' },
  hiddenPlace: null,
  attributes: {
    type: wordColumn('type'),
    level: wordColumn('level'),
    formerLevel: wordColumn('formerLevel'),
    initialRegistration: truthColumn('initialRegistration'),
    contractOnRecord: recordedColumn('contractFrom', 'contractUntil'),
    contractFrom: firstDayColumn('contractFrom'),
    contractUntil: lastDayColumn('contractUntil'),
    sickLeaveOnRecord: recordedColumn('sickLeaveFrom', 'sickLeaveUntil'),
    sickLeaveFrom: firstDayColumn('sickLeaveFrom'),
    sickLeaveUntil: lastDayColumn('sickLeaveUntil'),
    managingOfficeCode: wordColumn('managingOfficeCode'),
  },
  filter: ClinicFilter,
  facets: [
    wordFacet('type', Object.values(ClinicType), 'types'),
    wordFacet('level', Object.values(ClinicLevel), 'levels'),
    wordFacet('formerLevel', Object.values(FormerClinicLevel), 'formerLevels'),
    truthFacet('initialRegistration'),
    intervalFacet('issuesSickLeave', 'sickLeave', ({ contractedOn }: ClinicFilter, today) => contractedOn ?? today),
    intervalFacet('contractedOn', 'contract'),
  ],
  plan: planClinics,
  fields: CLINIC_COLUMNS.fields,
  form: rowForm<ClinicDraft, Clinic>({
    columns: CLINIC_COLUMNS,
    row: clinicRow,
    endOf: ({ contractUntil, validUntil }) => contractUntil ?? validUntil,
    officeOf: ({ managingOfficeCode }) => managingOfficeCode,
  }),
  resolver: ClinicResolver,
} as const satisfies KindDefinition<Clinic, ClinicFilter>;
