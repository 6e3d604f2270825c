import {
  ApolloServer,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { type DocumentNode, execute as graphqlExecute, type FormattedExecutionResult, GraphQLError } from 'graphql';
import { duringOperation } from '../shared/operation-signal';
import { formatError, internalError } from './error-format';
import { type GraphqlRequest } from './graphql-request';
import { type OperationWatch } from './operation-watch';
import { type HttpDependencies, type RequestContext } from './dependencies';
import { watchResolvers } from './watched-schema';

/** Runs operations on a schema, with errors made fit to show. */
export interface Executor<C extends RequestContext> {
  /** Runs one operation of a valid document in the context that `open` makes for it. Never rejects. */
  run(work: PlannedWork<C>, watch: OperationWatch): Promise<FormattedExecutionResult>;
  stop(): Promise<void>;
}

/** An operation of a document that was parsed and found valid before. */
interface PlannedWork<C extends RequestContext> {
  readonly request: GraphqlRequest;
  readonly document: DocumentNode;
  open(): C | Promise<C>;
}

/** Errors of one answer that are told; the others are of fields of the same sort. */
const MAX_ERRORS = 100;
/** Length of a SHA-256 in hexadecimal, which Apollo Server's keys of documents end in. */
const HASH_LENGTH = 64;

/**
 * Starts Apollo Server behind an edge of our own: it gets requests that are well formed and within the limits, and finds
 * their documents parsed and validated.
 */
export async function createExecutor<C extends RequestContext>(parts: HttpDependencies<C>): Promise<Executor<C>> {
  const { schema, logger } = parts;
  watchResolvers(schema);
  const handedOver = new Map<string, DocumentNode>();

  /** Executes in the place of Apollo Server, which would make each of any number of errors fit to show. */
  const respond = async ({
    document,
    contextValue,
    request,
  }: GraphQLRequestContextResponseForOperation<C>): Promise<GraphQLResponse> => {
    const { variables, operationName } = request;
    const { data, errors } = await graphqlExecute({
      schema,
      document,
      contextValue,
      variableValues: variables,
      operationName,
    });
    // What was stopped ends in the error of each field that it still had; the refusal is told in their place.
    const shown = contextValue.signal.aborted ? [] : errors?.slice(0, MAX_ERRORS);
    const result = {
      ...(data === undefined ? {} : { data }),
      ...(shown && { errors: shown.map((error) => formatError(error.toJSON(), error, logger)) }),
    };
    return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: result } };
  };
  const apollo = new ApolloServer<C>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger,
    persistedQueries: false,
    documentStore: {
      get: (key) => Promise.resolve(handedOver.get(key.slice(-HASH_LENGTH))),
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(false),
    },
    plugins: [
      { requestDidStart: () => Promise.resolve({ responseForOperation: respond }) },
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();

  const execute = async (work: PlannedWork<C>): Promise<FormattedExecutionResult> => {
    const { request, document } = work;
    const contextValue = await work.open();
    const { documentHash, variables, operationName } = request;
    const query = request.query ?? document.loc?.source.body ?? '';
    try {
      handedOver.set(documentHash, document);
      const { body } = await apollo.executeOperation(
        {
          query,
          ...(variables === undefined ? {} : { variables }),
          ...(operationName === undefined ? {} : { operationName }),
        },
        { contextValue },
      );
      if (body.kind === 'single') return body.singleResult;
      throw new Error('The schema has no incremental delivery.');
    } finally {
      // Where an equal document took the place of this one, the request that it belongs to still looks for it.
      if (handedOver.get(documentHash) === document) handedOver.delete(documentHash);
      await contextValue.close?.();
    }
  };

  return {
    async run(work, watch) {
      const executed = duringOperation(watch.signal, () => execute(work));
      const result = executed.catch((fault: unknown): FormattedExecutionResult => {
        const shown =
          fault instanceof GraphQLError ? formatError(fault.toJSON(), fault, logger) : internalError(fault, logger);
        return { errors: [shown] };
      });
      const ended = await watch.race(result);
      if (watch.refusal) return { errors: [watch.refusal.toJSON()] };
      if (ended === 'stopped') throw new Error('An operation was stopped without a reason.');
      return ended;
    },
    stop: () => apollo.stop(),
  };
}
