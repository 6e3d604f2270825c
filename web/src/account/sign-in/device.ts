const deviceKey = 'device';

/**
 * A random text by which the gateway knows this browser again, so that signing in here once more needs no code. It says
 * nothing of the person, and is made anew where the browser keeps nothing.
 */
export function deviceId(): string {
  const made = Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  try {
    const kept = localStorage.getItem(deviceKey);
    if (kept) return kept;
    localStorage.setItem(deviceKey, made);
  } catch {
    // Without storage this is another device at each sign-in.
  }
  return made;
}

const browsers: readonly [RegExp, string][] = [
  [/Edg/, 'Edge'],
  [/coc_coc/i, 'Cốc Cốc'],
  [/OPR/, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** A first name for this device from what the browser says of itself, such as `Chrome, Android`. */
export function guessDeviceName(userAgent: string): string {
  const first = (names: readonly [RegExp, string][]): string | undefined =>
    names.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [first(browsers) ?? 'Web', first(systems)].filter(Boolean).join(', ');
}
