import { randomBytes } from 'node:crypto';
import { ListingReport } from '../../src/features/directory/report/listing-report.entity';
import { ListingReportService } from '../../src/features/directory/report/listing-report.service';
import { ListingReportStore } from '../../src/features/directory/report/listing-report.store';
import { ListingReportReason, type ReportListingInput } from '../../src/features/directory/report/listing-report.types';
import { AttemptStore } from '../../src/features/protection/attempts/attempt.store';
import { fixedKeys } from '../../src/shared/sealing/key-file';
import { KeyRing } from '../../src/shared/sealing/key-ring';
import { eachDialect, openDatabase, testDatabase } from '../setup/test-database';
import { TestGateway } from './gateway';
import { publish, SMALL_DIRECTORY } from './small-directory';

const HOUR_MS = 3_600_000;
const WRONG: ReportListingInput = {
  kind: 'CLINIC',
  code: '01A01',
  reason: ListingReportReason.OTHER,
  message: 'Số điện thoại đã đổi.',
};

eachDialect('reports taken by two gateways', (dialect) => {
  let services: ListingReportService[];
  let gateway: TestGateway;
  let passedMs = 0;
  let close: () => Promise<void>;
  const names = async (work: (service: ListingReportService, at: number) => Promise<object>, times: number) => {
    const results = await Promise.all(
      Array.from({ length: times }, (_, at) => work(services[at % 2] as ListingReportService, at)),
    );
    return results.map((result) => ('retryAfterSeconds' in result ? 'refused' : 'taken'));
  };

  beforeAll(async () => {
    const { database, location } = await testDatabase(dialect);
    await publish(database, SMALL_DIRECTORY);
    gateway = new TestGateway(database);
    await gateway.snapshots.refresh();
    const other = await openDatabase(location);
    close = () => other.close();
    const keyRing = new KeyRing(fixedKeys(`test:${randomBytes(32).toString('base64url')}`));
    const now = (): Date => new Date(Date.parse('2026-03-02T02:00:00Z') + passedMs);
    services = [database, other].map(
      (own) => new ListingReportService(own, new ListingReportStore(own, now), new AttemptStore(keyRing, now), now),
    );
  });
  afterAll(() => close());

  it('share one budget of twenty an hour, and what is refused is not written', async () => {
    const report = (service: ListingReportService): Promise<object> =>
      service.report(WRONG, 'a network', gateway.request());
    const results = await names(report, 30);
    expect(results.filter((result) => result === 'taken')).toHaveLength(20);
    expect(await gateway.services.database.read(ListingReport).count()).toBe(20);
    passedMs += HOUR_MS + 1;
    expect(await names(report, 1)).toEqual(['taken']);
  });

  it('tell those who have a code any number of times, and those who guess 120 times', async () => {
    const accepted = await services[0]?.report(WRONG, 'another network', gateway.request());
    const { trackingCode } = accepted as { trackingCode: string };
    const known = await names((service) => service.track(trackingCode, 'a reader'), 130);
    expect(new Set(known)).toEqual(new Set(['taken']));
    const guesses = await names((service) => service.track('AAAABBBBCCCC', 'a reader'), 130);
    expect(guesses.filter((result) => result === 'taken')).toHaveLength(120);
  });
});
