import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { errorCodes } from './error-codes';
import { Refusal, Refusals } from './refusal';
import { redacted } from './redaction';

/** Faults that are told of one request; further ones are usually of the same sort. */
const MAX_FAULTS = 10;

/** Throws `Refusals`, the first faults, when variables do not fit their types. */
export function checkVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: MAX_FAULTS,
  });
  if (errors.length === 0) return;
  throw new Refusals(
    // After the last of them graphql-js adds that it has stopped looking.
    errors
      .slice(0, MAX_FAULTS)
      .map(
        ({ message, nodes }) =>
          new Refusal('BAD_USER_INPUT', { en: redacted(message), vi: errorCodes.BAD_USER_INPUT.vi }, {}, { nodes }),
      ),
  );
}
