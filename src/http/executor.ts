import { ApolloServer, type GraphQLRequest } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { type FormattedExecutionResult, GraphQLError } from 'graphql';
import { admission } from './admission';
import { formatError, internalError } from './error-format';
import { type GraphqlRequest } from './graphql-request';
import { type OperationWatch, stopResolversWhenOver, timeoutRefusal } from './operation-watch';
import { type HttpParts, type RequestContext } from './parts';
import { createPersistedQueryStore } from './persisted-queries';

/** What came of an operation. */
interface Executed {
  readonly result: FormattedExecutionResult;
  readonly kind: OperationWatch['kind'];
  readonly operationName: string | undefined;
}

/** Runs operations on a schema: persisted queries, validation, cost, time-out, and errors made fit to show. */
export interface Executor<C extends RequestContext> {
  /** Runs one operation in the context that `open` makes for it. Never rejects. */
  run(request: GraphqlRequest, watch: OperationWatch, open: () => C | Promise<C>): Promise<Executed>;
  stop(): Promise<void>;
}

/** Starts Apollo Server behind an edge of our own: it gets requests that are well formed and within the limits. */
export async function createExecutor<C extends RequestContext>(parts: HttpParts<C>): Promise<Executor<C>> {
  const { schema, logger, options } = parts;
  stopResolversWhenOver(schema);
  const apollo = new ApolloServer<C>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger,
    parseOptions: { maxTokens: options.limits.tokens },
    persistedQueries: { cache: createPersistedQueryStore(options.cache.persistedQueriesMaxBytes), ttl: null },
    formatError: (formatted, error) => formatError(formatted, error, logger),
    plugins: [
      admission(options.limits),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();

  const execute = async (request: GraphqlRequest, open: () => C | Promise<C>): Promise<FormattedExecutionResult> => {
    const contextValue = await open();
    try {
      const { body } = await apollo.executeOperation(toApollo(request), { contextValue });
      if (body.kind === 'single') return body.singleResult;
      throw new Error('The schema has no incremental delivery.');
    } finally {
      await contextValue.close?.();
    }
  };

  return {
    async run(request, watch, open) {
      const work = execute(request, open).catch((fault: unknown): FormattedExecutionResult => {
        const shown =
          fault instanceof GraphQLError ? formatError(fault.toJSON(), fault, logger) : internalError(fault, logger);
        return { errors: [shown] };
      });
      const ended = await watch.race(work);
      const result =
        ended === 'overdue' || watch.timedOut ? { errors: [timeoutRefusal(watch.timeoutMs).toJSON()] } : ended;
      return { result, kind: watch.kind, operationName: watch.operationName };
    },
    stop: () => apollo.stop(),
  };
}

function toApollo({ query, variables, operationName, extensions }: GraphqlRequest): GraphQLRequest {
  return {
    ...(query === undefined ? {} : { query }),
    ...(variables === undefined ? {} : { variables }),
    ...(operationName === undefined ? {} : { operationName }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}
