/** What graphql-js says of a value that does not fit, up to where it repeats the value. */
const OF_VARIABLE = /^Variable "(\$\w+)" got invalid value /;
const PLACE = / at "(\w+(?:\.\w+|\[\d+\])*)"; /g;
/** Ends of such messages that name types and fields alone. */
const SAFE_ENDS = [
  /Expected non-nullable type "[\w![\]]+" not to be null\.$/,
  /Expected type "[\w![\]]+" to be an object\.$/,
  /Field "\w+" of required type "[\w![\]]+" was not provided\.$/,
  /Field "[A-Za-z_]\w*" is not defined by type "\w+"\.[^"]*(?:"\w+"[^"]*)*$/,
  /A Date is a day that exists, written YYYY-MM-DD, for example [\d-]+\.$/,
];
const TYPES = [
  /(?:^|; )(\w+) cannot represent/,
  /Enum "(\w+)" cannot represent/,
  /Expected type "(\w+)"/,
  / does not exist in "(\w+)" enum\./,
];
/** Messages end in the value after these words; it can hold anything, line breaks included. */
const VALUE_AT_END = [
  /(\b\w+ cannot represent (?:a |an )?[\w-]+(?: [\w-]+)*? ?(?:value|integer)?): [\s\S]*$/,
  /((?:Enum )?"?\w*"? ?cannot represent [\w -]*value): [\s\S]*$/,
];

/**
 * A message of graphql-js without the values of its caller. An answer can end up in a log on its way, and what people
 * type here names them; type, field and argument tell enough to mend a request.
 */
export function redacted(message: string): string {
  const [, variable] = OF_VARIABLE.exec(message) ?? [];
  if (variable !== undefined) return ofVariable(variable, message);
  return VALUE_AT_END.reduce((text, pattern) => text.replace(pattern, '$1.'), message)
    .replace(/^Value "[\s\S]*" does not exist in "(\w+)" enum\..*$/s, 'The value does not exist in "$1" enum.')
    .replace(/, found [\s\S]*$/, (found) => (/^, found (?:Name|<EOF>|[^\w"])/.test(found) ? found : '.'));
}

function ofVariable(variable: string, message: string): string {
  const end = SAFE_ENDS.map((pattern) => pattern.exec(message)?.[0]).find((found) => found !== undefined);
  const type = TYPES.map((pattern) => pattern.exec(message)?.[1]).find((found) => found !== undefined);
  const places = [...message.matchAll(PLACE)].map(([, path = '']) => path);
  const place = places.find((path) => path.split(/[.[]/)[0] === variable.slice(1));
  const why = end ?? (type === undefined ? 'It does not fit its type.' : `Expected a value of type "${type}".`);
  return `Variable "${variable}" got an invalid value${place === undefined ? '' : ` at "${place}"`}; ${why}`;
}
