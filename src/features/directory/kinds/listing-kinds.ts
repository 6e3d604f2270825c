import { AGENTS } from '../agent/agent.kind';
import { CLINICS } from '../clinic/clinic.kind';
import { EMPLOYERS } from '../employer/employer.kind';
import type { KindDefinition } from '../lists/kind-definition';
import { OFFICES } from '../office/office.kind';

const KINDS = [OFFICES, CLINICS, EMPLOYERS, AGENTS] as const;

/** One of the kinds, with the types of its own. */
export type KnownKind = (typeof KINDS)[number];

/** Every kind of listings, in the order in which answers name them. A new kind is one more name in this list. */
export const LISTING_KINDS: readonly KindDefinition[] = KINDS;
