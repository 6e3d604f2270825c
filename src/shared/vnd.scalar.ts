import { GraphQLError, GraphQLScalarType } from 'graphql';

/** An amount of money in whole đồng; larger ones than 32 bits happen. */
export const VndScalar = new GraphQLScalarType<number, number>({
  name: 'Vnd',
  description: 'An amount in whole đồng (số tiền), a whole number from 0, for example 75423000.',
  serialize: (value) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    throw new GraphQLError('An amount is a whole number of đồng.');
  },
});
