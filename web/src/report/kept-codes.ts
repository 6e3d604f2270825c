const storageKey = 'trackingCodes';
const mostCodes = 20;

/** The tracking codes of reports sent from this device, newest first. */
export function keptCodes(): readonly string[] {
  try {
    const codes: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps a tracking code on this device. */
export function keepCode(code: string): void {
  const codes = [code, ...keptCodes().filter((known) => known !== code)].slice(0, mostCodes);
  try {
    localStorage.setItem(storageKey, JSON.stringify(codes));
  } catch {
    // The code is on the screen as well; without storage it is simply not remembered.
  }
}
