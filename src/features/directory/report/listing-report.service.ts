import type { Database } from '../../../database/database';
import { fromGlobalId } from '../../../shared/global-id';
import {
  type FieldFault,
  type InvalidInput,
  invalidInput,
  type NotFound,
  type TooManyAttempts,
  tooManyAttempts,
} from '../../../shared/input-faults.types';
import { newTrackingCode } from '../../../shared/tracking-code';
import type { AttemptStore } from '../../protection/attempts/attempt.store';
import type { Budget } from '../../protection/attempts/budgets.rules';
import type { DirectoryRequest } from '../directory-request';
import { LISTING_KINDS } from '../kinds/listing-kinds';
import type { ListingKind } from '../listing/listing.types';
import type { ListingReport } from './listing-report.entity';
import { isPossibleCode, plainText, reportFaults } from './listing-report.rules';
import type { ListingReportStore } from './listing-report.store';
import {
  type ReportAccepted,
  type ReportListingInput,
  ListingReportReason,
  ListingReportStatus,
  type ReportTracked,
} from './listing-report.types';

const HOUR_MS = 3_600_000;
/** From one network: enough for a person who checks a whole district, too few to flood the operators. */
const REPORTS: Budget = { name: 'reports', attempts: 20, windowMs: HOUR_MS, restarts: false };
/** Codes from one network that no report has. One has 60 random bits: this only keeps guessing from being free. */
const UNKNOWN_CODES: Budget = { name: 'report-codes', attempts: 120, windowMs: HOUR_MS, restarts: false };

const UNKNOWN_REPORT: NotFound = {
  message: 'Không có phản ánh nào mang mã này; hãy kiểm tra lại mã theo dõi (12 ký tự).',
  messageEn: 'No report has this code; check the tracking code (12 characters).',
};

/** Takes reports of wrong entries and tells what became of them. */
export class ListingReportService {
  constructor(
    private readonly database: Database,
    private readonly reports: ListingReportStore,
    private readonly attempts: AttemptStore,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Records a report, or says what is wrong with it. */
  async report(
    input: ReportListingInput,
    caller: string,
    directory: DirectoryRequest,
  ): Promise<ReportAccepted | InvalidInput | TooManyAttempts> {
    const named = namedListing(input);
    const faults = [...reportFaults(input), ...unknownListing(input, named, directory)];
    if (faults.length > 0) return invalidInput(faults);
    const at = this.now().toISOString();
    const report: ListingReport = {
      trackingCode: newTrackingCode(),
      listingKind: named?.kind ?? input.kind ?? '',
      listingCode: named?.code ?? null,
      reason: input.reason,
      message: plainText(input.message),
      latitude: input.latitude ?? null,
      longitude: input.longitude ?? null,
      status: ListingReportStatus.RECEIVED,
      answer: null,
      createdAt: at,
      updatedAt: at,
    };
    return this.database.write(async (manager) => {
      const { isTaken, retryAfterSeconds } = await this.attempts.take(caller, REPORTS, manager);
      if (!isTaken) return tooManyAttempts(retryAfterSeconds);
      await this.reports.add(report, manager);
      return { trackingCode: report.trackingCode, status: ListingReportStatus.RECEIVED };
    });
  }

  /** What became of a report. Only codes that no report has use up tries. */
  track(trackingCode: string, caller: string): Promise<ReportTracked | NotFound | TooManyAttempts> {
    return this.database.write(async (manager) => {
      const { isTaken, retryAfterSeconds } = await this.attempts.take(caller, UNKNOWN_CODES, manager);
      if (!isTaken) return tooManyAttempts(retryAfterSeconds);
      const report = await this.reports.tracked(trackingCode, manager);
      if (!report) return UNKNOWN_REPORT;
      await this.attempts.refund(caller, UNKNOWN_CODES, manager);
      return { ...report, status: report.status as ListingReportStatus };
    });
  }
}

function namedListing(input: ReportListingInput): { kind: ListingKind; code: string } | null {
  if (input.listingId) {
    const named = fromGlobalId(input.listingId);
    const kind = LISTING_KINDS.find(({ entity }) => entity.name === named?.type);
    return named && kind ? { kind: kind.kind, code: named.key } : null;
  }
  return input.kind && input.code ? { kind: input.kind, code: input.code } : null;
}

function unknownListing(
  input: ReportListingInput,
  named: ReturnType<typeof namedListing>,
  directory: DirectoryRequest,
): FieldFault[] {
  if (named && directory.snapshot.listings(named.kind).ordinalOf(named.code) >= 0) return [];
  const isMissing = input.reason === ListingReportReason.MISSING;
  if (isMissing && input.kind && !input.listingId && (!input.code || isPossibleCode(input.code))) return [];
  if (!named && isMissing) {
    const message = 'Hãy chọn loại của nơi còn thiếu.';
    return [{ path: 'kind', message, messageEn: 'Name the kind of the place that is missing.' }];
  }
  return [
    {
      path: input.listingId ? 'listingId' : 'code',
      message: 'Không có mục nào như vậy trong danh mục; hãy lấy `id` hoặc `kind` và `code` từ kết quả tra cứu.',
      messageEn: 'The directory has no such entry; take `id`, or `kind` and `code`, from an answer.',
    },
  ];
}
