import type { ContainerType } from 'type-graphql';
import type { Database } from '../database/database';
import { AgentResolver } from '../features/directory/agent/agent.resolver';
import { ClinicResolver } from '../features/directory/clinic/clinic.resolver';
import { EmployerResolver } from '../features/directory/employer/employer.resolver';
import { ListingListService } from '../features/directory/lists/listing-list.service';
import { ListingStore } from '../features/directory/listing/listing.store';
import { MapResolver } from '../features/directory/map/map.resolver';
import { MapService } from '../features/directory/map/map.service';
import { OfficeResolver } from '../features/directory/office/office.resolver';
import { ListingReportResolver } from '../features/directory/report/listing-report.resolver';
import { ListingReportService } from '../features/directory/report/listing-report.service';

/** Resolvers that need services, by their class. */
export type MadeResolvers = readonly (readonly [resolver: unknown, instance: object])[];

/** The resolvers of the public directory. */
export function directoryResolvers(database: Database): MadeResolvers {
  const lists = new ListingListService();
  const store = new ListingStore(database);
  return [
    [OfficeResolver, new OfficeResolver(lists)],
    [ClinicResolver, new ClinicResolver(lists)],
    [EmployerResolver, new EmployerResolver(lists, store)],
    [AgentResolver, new AgentResolver(lists)],
    [MapResolver, new MapResolver(new MapService(store))],
    [ListingReportResolver, new ListingReportResolver(new ListingReportService(database))],
  ];
}

/** Hands out the resolvers that were made; the others are made by their class alone. */
export function resolverContainer(...groups: readonly MadeResolvers[]): ContainerType {
  const made = new Map<unknown, object>(groups.flat());
  return {
    get: (resolver: new () => object): object => {
      const instance = made.get(resolver) ?? new resolver();
      made.set(resolver, instance);
      return instance;
    },
  };
}
