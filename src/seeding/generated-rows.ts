import { type AgentKind } from '../features/directory/agent/agent.types';
import { type ClinicLevel, type ClinicType, type FormerClinicLevel } from '../features/directory/clinic/clinic.types';
import { type EmployerStatus } from '../features/directory/employer/employer.types';
import { type PositionPrecision } from '../features/geography/position.types';
import { type Place } from './place';

/** How many entries to generate, from which seed, and where they lie. */
export interface Generation {
  readonly count: number;
  /** The same seed gives the same entries; any whole number from 0. */
  readonly seed: number;
  readonly places: readonly Place[];
}

/** What every generated entry has. Field names are those of a manifest's `columns`; several values are joined by `|`. */
type GeneratedListing = {
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly unitCode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly positionPrecision: `${PositionPrecision}`;
  readonly phones: string;
  readonly demonstration: true;
};

/** A made-up employer. */
export type GeneratedEmployer = GeneratedListing & {
  readonly taxCode: string;
  readonly status: `${EmployerStatus}`;
  readonly soleTrader: boolean;
};

/** A made-up clinic. Empty text means that nothing is known. */
export type GeneratedClinic = GeneratedListing & {
  readonly type: `${ClinicType}`;
  readonly level: `${ClinicLevel}`;
  readonly formerLevel: `${FormerClinicLevel}`;
  readonly openingHours: string;
  readonly contractFrom: string;
  readonly contractUntil: string;
  readonly initialRegistration: boolean;
  readonly sickLeaveFrom: string;
  readonly sickLeaveUntil: string;
};

/** A made-up collection point. */
export type GeneratedAgent = GeneratedListing & {
  readonly kind: `${AgentKind}`;
  readonly services: string;
  readonly openingHours: string;
};
