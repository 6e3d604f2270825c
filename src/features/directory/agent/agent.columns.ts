import { anyCode, choice, listOf, optional, required, type RecordColumns } from '../../../shared/columns';
import {
  checkListing,
  LISTING_FIELDS,
  listingColumns,
  type ListingDraft,
  type RowOrigin,
} from '../listing/listing.columns';
import type { RowOf } from '../../../database/versioned-row.entity';
import { AgentKind, AgentService } from './agent.types';
import type { Agent } from './agent.entity';

/** The fields of one row of agents. */
export interface AgentDraft extends ListingDraft {
  readonly kind: AgentKind;
  readonly services: AgentService[] | null;
  readonly managingOfficeCode: string | null;
}

/** Which column of a list of collection points means what. */
export const AGENT_COLUMNS: RecordColumns<AgentDraft> = {
  fields: {
    code: required(anyCode, { en: 'Code of the collection point', vi: 'Mã điểm thu' }, true),
    ...LISTING_FIELDS,
    kind: optional<AgentKind, AgentKind>(choice(AgentKind), AgentKind.OTHER, {
      en: 'Who runs it (default OTHER)',
      vi: 'Loại điểm thu (mặc định OTHER)',
    }),
    services: optional(listOf(choice(AgentService)), null, {
      en: 'What can be paid there, separated by |',
      vi: 'Dịch vụ thu, ngăn cách bằng |',
    }),
    managingOfficeCode: optional(
      anyCode,
      null,
      { en: 'Code of the office it belongs to', vi: 'Mã cơ quan BHXH quản lý' },
      true,
    ),
  },
  check: checkListing,
};

/** The row that a draft of a collection point becomes. */
export function agentRow(draft: AgentDraft, origin: RowOrigin): RowOf<Agent> {
  return {
    kind: draft.kind,
    serviceList: draft.services,
    managingOfficeCode: draft.managingOfficeCode,
    ...listingColumns(draft, origin),
  };
}
