import type { EntityManager } from 'typeorm';
import type { Database } from '../../../database/database';
import { readTrackingCode } from '../../../shared/tracking-code';
import { ListingReport } from './listing-report.entity';
import { ListingReportStatus } from './listing-report.types';

/** Keeps what people said of wrong entries. */
export class ListingReportStore {
  constructor(
    private readonly database: Database,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async add(report: ListingReport, manager: EntityManager): Promise<void> {
    await manager.insert(ListingReport, report);
  }

  /** The report with a tracking code as a person typed it. */
  async tracked(trackingCode: string, manager: EntityManager): Promise<ListingReport | null> {
    const code = readTrackingCode(trackingCode);
    return code === null ? null : manager.findOneBy(ListingReport, { trackingCode: code });
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
