import { Directory1764000000000 } from '../database/migrations/1764000000000-directory';
import { ListingReport1764100000000 } from '../database/migrations/1764100000000-listing-report';
import { ImportIssue1764200000000 } from '../database/migrations/1764200000000-import-issue';
import { People1764300000000 } from '../database/migrations/1764300000000-people';
import { Accounts1764310000000 } from '../database/migrations/1764310000000-accounts';
import { Notifications1764320000000 } from '../database/migrations/1764320000000-notifications';
import { TrustedDevices1764330000000 } from '../database/migrations/1764330000000-trusted-devices';
import { EndsOfAccess1764420000000 } from '../database/migrations/1764420000000-ends-of-access';
import { CardKeyGenerations1764430000000 } from '../database/migrations/1764430000000-card-key-generations';
import { AccessActors1764430100000 } from '../database/migrations/1764430100000-access-actors';
import { VisitsOfOneDay1764430200000 } from '../database/migrations/1764430200000-visits-of-one-day';
import { Jobs1764440000000 } from '../database/migrations/1764440000000-jobs';
import { SoleIdentifiers1764441000000 } from '../database/migrations/1764441000000-sole-identifiers';
import { IdentityDocuments1764500100000 } from '../database/migrations/1764500100000-identity-documents';
import { StatutoryValues1764500000000 } from '../database/migrations/1764500000000-statutory-values';
import { Account } from '../features/accounts/account.entity';
import { Otp } from '../features/accounts/otp/otp.entity';
import { Session } from '../features/accounts/session/session.entity';
import { TrustedDevice } from '../features/accounts/session/trusted-device.entity';
import { Attempt } from '../features/protection/attempts/attempt.entity';
import { Source } from '../features/directory/listing/source.entity';
import { DirectoryState } from '../features/directory/publication/directory-state.entity';
import { ImportIssueRecord } from '../features/directory/publication/import-issue.entity';
import { PUBLISHED_TABLES } from '../features/directory/kinds/published-kinds';
import { Revision } from '../features/directory/publication/revision.entity';
import { ListingReport } from '../features/directory/report/listing-report.entity';
import { JobRow } from '../features/jobs/job.entity';
import { LeaseRow } from '../features/jobs/lease.entity';
import { Notice } from '../features/notifications/notice.entity';
import { OutboxMessage } from '../features/notifications/outbox-message.entity';
import { AccessEntry } from '../features/people/access-entry.entity';
import { IdentityDocument } from '../features/people/document/identity-document.entity';
import { Person } from '../features/people/person.entity';
import { PersonIdentifier } from '../features/people/person-identifier.entity';
import { SpentToken } from '../features/protection/spent-tokens/spent-token.entity';
import { Benefit } from '../features/records/benefit.entity';
import { CardSigningKey } from '../features/records/card-signing-key.entity';
import { Contribution } from '../features/records/contribution.entity';
import { HealthCard } from '../features/records/health-card.entity';
import { Visit } from '../features/records/visit.entity';
import { StatutoryValue } from '../features/statutory/statutory-value.entity';

/** Every table of the service. A new entity is named here, and a test holds this list against the migrations. */
export const ENTITIES = [
  ...PUBLISHED_TABLES.map(({ entity }) => entity),
  Source,
  Revision,
  DirectoryState,
  ImportIssueRecord,
  ListingReport,
  Person,
  PersonIdentifier,
  IdentityDocument,
  AccessEntry,
  SpentToken,
  Contribution,
  Benefit,
  Visit,
  HealthCard,
  CardSigningKey,
  Account,
  Session,
  TrustedDevice,
  Otp,
  Attempt,
  Notice,
  OutboxMessage,
  LeaseRow,
  JobRow,
  StatutoryValue,
];

/** The migration history, oldest first. */
export const MIGRATIONS = [
  Directory1764000000000,
  ListingReport1764100000000,
  ImportIssue1764200000000,
  People1764300000000,
  Accounts1764310000000,
  Notifications1764320000000,
  TrustedDevices1764330000000,
  EndsOfAccess1764420000000,
  CardKeyGenerations1764430000000,
  AccessActors1764430100000,
  VisitsOfOneDay1764430200000,
  Jobs1764440000000,
  SoleIdentifiers1764441000000,
  StatutoryValues1764500000000,
  IdentityDocuments1764500100000,
];
