import { type ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { checkComplexity } from './complexity';
import { watchOf } from './operation-watch';
import { type QueryLimits } from './options';
import { type RequestContext } from './parts';
import { Refusal } from './refusal';

/** The last questions before an operation runs, once it is known which one it is and that it fits the schema. */
export function admission(limits: QueryLimits): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ contextValue, operation, operationName, document, schema, request }): Promise<void> {
          const watch = watchOf(contextValue.signal);
          if (watch) {
            watch.kind = operation?.operation;
            watch.operationName = operationName ?? undefined;
            if (watch.readOnly && operation && operation.operation !== OperationTypeNode.QUERY)
              throw postOnly(operation.operation);
          }
          if (operation && !schema.getRootType(operation.operation)) throw notServed(operation.operation);
          if (operation)
            checkComplexity(
              { schema, document, operationName: operationName ?? undefined, variables: request.variables ?? {} },
              limits.complexity,
            );
          return Promise.resolve();
        },
      }),
  };
}

/** graphql-js would call a kind of operation that the schema lacks a fault of the server. */
function notServed(kind: string): Refusal {
  return new Refusal('GRAPHQL_VALIDATION_FAILED', { en: `There is no ${kind} here.`, vi: `Ở đây không có ${kind}.` });
}

/** The refusal of what changes something and was sent by GET. */
function postOnly(kind: string): Refusal {
  return new Refusal('METHOD_NOT_ALLOWED', {
    en: `Send a ${kind} by POST.`,
    vi: 'Thao tác thay đổi dữ liệu phải gửi bằng POST.',
  });
}
