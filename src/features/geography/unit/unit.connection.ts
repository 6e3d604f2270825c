import { type Connection, connectionOf, type Edge, edgeOf } from '../../../shared/relay/connection.types';
import { Unit } from './unit.entity';

/** The connection type of units. */
export const UnitConnection = connectionOf(edgeOf(Unit, 'Unit'), 'Unit');
export type UnitConnection = Connection<Edge<Unit>>;
