import { type Connection, connectionOf, placedEdgeOf, type PlacedEdge } from '../../../shared/relay/connection.types';
import { Agent } from '../agent/agent.entity';
import { Clinic } from '../clinic/clinic.entity';
import { Employer } from '../employer/employer.entity';
import { Office } from '../office/office.entity';

/** The connection types of the four kinds. */
export const OfficeConnection = connectionOf(placedEdgeOf(Office, 'Office'), 'Office');
export type OfficeConnection = Connection<PlacedEdge<Office>>;

export const ClinicConnection = connectionOf(placedEdgeOf(Clinic, 'Clinic'), 'Clinic');
export type ClinicConnection = Connection<PlacedEdge<Clinic>>;

export const EmployerConnection = connectionOf(placedEdgeOf(Employer, 'Employer'), 'Employer');
export type EmployerConnection = Connection<PlacedEdge<Employer>>;

export const AgentConnection = connectionOf(placedEdgeOf(Agent, 'Agent'), 'Agent');
export type AgentConnection = Connection<PlacedEdge<Agent>>;
