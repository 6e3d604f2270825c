import { registerEnumType } from 'type-graphql';

/** Whether an employer takes part in social insurance. */
export enum EmployerStatus {
  PARTICIPATING = 'PARTICIPATING',
  SUSPENDED = 'SUSPENDED',
  STOPPED = 'STOPPED',
}
registerEnumType(EmployerStatus, {
  name: 'EmployerStatus',
  description: 'Whether an employer takes part (tình trạng tham gia).',
  valuesConfig: {
    PARTICIPATING: { description: 'Takes part (đang tham gia).' },
    SUSPENDED: { description: 'Has suspended its contributions (tạm dừng đóng).' },
    STOPPED: { description: 'Takes part no longer (đã dừng tham gia).' },
  },
});
