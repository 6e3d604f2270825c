import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isIsoDate } from './calendar';
import { isMonth } from './months.rules';

function checkedDate(value: unknown): string {
  if (typeof value === 'string' && isIsoDate(value)) return value;
  // Without the value: it can be someone's date of birth.
  throw new GraphQLError('A Date is a day that exists, written YYYY-MM-DD, for example 2025-07-01.', {
    extensions: { code: 'BAD_USER_INPUT', messageVi: 'Ngày phải có thật và viết dạng YYYY-MM-DD, ví dụ 2025-07-01.' },
  });
}

/** A calendar day of the agency, `YYYY-MM-DD`. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  description: 'A calendar day (ngày), written YYYY-MM-DD, in the time zone Asia/Ho_Chi_Minh.',
  serialize: checkedDate,
  parseValue: checkedDate,
  parseLiteral: (node) => checkedDate(node.kind === Kind.STRING ? node.value : undefined),
});

function checkedMonth(value: unknown): string {
  if (typeof value === 'string' && isMonth(value)) return value;
  throw new GraphQLError('A YearMonth is a month from 1900-01 to 2199-12, written YYYY-MM, for example 2025-07.', {
    extensions: {
      code: 'BAD_USER_INPUT',
      messageVi: 'Tháng phải từ 1900-01 đến 2199-12, viết dạng YYYY-MM, ví dụ 2025-07.',
    },
  });
}

/** A calendar month of the agency, `YYYY-MM`. */
export const YearMonthScalar = new GraphQLScalarType<string, string>({
  name: 'YearMonth',
  specifiedByURL: 'https://www.w3.org/TR/xmlschema-2/#gYearMonth',
  description: 'A calendar month (tháng), written YYYY-MM, for example 2025-07.',
  serialize: checkedMonth,
  parseValue: checkedMonth,
  parseLiteral: (node) => checkedMonth(node.kind === Kind.STRING ? node.value : undefined),
});

/** An instant, ISO 8601 in UTC. */
export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  description: 'An instant (thời điểm), ISO 8601 in UTC, for example 2026-11-22T09:30:00.000Z.',
  serialize: (value) => {
    if (typeof value === 'string') return value;
    throw new GraphQLError('A DateTime is kept as ISO 8601 text.');
  },
});

/** The area of a unit: a GeoJSON geometry (RFC 7946) of type MultiPolygon. */
export const MultiPolygonScalar = new GraphQLScalarType<object, object>({
  name: 'GeoJSONMultiPolygon',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc7946#section-3.1.7',
  description:
    'A GeoJSON geometry of type MultiPolygon (RFC 7946): `type` and `coordinates`, longitude before latitude.',
  serialize: (value) => {
    if (typeof value === 'object' && value !== null) return value;
    throw new GraphQLError('A GeoJSONMultiPolygon is an object.');
  },
});
