import { wordFacet, wordSetFacet } from '../lists/facet-column';
import { type KindDefinition, MANAGED_REFERENCES, rowForm } from '../lists/kind-definition';
import { wordColumn, wordSetColumn } from '../snapshot/attribute-columns';
import { AgentFilter } from './agent.args';
import { AGENT_COLUMNS, type AgentDraft, agentRow } from './agent.columns';
import { Agent } from './agent.entity';
import { planAgents } from './agent.plan';
import { AgentResolver } from './agent.resolver';
import { AGENT_SERVICES, AgentKind } from './agent.types';

/** Collection points and agents as a kind of listings. */
export const AGENTS = {
  name: 'agents',
  kind: Agent.kind,
  oneDescription: 'A collection point or agent (điểm thu, đại lý thu).',
  description: 'Collection points and agents (điểm thu, đại lý thu).',
  filterDescription: 'Which collection points are shown.',
  entity: Agent,
  key: 'code',
  references: MANAGED_REFERENCES,
  inForce: null,
  hiddenPlace: null,
  attributes: {
    kind: wordColumn('kind'),
    services: wordSetColumn('serviceList', AGENT_SERVICES),
    managingOfficeCode: wordColumn('managingOfficeCode'),
  },
  filter: AgentFilter,
  facets: [wordSetFacet('services', AGENT_SERVICES), wordFacet('kind', Object.values(AgentKind), 'kinds')],
  plan: planAgents,
  fields: AGENT_COLUMNS.fields,
  form: rowForm<AgentDraft, Agent>({
    columns: AGENT_COLUMNS,
    row: agentRow,
    endOf: ({ validUntil }) => validUntil,
    officeOf: ({ managingOfficeCode }) => managingOfficeCode,
  }),
  resolver: AgentResolver,
} as const satisfies KindDefinition<Agent, AgentFilter>;
