import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { InvalidInput, NotFound, TooManyAttempts } from '../../../shared/input-faults.types';
import type { GatewayContext } from '../../context';
import type { ListingReportService } from './listing-report.service';
import {
  type ReportAccepted,
  ReportListingInput,
  ReportListingResult,
  type ReportTracked,
  TrackListingReportResult,
} from './listing-report.types';

@Resolver()
export class ListingReportResolver {
  constructor(private readonly reports: ListingReportService) {}

  @Mutation(() => ReportListingResult, {
    description: 'Reports a wrong or missing entry (phản ánh thông tin sai); anyone can.',
  })
  reportListing(
    @Arg('input', () => ReportListingInput, { description: 'What is wrong.' }) input: ReportListingInput,
    @Ctx() { directory, caller }: GatewayContext,
  ): Promise<ReportAccepted | InvalidInput | TooManyAttempts> {
    return this.reports.report(input, caller, directory);
  }

  @Mutation(() => TrackListingReportResult, {
    description: 'Tells what became of a report (theo dõi phản ánh). A mutation, so that the code is never in a URL.',
  })
  trackListingReport(
    @Arg('trackingCode', () => String, { description: 'The code that `reportListing` gave.' }) trackingCode: string,
    @Ctx() { caller }: GatewayContext,
  ): Promise<ReportTracked | NotFound | TooManyAttempts> {
    return this.reports.track(trackingCode, caller);
  }
}
