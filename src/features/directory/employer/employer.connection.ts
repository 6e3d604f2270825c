import { type Connection, connectionOf, placedEdgeOf, type PlacedEdge } from '../../../shared/relay/connection.types';
import { Employer } from './employer.entity';

/** The connection type of employers. */
export const EmployerConnection = connectionOf(placedEdgeOf(Employer, 'Employer'), 'Employer');
export type EmployerConnection = Connection<PlacedEdge<Employer>>;
