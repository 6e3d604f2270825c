import type { BilingualMessage } from '../../../shared/errors';
import type { Profile } from '../../accounts/viewer.types';
import type { NoticeInfo } from '../../notifications/notice.types';
import type { IdentityDocumentView } from '../../people/document/identity-document.types';
import type { AccessRecord } from '../../people/access.types';
import type { Sex } from '../../people/sex.types';
import type { ContributionTime } from '../contribution-time.rules';
import type { BenefitKind, InsuranceKind } from '../insurance-kind.types';
import type { BenefitRecord, ContributionRecord, VisitRecord } from '../record.types';

/** A period of the health card, as it stands on record. */
export interface ExportedCard {
  readonly number: string;
  readonly objectCode: string;
  readonly benefitLevel: number;
  /** On the day of the export; null when the tables do not know the level. */
  readonly coveragePercent: number | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly fiveYearsFrom: string | null;
  readonly registeredClinicCode: string | null;
  readonly issuingOfficeCode: string | null;
}

/** A benefit, by the names that the schema uses. */
export interface ExportedBenefit extends Omit<BenefitRecord, 'id' | 'fromDay' | 'toDay'> {
  readonly from: string;
  readonly to: string | null;
}

/** A visit, by the names that the schema uses. */
export interface ExportedVisit extends Omit<VisitRecord, 'id' | 'admittedOn' | 'dischargedOn'> {
  readonly admittedAt: string;
  readonly dischargedAt: string | null;
}

/** A contribution, by the names that the schema uses. */
export type ExportedContribution = Omit<ContributionRecord, 'id'>;

/** All contributions to one insurance and what they add up to. */
export interface ExportedContributions {
  readonly total: ContributionTime;
  readonly periods: readonly ExportedContribution[];
}

/** What an insurance record holds, of the person or of a child. */
export interface ExportedRecord {
  readonly healthCards: readonly ExportedCard[];
  readonly contributions: Readonly<Record<InsuranceKind, ExportedContributions>>;
  readonly benefits: Readonly<Record<BenefitKind, readonly ExportedBenefit[]>>;
  readonly visits: readonly ExportedVisit[];
}

/** A child under 18 whose approved guardian the person is, as far as a guardian may see. */
interface ExportedChild extends ExportedRecord {
  readonly bhxhCode: string;
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly sex: Sex;
}

/** An identity paper; its number as the profile shows it. */
type ExportedDocument = Omit<IdentityDocumentView, 'number'>;

/** The access of the person, without anything that opens it. */
interface ExportedAccount {
  readonly createdAt: string;
  readonly passwordSetAt: string;
  readonly passwordExpiresAt: string;
}

/** A device that is signed in. */
interface ExportedSession {
  readonly deviceName: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  readonly current: boolean;
}

/** That a message was sent; its words are erased with the delivery. */
interface ExportedMessage {
  readonly channel: string;
  readonly status: string;
  readonly createdAt: string;
  readonly sentAt: string | null;
}

/**
 * Everything that is on record about one person, in the shape of the file that they get. `version` rises with every
 * change that could break a reader; new fields may come at any time.
 */
export interface PersonalExport extends ExportedRecord {
  readonly format: 'bhxh-personal-data';
  readonly version: 1;
  /** ISO 8601 instant, UTC. */
  readonly exportedAt: string;
  /** Whether the person is made up. */
  readonly demonstration: boolean;
  readonly remarks: readonly BilingualMessage[];
  /** What the names of fields, units and codes mean. */
  readonly meanings: Readonly<Record<string, BilingualMessage>>;
  readonly profile: Omit<Profile, 'passwordExpiresAt' | 'personId'> & {
    readonly provinceCode: string | null;
    readonly registeredClinicCode: string | null;
  };
  readonly identityDocuments: readonly ExportedDocument[];
  readonly account: ExportedAccount;
  readonly children: readonly ExportedChild[];
  readonly sessions: readonly ExportedSession[];
  readonly messages: readonly ExportedMessage[];
  /** Newest first, read page by page: these two can be long. */
  readonly notices: AsyncIterable<readonly NoticeInfo[]>;
  readonly accessLog: AsyncIterable<readonly AccessRecord[]>;
  /** What is kept and not handed out, and why. */
  readonly withheld: readonly BilingualMessage[];
}
