import { registerEnumType } from 'type-graphql';

/** The four insurances that contributions are paid for. */
export enum InsuranceKind {
  SOCIAL = 'SOCIAL',
  UNEMPLOYMENT = 'UNEMPLOYMENT',
  OCCUPATIONAL = 'OCCUPATIONAL',
  HEALTH = 'HEALTH',
}
registerEnumType(InsuranceKind, {
  name: 'InsuranceKind',
  description: 'One of the four insurances (loại bảo hiểm).',
  valuesConfig: {
    SOCIAL: { description: 'Social insurance (BHXH).' },
    UNEMPLOYMENT: { description: 'Unemployment insurance (BHTN).' },
    OCCUPATIONAL: { description: 'Insurance of occupational accidents and diseases (BHTNLĐ-BNN).' },
    HEALTH: { description: 'Health insurance (BHYT).' },
  },
});

/** The four sorts of benefits. */
export enum BenefitKind {
  LUMP_SUM = 'LUMP_SUM',
  SICKNESS_MATERNITY = 'SICKNESS_MATERNITY',
  MONTHLY = 'MONTHLY',
  HEALTH = 'HEALTH',
}
registerEnumType(BenefitKind, {
  name: 'BenefitKind',
  description: 'One of the four sorts of benefits (thông tin hưởng).',
  valuesConfig: {
    LUMP_SUM: { description: 'Paid once (một lần).' },
    SICKNESS_MATERNITY: { description: 'Sickness, maternity and convalescence (ÔĐTS).' },
    MONTHLY: { description: 'Paid every month (hàng tháng).' },
    HEALTH: { description: 'Paid by health insurance (BHYT).' },
  },
});

const BITS: Readonly<Record<InsuranceKind, number>> = { SOCIAL: 1, UNEMPLOYMENT: 2, OCCUPATIONAL: 4, HEALTH: 8 };

/** A set of kinds as one number, the way contributions keep it. */
export function insuranceBits(kinds: readonly InsuranceKind[]): number {
  return kinds.reduce((bits, kind) => bits | BITS[kind], 0);
}

/** Whether a set of kinds holds this one. */
export function paysFor(kindBits: number, kind: InsuranceKind): boolean {
  return (kindBits & BITS[kind]) !== 0;
}
