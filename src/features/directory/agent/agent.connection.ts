import { type Connection, connectionOf, placedEdgeOf, type PlacedEdge } from '../../../shared/relay/connection.types';
import { Agent } from './agent.entity';

/** The connection type of collection points and agents. */
export const AgentConnection = connectionOf(placedEdgeOf(Agent, 'Agent'), 'Agent');
export type AgentConnection = Connection<PlacedEdge<Agent>>;
