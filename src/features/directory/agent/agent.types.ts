import { registerEnumType } from 'type-graphql';

/** Who runs a collection point. */
export enum AgentKind {
  POST_OFFICE = 'POST_OFFICE',
  COLLECTION_AGENT = 'COLLECTION_AGENT',
  COMMUNE_PEOPLES_COMMITTEE = 'COMMUNE_PEOPLES_COMMITTEE',
  HEALTH_STATION = 'HEALTH_STATION',
  ASSOCIATION = 'ASSOCIATION',
  BANK = 'BANK',
  OTHER = 'OTHER',
}
registerEnumType(AgentKind, {
  name: 'AgentKind',
  description: 'Who runs a collection point (loại điểm thu).',
  valuesConfig: {
    POST_OFFICE: { description: 'A post office (bưu điện).' },
    COLLECTION_AGENT: { description: 'A company that collects on contract (tổ chức dịch vụ thu).' },
    COMMUNE_PEOPLES_COMMITTEE: { description: "A commune's people's committee (UBND xã)." },
    HEALTH_STATION: { description: 'A health station (trạm y tế).' },
    ASSOCIATION: { description: 'A social organisation (hội, đoàn thể).' },
    BANK: { description: 'A bank (ngân hàng).' },
    OTHER: { description: 'Any other organisation.' },
  },
});

/** What can be paid at a collection point. */
export enum AgentService {
  VOLUNTARY_SOCIAL_INSURANCE = 'VOLUNTARY_SOCIAL_INSURANCE',
  HOUSEHOLD_HEALTH_INSURANCE = 'HOUSEHOLD_HEALTH_INSURANCE',
}
/** The bit of each service in the packed column `services`. */
export const AGENT_SERVICES: readonly AgentService[] = Object.values(AgentService);
registerEnumType(AgentService, {
  name: 'AgentService',
  description: 'What can be paid at a collection point (dịch vụ thu).',
  valuesConfig: {
    VOLUNTARY_SOCIAL_INSURANCE: { description: 'Voluntary social insurance (BHXH tự nguyện).' },
    HOUSEHOLD_HEALTH_INSURANCE: { description: 'Health insurance of a household (BHYT hộ gia đình).' },
  },
});
