/** Names of indexes up to this size have signatures: going through all of them takes a fraction of a millisecond. */
export const MOST_SIGNED = 50_000;
/** Numbers of 32 bits in a signature. */
export const SIGNATURE_LENGTH = 2;

/** Sets a bit of 64 for each pair of neighbouring symbols of `text[start … end)`: like names have like signatures. */
export function sign(
  text: ArrayLike<number>,
  start: number,
  end: number,
  signatures: Uint32Array,
  place: number,
): void {
  for (let at = start + 1; at < end; at++) {
    const bit = Math.imul(text[at - 1]! * 64 + text[at]!, 0x9e3779b1) >>> 26;
    signatures[place * SIGNATURE_LENGTH + (bit >>> 5)]! |= 1 << (bit & 31);
  }
}

/** How many bits are set. */
export function bitCount(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many bits of each signature are set. */
export function bitsOfSignatures(signatures: Uint32Array): Uint8Array {
  const bits = new Uint8Array(signatures.length / SIGNATURE_LENGTH);
  for (let place = 0; place < bits.length; place++)
    bits[place] = bitCount(signatures[2 * place]!) + bitCount(signatures[2 * place + 1]!);
  return bits;
}
