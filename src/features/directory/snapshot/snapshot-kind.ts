import { Agent } from '../agent/agent.entity';
import { AgentService } from '../agent/agent.types';
import { Clinic } from '../clinic/clinic.entity';
import { Employer } from '../employer/employer.entity';
import type { Listing } from '../listing/listing.entity';
import { ListingKind } from '../listing/listing.types';
import { Office } from '../office/office.entity';
import type { PublishedKind } from '../publication/publication.types';
import {
  type AttributeColumn,
  firstDayColumn,
  lastDayColumn,
  recordedColumn,
  truthColumn,
  wordColumn,
  wordSetColumn,
} from './attribute-columns';

/** How the listings of one kind are stored, published and packed. */
export interface KindShape {
  readonly entity: new () => Listing;
  readonly published: PublishedKind;
  /** Columns of the interval in which a listing is in force, beside `validFrom` and `validUntil`. */
  readonly inForce: { readonly from: string; readonly until: string } | null;
  /** Column that says that address and position of a listing must stay hidden. */
  readonly hiddenPlace?: string;
  readonly attributes: Readonly<Record<string, AttributeColumn>>;
}

/** The bit of each service in the packed column `services`. */
export const AGENT_SERVICES: readonly AgentService[] = Object.values(AgentService);

/** One shape for each kind of listing. */
export const KIND_SHAPES: Readonly<Record<ListingKind, KindShape>> = {
  [ListingKind.OFFICE]: {
    entity: Office,
    published: 'offices',
    inForce: null,
    attributes: {
      level: wordColumn('level'),
      parentCode: wordColumn('parentCode'),
      predecessorCodes: wordColumn('predecessorCodes'),
    },
  },
  [ListingKind.CLINIC]: {
    entity: Clinic,
    published: 'clinics',
    inForce: { from: 'contractFrom', until: 'contractUntil' },
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
  },
  [ListingKind.EMPLOYER]: {
    entity: Employer,
    published: 'employers',
    inForce: null,
    hiddenPlace: 'soleTrader',
    attributes: { status: wordColumn('status'), managingOfficeCode: wordColumn('managingOfficeCode') },
  },
  [ListingKind.AGENT]: {
    entity: Agent,
    published: 'agents',
    inForce: null,
    attributes: {
      kind: wordColumn('kind'),
      services: wordSetColumn('serviceList', AGENT_SERVICES),
      managingOfficeCode: wordColumn('managingOfficeCode'),
    },
  },
};
