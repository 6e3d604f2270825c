import { type Connection, connectionOf, placedEdgeOf, type PlacedEdge } from '../../../shared/relay/connection.types';
import { Clinic } from './clinic.entity';

/** The connection type of clinics. */
export const ClinicConnection = connectionOf(placedEdgeOf(Clinic, 'Clinic'), 'Clinic');
export type ClinicConnection = Connection<PlacedEdge<Clinic>>;
