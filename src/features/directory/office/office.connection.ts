import { type Connection, connectionOf, placedEdgeOf, type PlacedEdge } from '../../../shared/relay/connection.types';
import { Office } from './office.entity';

/** The connection type of offices of the agency. */
export const OfficeConnection = connectionOf(placedEdgeOf(Office, 'Office'), 'Office');
export type OfficeConnection = Connection<PlacedEdge<Office>>;
