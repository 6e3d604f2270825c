/**
 * The code of the nth visit of a day to a clinic that gives its visits no code, from the second one on; the first has an
 * empty one. It has the form of a code, so a file can withdraw such a visit by it.
 */
export function visitCodeOf(ordinal: number): string {
  return `no-code.${ordinal}`;
}
