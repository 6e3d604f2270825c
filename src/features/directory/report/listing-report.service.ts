import type { Database } from '../../../database/database';
import { AttemptBudget } from '../../../shared/attempt-budget';
import { fromGlobalId } from '../../../shared/global-id';
import {
  type FieldFault,
  type InvalidInput,
  invalidInput,
  type NotFound,
  type TooManyAttempts,
  tooManyAttempts,
} from '../../../shared/input-faults.types';
import { newTrackingCode, readTrackingCode } from '../../../shared/tracking-code';
import type { DirectoryRequest } from '../directory-request';
import { LISTING_KINDS } from '../kinds/listing-kinds';
import type { ListingKind } from '../listing/listing.types';
import { ListingReport } from './listing-report.entity';
import { isPossibleCode, plainText, reportFaults } from './listing-report.rules';
import {
  type ReportAccepted,
  type ReportListingInput,
  ListingReportReason,
  ListingReportStatus,
  type ReportTracked,
} from './listing-report.types';

const HOUR_SECONDS = 3_600;
/** Enough for a person who checks a whole district, too few to flood the operators. */
const REPORTS_PER_HOUR = 20;
/** A code has 60 random bits: this only keeps guessing from being free. */
const TRACKINGS_PER_HOUR = 120;

/** Takes reports of wrong entries and tells what became of them. */
export class ListingReportService {
  private readonly reports = new AttemptBudget(REPORTS_PER_HOUR, HOUR_SECONDS);
  private readonly trackings = new AttemptBudget(TRACKINGS_PER_HOUR, HOUR_SECONDS);

  constructor(
    private readonly database: Database,
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
    const retryAfterSeconds = await this.reports.take(caller);
    if (retryAfterSeconds !== null) return tooManyAttempts(retryAfterSeconds);
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
    await this.database.write((manager) => manager.insert(ListingReport, report));
    return { trackingCode: report.trackingCode, status: ListingReportStatus.RECEIVED };
  }

  /** What became of a report. */
  async track(trackingCode: string, caller: string): Promise<ReportTracked | NotFound | TooManyAttempts> {
    const retryAfterSeconds = await this.trackings.take(caller);
    if (retryAfterSeconds !== null) return tooManyAttempts(retryAfterSeconds);
    const code = readTrackingCode(trackingCode);
    const report = code === null ? null : await this.database.read(ListingReport).findOneBy({ trackingCode: code });
    if (report) return { ...report, status: report.status as ListingReportStatus };
    return {
      message: 'Không có phản ánh nào mang mã này; hãy kiểm tra lại mã theo dõi (12 ký tự).',
      messageEn: 'No report has this code; check the tracking code (12 characters).',
    };
  }

  /** Reports that wait for an answer, oldest first. */
  open(): Promise<ListingReport[]> {
    const waiting = [ListingReportStatus.RECEIVED, ListingReportStatus.IN_REVIEW];
    return this.database
      .read(ListingReport)
      .find({ where: waiting.map((status) => ({ status })), order: { createdAt: 'ASC' } });
  }

  /** Records what the operators decided. False when no report has the code. */
  async answer(trackingCode: string, status: ListingReportStatus, answer: string | null): Promise<boolean> {
    const code = readTrackingCode(trackingCode);
    if (code === null) return false;
    const updatedAt = this.now().toISOString();
    const result = await this.database.write((manager) =>
      manager.update(ListingReport, code, { status, answer, updatedAt }),
    );
    return result.affected === 1;
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
