import 'reflect-metadata';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { buildSchemaSync, type ContainerType, type NonEmptyArray } from 'type-graphql';
import { PasswordResolver } from '../features/accounts/password/password.resolver';
import { SignInResolver } from '../features/accounts/sign-in/sign-in.resolver';
import { ViewerResolver } from '../features/accounts/viewer.resolver';
import { AgentResolver } from '../features/directory/agent/agent.resolver';
import { ClinicResolver } from '../features/directory/clinic/clinic.resolver';
import { EmployerResolver } from '../features/directory/employer/employer.resolver';
import { ListingResolver } from '../features/directory/kinds/listing.resolver';
import { NodeResolver } from '../features/directory/kinds/node.resolver';
import { SourceResolver } from '../features/directory/kinds/source.resolver';
import { LocationResolver } from '../features/directory/location/location.resolver';
import { MapResolver } from '../features/directory/map/map.resolver';
import { OfficeResolver } from '../features/directory/office/office.resolver';
import { RevisionResolver } from '../features/directory/revision/directory-revision.resolver';
import { ListingReportResolver } from '../features/directory/report/listing-report.resolver';
import { SearchResolver } from '../features/directory/search-box/search.resolver';
import { UnitResolver } from '../features/directory/unit/unit.resolver';
import { AccessResolver } from '../features/people/access.resolver';
import { LookupResolver } from '../features/people/lookup/lookup.resolver';
import { ChildResolver, ViewerChildResolver } from '../features/records/child/child.resolver';
import { HealthCardResolver, VerifiedCardResolver, ViewerCardResolver } from '../features/records/health-card.resolver';
import { ContributionResolver, VisitResolver } from '../features/records/record-directory.resolver';
import { ViewerRecordResolver } from '../features/records/viewer-record.resolver';
import { NoticeResolver } from '../features/notifications/notice.resolver';

const RESOLVERS: NonEmptyArray<new (...parts: never[]) => object> = [
  OfficeResolver,
  ClinicResolver,
  EmployerResolver,
  AgentResolver,
  ListingResolver,
  SourceResolver,
  NodeResolver,
  SearchResolver,
  MapResolver,
  LocationResolver,
  UnitResolver,
  RevisionResolver,
  ListingReportResolver,
  ViewerResolver,
  SignInResolver,
  PasswordResolver,
  NoticeResolver,
  ViewerRecordResolver,
  ViewerChildResolver,
  ChildResolver,
  ViewerCardResolver,
  HealthCardResolver,
  VerifiedCardResolver,
  ContributionResolver,
  VisitResolver,
  AccessResolver,
  LookupResolver,
];

/** Builds the executable schema; `container` hands out the resolvers with their services. */
export function buildGatewaySchema(container: ContainerType): GraphQLSchema {
  const schema = buildSchemaSync({ resolvers: RESOLVERS, container, validate: false });
  describe(schema.getQueryType(), 'What can be asked (truy vấn).');
  describe(
    schema.getMutationType(),
    'What can be done, and what is asked with personal input, which must not stand in a URL.',
  );
  return schema;
}

/** type-graphql makes the root types itself and leaves them without a description. */
function describe(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}
