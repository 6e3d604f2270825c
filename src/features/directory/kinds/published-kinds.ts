import type { RowOf } from '../../../database/versioned-row.entity';
import { UnitBoundary } from '../../geography/boundary/unit-boundary.entity';
import { UnitSuccession } from '../../geography/unit/unit-succession.entity';
import { Unit } from '../../geography/unit/unit.entity';
import { OfficeJurisdiction } from '../jurisdiction/office-jurisdiction.entity';
import type { PublishedTable } from '../publication/publication.types';
import { type KnownKind, LISTING_KINDS } from './listing-kinds';

export const UNITS = {
  name: 'units',
  kind: 'UNIT',
  description: 'Administrative units, old and new (đơn vị hành chính).',
  entity: Unit,
  key: 'unitKey',
  references: [],
} as const satisfies PublishedTable<Unit>;

export const UNIT_SUCCESSIONS = {
  name: 'unitSuccessions',
  kind: 'UNIT_SUCCESSION',
  description: 'Which unit followed which (kế thừa).',
  entity: UnitSuccession,
  key: 'successionKey',
  references: [
    { column: 'predecessorKey', to: 'units' },
    { column: 'successorKey', to: 'units' },
  ],
} as const satisfies PublishedTable<UnitSuccession>;

export const UNIT_BOUNDARIES = {
  name: 'unitBoundaries',
  kind: 'UNIT_BOUNDARY',
  description: 'Areas of units (ranh giới).',
  entity: UnitBoundary,
  key: 'unitKey',
  references: [{ column: 'unitKey', to: 'units' }],
} as const satisfies PublishedTable<UnitBoundary>;

const OFFICE_JURISDICTIONS = {
  name: 'officeJurisdictions',
  kind: 'OFFICE_JURISDICTION',
  description: 'Which office serves which unit (địa bàn phụ trách).',
  entity: OfficeJurisdiction,
  key: 'unitKey',
  references: [
    { column: 'unitKey', to: 'units' },
    { column: 'officeCode', to: 'offices' },
  ],
} as const satisfies PublishedTable<OfficeJurisdiction>;

type KnownTable =
  KnownKind | typeof UNITS | typeof UNIT_SUCCESSIONS | typeof UNIT_BOUNDARIES | typeof OFFICE_JURISDICTIONS;

/** Name of a kind of rows that are published together. */
export type PublishedKind = KnownTable['name'];

/** The content of one row of a kind. */
export type PublishedRow<Kind extends PublishedKind = PublishedKind> = RowOf<
  InstanceType<Extract<KnownTable, { readonly name: Kind }>['entity']>
>;

/** All that is published together, in the order of its dependence. */
export const PUBLISHED_TABLES: readonly PublishedTable[] = [
  UNITS,
  UNIT_SUCCESSIONS,
  UNIT_BOUNDARIES,
  ...LISTING_KINDS,
  OFFICE_JURISDICTIONS,
];
export const PUBLISHED_KINDS = PUBLISHED_TABLES.map(({ name }) => name) as readonly PublishedKind[];
