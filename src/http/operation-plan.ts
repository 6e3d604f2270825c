import {
  type DocumentNode,
  getOperationAST,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { costOf } from './complexity';
import { type Documents } from './documents';
import { type GraphqlRequest } from './graphql-request';
import { type QueryLimits } from './options';
import { Refusal } from './refusal';
import { checkVariables } from './variables';

/** An operation that may run: it fits the schema, its variables fit it, and it costs no more than is allowed. */
export interface OperationPlan {
  readonly document: DocumentNode;
  readonly kind: OperationTypeNode;
  readonly operationName: string | undefined;
  /** See `costOf`. */
  readonly cost: number;
}

/** Everything that is asked of an operation before anything is done for it. Throws `Refusal` or `Refusals`. */
export function planOperation(
  request: GraphqlRequest,
  readOnly: boolean,
  { schema, documents, limits }: { schema: GraphQLSchema; documents: Documents; limits: QueryLimits },
): OperationPlan {
  const document = documents.read(request);
  const operation = operationOf(document, request.operationName);
  const kind = operation.operation;
  if (readOnly && kind !== OperationTypeNode.QUERY) throw postOnly(kind);
  if (!schema.getRootType(kind)) throw notServed(kind);
  const variables = request.variables ?? {};
  checkVariables(schema, operation, variables);
  const operationName = operation.name?.value;
  const cost = costOf({ schema, document, operationName, variables }, limits.complexity);
  return { document, kind, operationName, cost };
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation) return operation;
  const hasNone = document.definitions.every(({ kind }) => kind !== Kind.OPERATION_DEFINITION);
  if (hasNone) throw noOperation('The document has no operation.', 'Văn bản truy vấn không có thao tác nào.');
  if (name === undefined)
    throw noOperation(
      'The document has several operations: say which one with operationName.',
      'Văn bản truy vấn có nhiều thao tác: hãy nêu operationName.',
    );
  throw noOperation('The document has no operation of this name.', 'Văn bản truy vấn không có thao tác mang tên này.');
}

function noOperation(en: string, vi: string): Refusal {
  return new Refusal('OPERATION_RESOLUTION_FAILURE', { en, vi });
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
