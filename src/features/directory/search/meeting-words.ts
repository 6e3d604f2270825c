/** Words that are taken together. */
export const MEETING_WORDS = 6;

/**
 * Visits the listings that at least two, or three, of `MEETING_WORDS` bitmaps have: 32 at a time as bits, with the place
 * of those bits, until `visit` says false. Written out, for it goes through all listings of an index in a fraction of a
 * millisecond.
 */
export function forEachMeeting(
  bitmaps: readonly Uint32Array[],
  three: boolean,
  length: number,
  visit: (bits: number, word: number) => boolean,
): void {
  const [first, second, third, fourth, fifth, sixth] = bitmaps;
  if (!first || !second || !third || !fourth || !fifth || !sixth) throw new RangeError('There are too few bitmaps.');
  for (let word = 0; word < length; word++) {
    let have = second[word]!;
    let inOne = first[word]! | have;
    let inTwo = first[word]! & have;
    have = third[word]!;
    let inThree = inTwo & have;
    inTwo |= inOne & have;
    inOne |= have;
    have = fourth[word]!;
    inThree |= inTwo & have;
    inTwo |= inOne & have;
    inOne |= have;
    have = fifth[word]!;
    inThree |= inTwo & have;
    inTwo |= inOne & have;
    inOne |= have;
    have = sixth[word]!;
    inThree |= inTwo & have;
    inTwo |= inOne & have;
    const meeting = three ? inThree : inTwo;
    if (meeting !== 0 && !visit(meeting, word)) return;
  }
}
