import { createUnionType, Field, Float, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { InvalidInput, NotFound, TooManyAttempts } from '../../../shared/input-faults.types';
import { DateTimeScalar } from '../../../shared/scalars';
import { ListingKind } from '../kinds/listing-kind.types';

/** What is wrong with an entry. */
export enum ListingReportReason {
  WRONG_NAME = 'WRONG_NAME',
  WRONG_ADDRESS = 'WRONG_ADDRESS',
  WRONG_POSITION = 'WRONG_POSITION',
  WRONG_PHONE = 'WRONG_PHONE',
  WRONG_HOURS = 'WRONG_HOURS',
  CLOSED = 'CLOSED',
  MISSING = 'MISSING',
  OTHER = 'OTHER',
}
registerEnumType(ListingReportReason, {
  name: 'ListingReportReason',
  description: 'What is wrong with an entry (nội dung sai).',
  valuesConfig: {
    WRONG_NAME: { description: 'The name is wrong.' },
    WRONG_ADDRESS: { description: 'The address is wrong.' },
    WRONG_POSITION: { description: 'The position on the map is wrong.' },
    WRONG_PHONE: { description: 'A telephone number is wrong.' },
    WRONG_HOURS: { description: 'The opening hours are wrong.' },
    CLOSED: { description: 'The place has closed or moved.' },
    MISSING: { description: 'A place is missing from the directory.' },
    OTHER: { description: 'Anything else.' },
  },
});

/** How far a report has come. */
export enum ListingReportStatus {
  RECEIVED = 'RECEIVED',
  IN_REVIEW = 'IN_REVIEW',
  CORRECTED = 'CORRECTED',
  REJECTED = 'REJECTED',
}
registerEnumType(ListingReportStatus, {
  name: 'ListingReportStatus',
  description: 'How far a report has come (trạng thái phản ánh).',
  valuesConfig: {
    RECEIVED: { description: 'It was received (đã tiếp nhận).' },
    IN_REVIEW: { description: 'It is being checked (đang kiểm tra).' },
    CORRECTED: { description: 'The entry was corrected (đã sửa).' },
    REJECTED: { description: 'The entry is right as it is (không sửa).' },
  },
});

@InputType({
  description: 'A wrong entry: name it by `listingId`, or by `kind` and `code`; for a missing one `kind` is enough.',
})
export class ReportListingInput {
  @Field(() => ID, { nullable: true, description: 'Identifier of the entry.' })
  listingId?: string | null;

  @Field(() => ListingKind, {
    nullable: true,
    description: 'Kind of the entry, when it is named by its code or missing.',
  })
  kind?: ListingKind | null;

  @Field(() => String, { nullable: true, description: 'Code of the entry, with `kind`.' })
  code?: string | null;

  @Field(() => ListingReportReason, { description: 'What is wrong.' })
  reason: ListingReportReason;

  @Field(() => String, { description: 'What would be right, 5 to 2000 characters. Write nothing about persons.' })
  message: string;

  @Field(() => Float, { nullable: true, description: 'Where the place really is, degrees north.' })
  latitude?: number | null;

  @Field(() => Float, { nullable: true, description: 'Where the place really is, degrees east.' })
  longitude?: number | null;
}

@ObjectType({ description: 'Returned when the report was received.' })
export class ReportAccepted {
  @Field(() => String, { description: 'Code to follow the report with (mã theo dõi); keep it.' })
  trackingCode: string;

  @Field(() => ListingReportStatus, { description: 'How far the report has come.' })
  status: ListingReportStatus;
}

@ObjectType({ description: 'Returned when the tracking code names a report.' })
export class ReportTracked {
  @Field(() => String, { description: 'Code of the report (mã theo dõi).' })
  trackingCode: string;

  @Field(() => ListingReportStatus, { description: 'How far the report has come.' })
  status: ListingReportStatus;

  @Field(() => String, { nullable: true, description: 'What the operators answered.' })
  answer: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was received.' })
  createdAt: string;

  @Field(() => DateTimeScalar, { description: 'When something last happened to it.' })
  updatedAt: string;
}

export const ReportListingResult = createUnionType({
  name: 'ReportListingResult',
  description: 'What became of sending a report.',
  types: () => [ReportAccepted, InvalidInput, TooManyAttempts] as const,
  resolveType: (value) =>
    'trackingCode' in value ? ReportAccepted : 'fields' in value ? InvalidInput : TooManyAttempts,
});

export const TrackListingReportResult = createUnionType({
  name: 'TrackListingReportResult',
  description: 'What became of following a report.',
  types: () => [ReportTracked, NotFound, TooManyAttempts] as const,
  resolveType: (value) =>
    'trackingCode' in value ? ReportTracked : 'retryAfterSeconds' in value ? TooManyAttempts : NotFound,
});
