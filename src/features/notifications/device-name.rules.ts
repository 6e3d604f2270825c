/** Longest name of a device that a message repeats. */
const LONGEST = 30;

/**
 * The name of a device as a message may repeat it: letters, digits and a few signs, shortened. Whoever signs in chose the
 * name, and a message in our name must carry neither their links nor their sentences.
 */
export function deviceNameInMessage(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ()'+-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST).trimEnd()}…` : plain;
}
