import { BenefitKind, InsuranceKind, insuranceBits } from '../../src/features/records/insurance-kind.types';
import { IdentityDocumentKind } from '../../src/features/people/document/identity-document.types';
import { PersonStore } from '../../src/features/people/person.store';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import type { Database } from '../../src/database/database';
import { KEY_RING } from '../accounts/account-gateway';

/** Writes something of every kind on record for a person; `mark` stands in each of its words. */
export async function keepWholeRecord(database: Database, personId: number, mark: string): Promise<void> {
  const data = new PersonalDataStore(database, new PersonStore(database, KEY_RING));
  const work = { personId, position: `Kế toán ${mark}`, workplace: `Huế ${mark}`, coefficient: 2.34, currency: 'VND' };
  const all = insuranceBits(Object.values(InsuranceKind));
  const employer = { employerName: `Công ty TNHH Dệt Sợi ${mark}`, employerCode: `TZ000${personId}A` };
  await data.take('identityDocuments', [
    {
      personId,
      kind: IdentityDocumentKind.CMND,
      number: `99${String(personId).padStart(7, '0')}`,
      issuedOn: '2012-03-04',
      issuedBy: `Công an ${mark}`,
    },
  ]);
  await data.take('contributions', [
    { ...work, ...employer, fromMonth: '2014-05', toMonth: '2015-12', kindBits: all, salaryVnd: 5_250_000 },
    { ...work, ...employer, fromMonth: '2016-03', toMonth: '2020-06', kindBits: all, salaryVnd: 75_423_000 },
  ]);
  await data.take(
    'benefits',
    Object.values(BenefitKind).map((kind) => {
      const days = { fromDay: '2018-01-02', toDay: '2018-01-09' };
      return {
        personId,
        kind,
        ...days,
        regime: `Chế độ ${kind} ${mark}`,
        amountVnd: 1_234_567,
        filedBy: `Phường ${mark}`,
      };
    }),
  );
  const visit = {
    personId,
    dischargedOn: null,
    clinicCode: '01Z00',
    visitCode: '',
    coveredVnd: 80_000,
    ownVnd: 20_000,
  };
  await data.take('visits', [
    { ...visit, admittedOn: '2025-02-03', clinicName: `Trạm Y tế ${mark}`, diagnosis: `Viêm họng ${mark}` },
    { ...visit, admittedOn: '2024-11-30', clinicName: `Bệnh viện ${mark}`, diagnosis: `Đau đầu ${mark}` },
  ]);
  const card = {
    personId,
    objectCode: 'DN',
    benefitLevel: 4,
    provinceCode: '01',
    registeredClinicCode: '01Z00',
    issuingOfficeCode: '00101',
  };
  await data.take('cards', [
    { ...card, validFrom: '2024-01-01', validUntil: '2024-12-31', fiveYearsFrom: null },
    { ...card, validFrom: '2025-01-01', validUntil: null, fiveYearsFrom: '2029-05-01' },
  ]);
}
