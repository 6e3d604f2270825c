import { holdsOn } from '../../../shared/calendar';
import type { Clinic } from './clinic.entity';

/** Whether the contract for insured treatment runs on the day; null when no contract is on record. */
export function isContractedOn(clinic: Pick<Clinic, 'contractFrom' | 'contractUntil'>, day: string): boolean | null {
  return recordedOn(day, clinic.contractFrom, clinic.contractUntil);
}

/** Whether sick-leave certificates may be issued on the day; null when no authority is on record. */
export function issuesSickLeaveOn(
  clinic: Pick<Clinic, 'sickLeaveFrom' | 'sickLeaveUntil'>,
  day: string,
): boolean | null {
  return recordedOn(day, clinic.sickLeaveFrom, clinic.sickLeaveUntil);
}

function recordedOn(day: string, from: string | null, until: string | null): boolean | null {
  return from === null && until === null ? null : holdsOn(day, from, until);
}
